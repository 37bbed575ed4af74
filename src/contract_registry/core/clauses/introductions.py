"""Parties that a document introduces: in its opening, by definitions, by labels ("Artist: Jane Doe")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from contract_registry.core.clauses.candidate import Candidate, Lexicon, prior_of, weight_of
from contract_registry.core.clauses.names import has_legal_form, is_common_start, name_at_end, name_at_start
from contract_registry.core.clauses.opening import another_begins, introduced
from contract_registry.core.clauses.role_words import FAIR, speaker_of, without_article
from contract_registry.core.clauses.self_introductions import self_introductions
from contract_registry.core.clauses.tree import Clause, Definition
from contract_registry.core.clauses.wordlists import words_in
from contract_registry.core.text import Span

_OPENING = 6_000
_LABELLED = 240
_MOST = 60
"""No contract introduces more parties than this; making one of those that are the same compares each with each."""
_SHORTEST_NAME = 3
_LABEL = re.compile(r"(?:the )?(?P<label>[A-ZÀ-Þ][\w’'-]*(?: [\w’'/-]+){0,3}?)\s?(?:\(s\))?\s?(?::|\||\s[-–—]\s)\s*(?P<value>[^|\n]*)")
_LABEL_TAIL = re.compile(r"(?: (?:full |legal )?(?:name|nom|nombre))\Z", re.IGNORECASE)
_GREETING = re.compile(
    r"^(?:Dear|Hi|Hello|Hey|Hallo|Lieber?|Sehr geehrte[rs]?(?: Herr| Frau)?|Ch[eè]re?|Bonjour|Querid[oa]|Estimad[oa]|Hola|Beste)\s(?:(?:Mr|Mrs|Ms|Dr|Mx)\.?\s)?"
    r"(?P<name>[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+){0,2})\s?[,:!–—-]?\s*$",
    re.MULTILINE,
)
_ROLE = r"(?:[Tt]he )?(?P<role>[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*){0,2})"
_BESIDE_YOU = tuple(
    re.compile(each)
    for each in (
        rf"\b[Bb]etween you and {_ROLE}",
        rf"\b[Bb]etween {_ROLE} and you\b",
        rf"\b[Yy]ou and {_ROLE} (?:hereby |both |each )?agree\b",
        rf"{_ROLE} and you (?:hereby |both |each )?agree\b",
    )
)
_BEFORE_A_NAME = re.compile(
    r"(?:(?:by )?and,?\s)?(?:(?:between|among),?\s)?(?:,?\s?on (?:the )?(?:one|other|first|second) (?:hand|part|side),?\s)?(?:and\s)?",
    re.IGNORECASE,
)
"""What the opening says before each party: "by and among, on the one hand, "."""
_SAID_BY = re.compile(r"\b(?:by|between|with|from|und|zwischen|von|entre|par|por|y|et|and) (?:the )?\Z", re.IGNORECASE)
"""Words before a name behind which somebody stands who takes part: "produced by Hearth Audio (“Hearth”)"."""
_NOBODY = words_in(
    "sir sirs madam all everyone everybody team there customer customers user users member members colleagues colleague friend friends supplier artist author contributor client parents guardian kunde kunden damen monsieur madame"
)
_STOPS = words_in("licensor licensee artist author publisher client producer employer assignor assignee buyer seller talent performer")
"""Labels that begin the next entry where a form's lines have run together."""
_A_COUNTRY = "US"
_MODELS = words_in("model models")
_MACHINE = re.compile(r"machine[- ]learning|artificial intelligence|neural|\bweights\b|\bparameters\b|\bcheckpoints?\b", re.IGNORECASE)
_NOT_PARTIES = words_in("party parties agreement contract terms partei parteien partie partes parte vertragspartei vertragsparteien")


def introductions(text: str, clauses: Sequence[Clause], definitions: Sequence[Definition], lexicon: Lexicon) -> Iterator[Candidate]:
    """Everybody the document introduces, the opening's parties first."""
    yield from _introduced(text, definitions, lexicon)
    yield from islice(_defined(text, clauses, definitions, lexicon), _MOST)
    yield from islice(_labelled(text, clauses, lexicon), _MOST)
    yield from (one for one in self_introductions(text) if not weight_of(one.name, lexicon))
    yield from _addressed(text)
    yield from _beside_you(text, lexicon)


def _introduced(text: str, definitions: Sequence[Definition], lexicon: Lexicon) -> Iterator[Candidate]:
    """The parties that the opening introduces, whatever it calls them."""
    found = introduced(text, definitions)
    has_company = any(has_legal_form(one.name) for one in found)
    for one in found:
        terms = tuple(without_article(definition.term) for definition in one.definitions)
        name = "" if weight_of(one.name, lexicon) or len(one.name) < _SHORTEST_NAME else one.name
        prior = prior_of(terms, lexicon) or _prior_of_trade(one.trade, lexicon)
        if name or prior:
            yield Candidate(terms or (name,), name, one.at, is_defined=True, prior=prior, is_sure=bool(terms) or has_company)


def _prior_of_trade(trade: str, lexicon: Lexicon) -> float:
    """What a trade told behind a name says of its side ("a freelance illustrator of"); that it is a company says nothing."""
    words = trade.lower().split()
    told = (" ".join(words[start:end]) for start in range(len(words)) for end in range(start + 1, len(words) + 1))
    prior = prior_of(told, lexicon)
    return prior if abs(prior) >= FAIR else 0.0


def _defined(text: str, clauses: Sequence[Clause], definitions: Sequence[Definition], lexicon: Lexicon) -> Iterator[Candidate]:
    """Parties among the defined terms: role words, pronouns, and short names of whoever is named before the bracket."""
    groups: dict[tuple[int, int], list[Definition]] = {}
    for definition in definitions:
        groups.setdefault((definition.meaning.start, definition.meaning.end), []).append(definition)
    for group in groups.values():
        terms = tuple(without_article(one.term) for one in group)
        meaning = group[0].meaning.of(text)
        meaning = meaning[another_begins(meaning) :] if group[0].at.start > group[0].meaning.start else meaning
        if any(term.lower() in _NOT_PARTIES or not term or is_a_machine(term, meaning) for term in terms):
            continue
        is_early = group[0].at.start < _OPENING or clauses[group[0].clause].kind == "parties"
        named = meaning[_BEFORE_A_NAME.match(meaning).end() :]  # type: ignore[union-attr]
        name = name_at_start(named, must_end=group[0].at.start < group[0].meaning.start) if is_early else ""
        pronouns = [term for term in terms if term != _A_COUNTRY and speaker_of(term, lexicon.pronouns)]
        prior = prior_of(terms, lexicon)
        if not name and group[0].at.start > group[0].meaning.start:
            last = name_at_end(meaning)
            name = last if pronouns or (prior and is_early and has_legal_form(last)) else ""
            name = name or (last if is_early and last and _SAID_BY.search(meaning[: meaning.rfind(last)]) else "")
            name = name or (_company_called(terms[0], meaning) if is_early else "")
        if prior or pronouns or (name and any(_abbreviates(term, name) for term in terms)):
            known = "" if weight_of(name, lexicon) or is_common_start(name) else name
            is_sure = bool(known) and clauses[group[0].clause].kind == "parties"
            yield Candidate((*terms, *_equals(meaning, lexicon)), known, group[0].at, is_defined=True, prior=prior, is_sure=is_sure)


def _equals(meaning: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The party's word that a meaning itself is (“You” means the Contributor), if it is no more than that."""
    bare = without_article(meaning.strip(" .,"))
    return (bare,) if bare and (speaker_of(bare, lexicon.pronouns) or bare.lower() in lexicon.roles) else ()


def is_a_machine(term: str, meaning: str) -> bool:
    """Whether a word for a party is here one for a machine: the "Model" of a licence of weights and code."""
    return term.lower() in _MODELS and _MACHINE.search(meaning) is not None


def _company_called(term: str, meaning: str) -> str:
    """The company whose name begins with a term, wherever the words before the bracket name it ("from Valve Corporation, … (“Valve”)")."""
    at = meaning.find(f"{term} ")
    name = name_at_start(meaning[at:]) if at >= 0 and term[:1].isupper() else ""
    return name if has_legal_form(name) else ""


def _abbreviates(term: str, name: str) -> bool:
    """Whether a term is a short form of a name: words of it, or its initials."""
    words = name.replace(",", " ").split()
    initials = "".join(word[0] for word in words if word[0].isupper())
    return (
        term.lower() in name.lower()
        or (term.isupper() and len(term) > 1 and initials.startswith(term))
        or words[0].lower() == term.split(maxsplit=1)[0].lower()
    )


def _addressed(text: str) -> Iterator[Candidate]:
    """Whom a letter is to ("Dear Sam,"): its "you"."""
    match = _GREETING.search(text, 0, _OPENING)
    if match is not None and match["name"].split()[0].lower() not in _NOBODY:
        yield Candidate(("you", match["name"]), match["name"], Span(*match.span("name")), is_defined=True)


def _beside_you(text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Whom the opening names by a role beside its "you" ("Data Provider and you agree as follows")."""
    for match in (match for pattern in _BESIDE_YOU for match in pattern.finditer(text, 0, _OPENING)):
        prior = prior_of((match["role"],), lexicon)
        if prior:
            yield Candidate((match["role"],), "", Span(*match.span("role")), is_defined=True, prior=prior, is_sure=True)


def _labelled(text: str, clauses: Sequence[Clause], lexicon: Lexicon) -> Iterator[Candidate]:
    """Parties of a form or table: a line that begins with a role word ("Artist: Jane Doe")."""
    for clause in clauses:
        if len(clause.own) > _LABELLED or clause.kind == "remark":
            continue
        match = _LABEL.match(text, clause.own.start, clause.own.end)
        if match is None:
            continue
        label = _LABEL_TAIL.sub("", match["label"])
        if label.lower() in lexicon.roles:
            start = match.start("label")
            name = name_at_start(match["value"], _STOPS)
            known = name if " " in name or has_legal_form(name) else ""
            yield Candidate((label,), known, Span(start, start + len(label)), is_defined=True, prior=prior_of((label,), lexicon))
