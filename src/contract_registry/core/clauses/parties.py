"""The parties of a document, and which of them is the creator and which the engager."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contract_registry.core.clauses.candidate import Candidate, Lexicon
from contract_registry.core.clauses.candidates import candidates_of, sample_of
from contract_registry.core.clauses.evidence import evidence_for
from contract_registry.core.clauses.names import has_legal_form
from contract_registry.core.clauses.parties_told import Sided, with_names_joined, without_bystanders
from contract_registry.core.clauses.role_words import FAIR, Speaker, role_weights_in, speaker_of, speakers
from contract_registry.core.clauses.roles import roles_of
from contract_registry.core.clauses.tree import Clause, Definition, DocumentKind, Party

_SHORTEST_BEGIN = 4
_ENGLISH: dict[Speaker, tuple[str, ...]] = {
    "i": ("I", "me", "my", "mine", "myself"),
    "we": ("we", "us", "our", "ours", "ourselves"),
    "you": ("you", "your", "yours", "yourself"),
}


def parties_of(
    text: str, clauses: Sequence[Clause], definitions: Sequence[Definition], languages: tuple[str, ...], kind: DocumentKind
) -> tuple[Party, ...]:
    """Everybody the document speaks of as a party, with every word it calls them by and the side they are on; "unknown" where evidence is balanced."""
    lexicon = Lexicon(role_weights_in(kind, languages), speakers((*languages, "en")))
    sample = sample_of(text)
    candidates = candidates_of(text, sample, clauses, definitions, lexicon)
    evidence = evidence_for(sample, [candidate.aliases for candidate in candidates])
    kept = _acting(candidates, evidence)
    told = _told(kept, candidates, evidence, kind)
    parties = without_bystanders(told, [evidence[at] for at in kept])
    if len(parties) < len(kept):
        told = _told([at for at in kept if candidates[at] in parties], candidates, evidence, kind)
    return tuple(
        Party(
            candidate.name or _called(candidate, lexicon),
            role,
            _with_forms((*candidate.aliases, *_begins_of(candidate.name, definitions)), lexicon),
            candidate.at,
        )
        for candidate, role in with_names_joined(told)
    )


def _told(kept: Sequence[int], candidates: Sequence[Candidate], evidence: Sequence[float], kind: DocumentKind) -> list[Sided]:
    """Those kept, each with its side."""
    those = [candidates[at] for at in kept]
    return list(zip(those, roles_of(those, [evidence[at] for at in kept], kind), strict=True))


def _acting(candidates: Sequence[Candidate], evidence: Sequence[float]) -> list[int]:
    """Which candidates are parties indeed: those named, those that do something, and bystanders only where nobody acts on their side."""
    every = range(len(candidates))
    speaks_to_you = any(candidate.speaker == "you" for candidate in candidates)
    kept = [at for at in every if _is_party(candidates[at], evidence[at], speaks_to_you=speaks_to_you)]
    for sign in (1.0, -1.0):
        if not any(_acts_for(candidates[at], evidence[at], sign) for at in kept):
            kept += [at for at in every if at not in kept and not candidates[at].speaker and candidates[at].prior * sign > 0]
    return sorted(kept)


def _is_party(candidate: Candidate, points: float, *, speaks_to_you: bool) -> bool:
    if candidate.speaker:
        return bool(points) or not candidate.is_rare
    if candidate.is_sure or (candidate.name and not candidate.is_defined):
        return True
    if candidate.is_defined and (has_legal_form(candidate.name) or (candidate.name and candidate.prior)):
        return True
    is_plain_user = speaks_to_you and not candidate.is_defined and abs(candidate.prior) < FAIR
    return bool(points) and not is_plain_user


def _acts_for(candidate: Candidate, points: float, sign: float) -> bool:
    """Whether somebody is seen on a side: by what they do, or by a role under which they are named."""
    return (
        points * sign > 0
        or (candidate.prior * sign > 0 and bool(points or candidate.name))
        or candidate.speaker == ("you" if sign > 0 else "we")
        or (candidate.speaker == "i" and sign > 0)
    )


def _called(candidate: Candidate, lexicon: Lexicon) -> str:
    """The word for a party without a name: the first by which it is called that is no pronoun."""
    named = (alias for alias in candidate.aliases if speaker_of(alias, lexicon.pronouns) is None)
    return next(named, "I" if candidate.speaker == "i" and "i" in candidate.aliases else candidate.aliases[0])


def _begins_of(name: str, definitions: Sequence[Definition]) -> Iterator[str]:
    """The defined terms that are the beginning of a name: "PAPA LEO'S" for Papa Leo's International, Inc."""
    for definition in definitions:
        term = definition.term
        if len(term) >= _SHORTEST_BEGIN and name.casefold().startswith(f"{term.casefold()} "):
            yield term


def _with_forms(aliases: Sequence[str], lexicon: Lexicon) -> tuple[str, ...]:
    """The aliases with every English form of the pronouns among them, so that "you" brings "your" and "yours"."""
    forms: list[str] = []
    for alias in aliases:
        speaker = speaker_of(alias, lexicon.pronouns)
        forms += (alias, *_ENGLISH[speaker]) if speaker and alias.lower() in {form.lower() for form in _ENGLISH[speaker]} else (alias,)
    return tuple(dict.fromkeys(forms))
