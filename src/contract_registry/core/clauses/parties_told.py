"""Parties seen beside each other once their sides are known: bystanders left out, and a pronoun joined with the name of whoever it stands for."""

from __future__ import annotations

from collections.abc import Sequence

from contract_registry.core.clauses.candidate import Candidate
from contract_registry.core.clauses.names import has_legal_form
from contract_registry.core.clauses.role_words import FAIR
from contract_registry.core.clauses.tree import Role

Sided = tuple[Candidate, Role]
"""Somebody and the side they are on."""
_PAIR = 2
_MUCH = 2.0
"""Whoever gives, gets or pays this much acts under the contract, introduced or not."""
_SIDES: tuple[Role, ...] = ("creator", "engager")


def without_bystanders(told: Sequence[Sided], evidence: Sequence[float]) -> list[Candidate]:
    """Those who are parties where the opening introduces both sides: the featured artist of a producer's agreement is none, nor a lone "we"."""
    introduced = {role for candidate, role in told if candidate.is_sure and not candidate.speaker}
    if introduced.issuperset(_SIDES):
        sure = [candidate for candidate, _ in told if candidate.is_sure]
        return [
            candidate
            for (candidate, _), points in zip(told, evidence, strict=True)
            if candidate in sure or candidate.speaker or abs(points) >= _MUCH or _is_akin(candidate.name, sure)
        ]
    named = sum(bool(candidate.name) and not candidate.speaker for candidate, _ in told)
    is_alone = sum(candidate.speaker is not None for candidate, _ in told) == 1
    return [
        candidate
        for (candidate, _), points in zip(told, evidence, strict=True)
        if named < _PAIR or not is_alone or points or candidate.name or not candidate.speaker
    ]


def _is_akin(name: str, sure: Sequence[Candidate]) -> bool:
    """Whether somebody bears a party's name, as an artist does whose own company makes the contract."""
    words = {word.lower() for word in name.split()}
    return any(words & {word.lower() for word in party.name.split()} for party in sure)


def with_names_joined(told: Sequence[Sided]) -> list[Sided]:
    """Each pronoun without a name made one with the only named party on its side ("you" and the signature's "Writer: Samira Haddad").

    Where two are named and neither is seen to do anything, the company is taken to be whichever speaker engages.
    """
    known = _placed(list(told))
    for side in _SIDES:
        nameless = [one for one in known if one[1] == side and one[0].speaker and not one[0].name]
        named = [one for one in known if one[1] == side and one[0].name]
        if len(nameless) == len(named) == 1 and not named[0][0].speaker and _may_speak(named[0][0], side):
            joined = _joined(named[0][0], nameless[0][0]), side
            known = [joined if one is named[0] else one for one in known if one is not nameless[0]]
    return known


def _may_speak(named: Candidate, side: Role) -> bool:
    """Whether somebody named can be whom a pronoun means: on the creator's side only a person introduced as one."""
    return side == "engager" or (named.is_defined and " " in named.name and (not named.prior or named.prior >= FAIR))


def _placed(told: list[Sided]) -> list[Sided]:
    """With two undecided names put on the two sides that only pronouns are on."""
    undecided = [one for one in told if one[1] == "unknown" and one[0].name]
    sides = {role for candidate, role in told if candidate.speaker and not candidate.name}
    companies = [one for one in undecided if has_legal_form(one[0].name)]
    if len(undecided) != _PAIR or len(companies) != 1 or not sides.issuperset(_SIDES):
        return told
    return [one if one not in undecided else (one[0], "engager" if one is companies[0] else "creator") for one in told]


def _joined(named: Candidate, speaker: Candidate) -> Candidate:
    return named._replace(aliases=tuple(dict.fromkeys((*named.aliases, *speaker.aliases))), speaker=speaker.speaker)
