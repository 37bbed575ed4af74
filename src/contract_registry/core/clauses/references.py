"""Cross-references ("clause 4.2", "Schedule 2", "our Privacy Policy"): where each leads, and which lead out of the document."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from contract_registry.core.clauses.addresses import BODY, Addresses
from contract_registry.core.clauses.citations import Cited, citations
from contract_registry.core.clauses.documents_named import named_documents
from contract_registry.core.clauses.labels import DIVISIONS
from contract_registry.core.clauses.tree import Clause, Definition, Reference

_OF = re.compile(
    r",?\s(?:of|to|in|under|zu|zum|der|des|du|de la|del|de)\s(?P<what>(?:this|these|the said|that|present|diese[rsm]?|présent\w*|cette|este|esta|the|our|its|such|your)\s(?:[\w’'&-]+\s?){1,5})"
)
_SELF = re.compile(
    r"(?:this|these|present|the said|dies|présent|cette|est[ea])|the\s(?:agreement|contract|terms|licen[cs]e|deed|letter|main|general)",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:Policy|Policies|Guidelines|Standard|Rules|Master|Framework|Collective|Head|Principal|Privacy|Order|Statement|Service|Purchase|Website|Guild|Union|Basic)\b"
)
_SCHEDULES = "|".join(sorted((re.escape(word) for word, division in DIVISIONS.items() if division == "schedule"), key=len, reverse=True))
_OF_SCHEDULE = re.compile(
    rf",?\s(?:of|to|in|der|des|zu|zur|zum|von|del|de|du|de la|de l['’])\s?(?:(?:the|der|la|el)\s)?(?:(?P<this>(?i:this|dieser?|cette|est[ea])\s(?i:{_SCHEDULES}))\b"
    rf"|(?P<schedule>(?i:{_SCHEDULES})\s(?:\d{{1,3}}[a-zA-Z]?|[A-Z]|[IVXLC]{{1,6}})(?!\w)))"
)
"""What says in which schedule a reference is to be looked for."""
_NEXT_TO = re.compile(r"\s?,?\s?(?:at\s)?")
"""What may stand between a schedule and the paragraph of it that is cited ("Schedule 2, paragraph 3")."""
_BODYS_OWN = re.compile(r"clauses?\b|klauseln?\b|cláusulas?\b", re.IGNORECASE)
"""Words that by convention call the clauses of a contract's body, from inside its schedules too."""
_THIS_CONTRACT = re.compile(
    r"(?:this|the said|dies\w*|cet|est[ea]|the)\s(?:agreement|contract|deed|vertrag\w*|contrat|contrato)\b", re.IGNORECASE
)
_THAT_CONTRACT = re.compile(
    r"(?:that|such)\s(?:[\w-]+\s)?(?:agreement|contract|deed|licen[cs]e|document|policy|order|letter)\b", re.IGNORECASE
)
_ELSEWHERE = "elsewhere"
_REACH = 90
_PRINTED = 12


def references_of(text: str, clauses: Sequence[Clause], definitions: Sequence[Definition]) -> tuple[Reference, ...]:
    """The cross-references of a document in the order of the text; sections of statutes are none, nor are the numbers printed before clauses."""
    addresses = Addresses(text, clauses)
    named = named_documents(text, clauses, definitions, addresses)
    return tuple(sorted((*_numbered(text, clauses, addresses), *named), key=lambda reference: reference.span.start))


def _numbered(text: str, clauses: Sequence[Clause], addresses: Addresses) -> Iterator[Reference]:
    starts = [clause.own.start for clause in clauses]
    before: Cited | None = None
    for every in citations(text):
        index = bisect_right(starts, every[0].span.start) - 1
        if index < 0 or _is_printed_number(clauses[index], every[0]):
            continue
        where = _where(text, every[-1].span.end, addresses, index)
        is_of_body = _BODYS_OWN.match(text, every[0].span.start) is not None
        for cited in every:
            scope = where if cited.division == every[-1].division else None
            if before is not None and _is_in_schedule(text, before, cited):
                scope = addresses.schedule(before.span.of(text)) or _ELSEWHERE
            yield _reference(text, cited, index, addresses, scope, is_of_body=is_of_body)
            before = cited


def _reference(text: str, cited: Cited, index: int, addresses: Addresses, scope: str | None, *, is_of_body: bool) -> Reference:
    target = None
    if scope != _ELSEWHERE:
        if scope is None and is_of_body:
            target = addresses.find(cited.division, cited.number, index, BODY)
        target = addresses.find(cited.division, cited.number, index, scope) if target is None else target
    external = scope == _ELSEWHERE or (target is None and cited.division == "schedule")
    return Reference(cited.span.of(text), cited.span, target, external)


def _is_printed_number(clause: Clause, cited: Cited) -> bool:
    """Whether the words are the number that their clause begins with."""
    return bool(clause.number) and cited.span.start - clause.own.start < _PRINTED and cited.span.start < clause.body.start


def _is_in_schedule(text: str, before: Cited, cited: Cited) -> bool:
    """Whether what is cited stands right behind the schedule it is to be looked for in ("Schedule 2, paragraph 3")."""
    is_pair = before.division == "schedule" and cited.division not in ("schedule", "part")
    return is_pair and _NEXT_TO.fullmatch(text, before.span.end, cited.span.start) is not None


def _where(text: str, at: int, addresses: Addresses, index: int) -> str | None:
    """Where a reference that ends at `at` says it leads: a schedule's key ("of Schedule 2"), BODY ("of this agreement"), _ELSEWHERE; None when it does not say."""
    if (named := _OF_SCHEDULE.match(text, at, at + _REACH)) is not None:
        return (addresses.scope_of(index) if named["this"] else addresses.schedule(named["schedule"])) or _ELSEWHERE
    match = _OF.match(text, at, at + _REACH)
    if match is None:
        return None
    if _SELF.match(match["what"]):
        return BODY if _THIS_CONTRACT.match(match["what"]) else None
    return _ELSEWHERE if _OTHER.search(match["what"]) or _THAT_CONTRACT.match(match["what"]) else None
