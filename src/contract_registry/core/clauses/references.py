"""Cross-references ("clause 4.2", "Schedule 2", "our Privacy Policy"): where each leads, and which lead out of the document."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from contract_registry.core.clauses.addresses import Addresses
from contract_registry.core.clauses.citations import Cited, citations
from contract_registry.core.clauses.documents_named import named_documents
from contract_registry.core.clauses.tree import Clause, Definition, Reference

_OF = re.compile(
    r",?\s(?:of|to|in|under|zu|zum|der|des|du|de la|del|de)\s(?P<what>(?:this|these|the said|present|diese[rsm]?|présent\w*|cette|este|esta|the|our|its|such|your)\s(?:[\w’'&-]+\s?){1,5})"
)
_SELF = re.compile(
    r"(?:this|these|present|the said|dies|présent|cette|est[ea])|the\s(?:agreement|contract|terms|licen[cs]e|deed|letter|main|general)",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:Policy|Policies|Guidelines|Standard|Rules|Master|Framework|Collective|Head|Principal|Privacy|Order|Statement|Service|Purchase|Website|Guild|Union|Basic)\b"
)
_REACH = 90
_PRINTED = 12


def references_of(text: str, clauses: Sequence[Clause], definitions: Sequence[Definition]) -> tuple[Reference, ...]:
    """The cross-references of a document in the order of the text; sections of statutes are none, nor are the numbers printed before clauses."""
    addresses = Addresses(text, clauses)
    named = named_documents(text, clauses, definitions, addresses)
    return tuple(sorted((*_numbered(text, clauses, addresses), *named), key=lambda reference: reference.span.start))


def _numbered(text: str, clauses: Sequence[Clause], addresses: Addresses) -> Iterator[Reference]:
    starts = [clause.own.start for clause in clauses]
    for every in citations(text):
        index = bisect_right(starts, every[0].span.start) - 1
        if index < 0 or _is_printed_number(clauses[index], every[0]):
            continue
        elsewhere = _is_elsewhere(text, every[-1].span.end)
        for cited in every:
            target = None if elsewhere else addresses.find(cited.division, cited.number, index)
            yield Reference(cited.span.of(text), cited.span, target, elsewhere or (target is None and cited.division == "schedule"))


def _is_printed_number(clause: Clause, cited: Cited) -> bool:
    """Whether the words are the number that their clause begins with."""
    return bool(clause.number) and cited.span.start - clause.own.start < _PRINTED and cited.span.start < clause.body.start


def _is_elsewhere(text: str, at: int) -> bool:
    """Whether a reference is to a part of another document ("section 3 of the Privacy Policy")."""
    match = _OF.match(text, at, at + _REACH)
    return match is not None and _SELF.match(match["what"]) is None and _OTHER.search(match["what"]) is not None
