"""Which side each party is on, decided from its role words, from what it does, and from who speaks to whom.

A party's score is the sum of

* its role words: 3 for "Author" down to -3 for "Publisher" (`role_words`), twice where the document defines it by them or they leave no doubt,
  half where it plainly acts against them;
* what it does all through the document: `evidence`;
* who speaks: of "you" and "we" the one spoken to is taken for the creator (+2 / -2), twice as surely in platform terms and their like; of "I"
  and "you" the one who speaks (+3 / -3), as in releases and in artists' own terms; a "you" that nobody answers is slightly (+1) the creator.

Whoever scores +2 or more is a creator, -2 or less an engager; less will do for a role word that nothing speaks against. Where everybody decided
is on one side: the one left undecided beside them is their counterpart, if it is the only one; else whoever is farthest from that side, by 4 or
more, is on the other; so too of those alone whom the opening introduces. The rest is "unknown", but for those who do something a creator does
beside two sides already decided. Platform terms know two sides alone: a company that they name, and whoever has no word that speaks for creators,
is on the platform's.
"""

from __future__ import annotations

from collections.abc import Sequence

from contract_registry.core.clauses.candidate import Candidate
from contract_registry.core.clauses.role_words import STRONG, Speaker
from contract_registry.core.clauses.tree import DocumentKind, Role

DECIDED = 2.0
APART = 4.0
CONTRARY = 3.0
_PAIR = 2
_ADDRESSED: frozenset[DocumentKind] = frozenset({"platform terms", "contributor agreement", "competition rules", "policy"})
"""Kinds of document that speak to whoever brings the work."""


def roles_of(candidates: Sequence[Candidate], evidence: Sequence[float], kind: DocumentKind) -> tuple[Role, ...]:
    """The side of each party: "creator", "engager", or "unknown" where evidence is balanced."""
    present = frozenset(candidate.speaker for candidate in candidates if candidate.speaker)
    scores = [
        _prior(candidate, points) + points + _speaking(candidate.speaker, present, kind)
        for candidate, points in zip(candidates, evidence, strict=True)
    ]
    roles = [_side(candidate, points, score) for candidate, points, score in zip(candidates, evidence, scores, strict=True)]
    roles = _of_the_platform(roles, candidates) if kind == "platform terms" else _of_the_opening(roles, candidates)
    return tuple(_with_counterpart(roles, evidence, scores))


def _of_the_opening(roles: Sequence[Role], candidates: Sequence[Candidate]) -> list[Role]:
    """The roles where the opening introduces one undecided beside others who are all on one side: it is their counterpart."""
    told = list(roles)
    undecided = [at for at, candidate in enumerate(candidates) if candidate.is_sure and candidate.name and told[at] == "unknown"]
    sides = {role for candidate, role in zip(candidates, roles, strict=True) if (candidate.is_sure or candidate.name) and role != "unknown"}
    if len(undecided) == 1 and len(sides) == 1:
        told[undecided[0]] = "engager" if sides == {"creator"} else "creator"
    return told


def _of_the_platform(roles: Sequence[Role], candidates: Sequence[Candidate]) -> list[Role]:
    """The roles where a platform speaks: beside its "we" and its "you" nobody is neither, and a company it names is its own or one of its kind."""
    speak = {candidate.speaker: role for candidate, role in zip(candidates, roles, strict=True) if candidate.speaker}
    is_balanced = speak.get("we") == speak.get("you") == "unknown" and "engager" not in roles
    if speak.get("we") == "creator" or speak.get("you") == "engager" or is_balanced or not {"we", "you"} & speak.keys():
        return list(roles)
    return [_on_a_platform(candidate, role) for candidate, role in zip(candidates, roles, strict=True)]


def _on_a_platform(candidate: Candidate, role: Role) -> Role:
    if candidate.speaker or candidate.prior > 0:
        return role if role != "unknown" else "engager" if candidate.speaker == "we" else "creator"
    return "engager" if role == "unknown" or candidate.name else role


def _side(candidate: Candidate, points: float, score: float) -> Role:
    is_decided = abs(score) >= DECIDED or (candidate.prior != 0 and candidate.prior * points >= 0)
    if not is_decided or not score:
        return "unknown"
    return "creator" if score > 0 else "engager"


def _prior(candidate: Candidate, points: float) -> float:
    """What a party's role words say: more where they leave no doubt, little against what it plainly does (the photographer a model releases)."""
    if (candidate.prior > 0 and points <= -CONTRARY) or (candidate.prior < 0 and points > CONTRARY):
        return candidate.prior / 2
    return candidate.prior * (2.0 if candidate.is_defined or abs(candidate.prior) >= STRONG else 1.0)


def _speaking(speaker: Speaker | None, present: frozenset[Speaker], kind: DocumentKind) -> float:
    """What a pronoun says by itself, seen who else speaks."""
    if speaker == "i":
        return 3.0
    sure = 2.0 if kind in _ADDRESSED else 1.0
    if speaker == "you":
        if "we" in present:
            return 2.0 * sure
        return -3.0 if "i" in present else sure
    if speaker == "we":
        return -2.0 * sure if len(present) > 1 else 0.0
    return 0.0


def _with_counterpart(roles: Sequence[Role], evidence: Sequence[float], scores: Sequence[float]) -> list[Role]:
    """The roles with somebody put on the side that nobody is on, where it is plain who."""
    told = list(roles)
    sides = set(roles) - {"unknown"}
    if len(sides) == _PAIR:
        return ["creator" if role == "unknown" and points >= 1 else role for role, points in zip(roles, evidence, strict=True)]
    if len(sides) != 1 or len(roles) < _PAIR:
        return told
    side = sides.pop()
    other: Role = "engager" if side == "creator" else "creator"
    undecided = [at for at, role in enumerate(roles) if role == "unknown"]
    if len(undecided) == 1:
        told[undecided[0]] = other
    elif not undecided:
        towards = 1.0 if side == "creator" else -1.0
        ordered = sorted(range(len(scores)), key=lambda at: scores[at] * towards)
        if (scores[ordered[-1]] - scores[ordered[0]]) * towards >= APART:
            told[ordered[0]] = other
    return told
