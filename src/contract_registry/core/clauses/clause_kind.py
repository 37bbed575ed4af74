"""What each clause is there for: to bind, define, recite, head, name the parties, sign, or keep house (boilerplate)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from contract_registry.core.clauses.headings import is_title
from contract_registry.core.clauses.labels import division_of
from contract_registry.core.clauses.recitals import OPENING_CLAUSES, agrees, begins_as_recital, binds, heads_recitals
from contract_registry.core.clauses.tree import Clause, ClauseKind, Definition

_PARTIES_HEADING = re.compile(
    r"(?:(?:the )?(?:contracting )?part(?:ies|ies to this agreement)|parties (?:and|&) recitals|between|zwischen|entre|reunidos|(?:die )?(?:vertrags)?parteien|les parties|(?:las )?partes|intervienen)\W*\Z",
    re.IGNORECASE,
)
_PARTIES = re.compile(
    r"(?:(?:THIS|This|The present|Le présent|Dieser?|El presente|Cet?te?|Entre|ENTRE|BETWEEN|Between|Zwischen|ZWISCHEN|DE UNA PARTE|D['’]une part)\b).{0,300}?"
    r"(?:\b(?:[Bb]etween|BETWEEN|[Zz]wischen|ZWISCHEN|[Ee]ntre|ENTRE|among|AMONG|is made by|entered into by|is from|UNA PARTE|by and)\b|[:]\s*\Z)",
    re.DOTALL,
)
_SIGNED = re.compile(
    r"(?:IN WITNESS\b|In witness (?:whereof|hereof)|AS WITNESS\b|EXECUTED (?:as|AS|by|BY)\b|Executed as a deed|SIGNED\b|Signed (?:by|for|as|in|,|:)|AGREED (?:AND|&) ACCEPTED|ACCEPTED (?:AND|&) AGREED|Accepted and agreed|Agreed and accepted"
    r"|SIGNATURES?\b|Signatures?\s*(?:page|block|\W*\Z)|Fait (?:à|en)\b|Lu et approuvé|Y en prueba de conformidad|En prueba de conformidad|Firmado\b|Ort,? (?:und )?Datum|Unterschrift)"
)
_SIGNING_LINE = re.compile(
    r"\W{0,3}(?:by|name|title|its|signature|signed|date[d]?|print(?:ed)? name|full name|address|e-?mail|phone|telephone|witness(?:ed)?(?: by)?|signature of \w+|(?:parent|guardian)[^:]{0,30}|nom|prénom|fonction|lu et approuvé|datum|unterschrift|nombre|firma|fecha)"
    r"\s*(?::|_{2,}|\.{4,}|…|\|)",
    re.IGNORECASE,
)
_BLANK = re.compile(r"[_.…]{5,}|/s/")
_HOUSEKEEPING_HEADING = re.compile(
    r"(?:entire (?:agreement|contract|understanding)|whole agreement|integration|merger(?: clause)?|governing law(?: and (?:jurisdiction|venue|disputes?))?|applicable law|choice of law|law and jurisdiction|jurisdiction(?: and venue)?|venue"
    r"|severability|severance|notices?|counterparts(?: and \w+(?: \w+)?)?|force majeure|no waiver|waiver and severability|headings?|significance of headings|captions|construction|no partnership|no joint venture|relationship of (?:the )?parties"
    r"|independent contractors?|third[ -]party rights|rights of third parties|no third[ -]party beneficiaries|successors(?: and assigns)?|binding effect|language|electronic (?:signatures?|communications?)|contact(?: us| information)?"
    r"|anwendbares recht|gerichtsstand|salvatorische klausel|schlussbestimmungen|höhere gewalt|droit applicable|loi applicable|intégralité(?: du contrat)?|force majeure|nullité partielle|notifications?|ley aplicable(?: y jurisdicción)?|fuerza mayor|divisibilidad|acuerdo completo)\W*\Z",
    re.IGNORECASE,
)
_HOUSEKEEPING = re.compile(
    r"(?:This (?:agreement|contract|letter|deed)|These terms|The(?:se)? (?:agreement|terms)|This writing)[^.]{0,120}\b(?:constitutes?|contains?|sets? (?:out|forth)|represents?|is|are) (?:\w+ )?(?:the )?(?:entire|whole|complete)\b"
    r"|(?:This (?:agreement|contract|deed|release|licen[cs]e)|These terms)[^.]{0,80}\b(?:governed by|construed (?:in accordance|under)|interpreted (?:in accordance|under))"
    r"|If any (?:provision|part|term|clause|portion|section)[^.]{0,120}\b(?:invalid|unenforceable|illegal|void)"
    r"|(?:This agreement|This contract)[^.]{0,40}may be (?:executed|signed) in[^.]{0,40}counterparts"
    r"|(?:No|A) (?:failure|delay|waiver)\b[^.]{0,160}\b(?:waiver|breach|right)\b"
    r"|(?:All|Any) notices?\b[^.]{0,120}\b(?:in writing|delivered|sent)\b",
    re.IGNORECASE,
)
_SHORT = 1_200
_WINDOW = 420
_SCHEDULE_LENGTH = 200
_BEGINNING = 40
_TITLE_LENGTH = 60


_Stage = Literal["opening", "recitals", "agreed"]
"""How far a contract has come: to its parties, to why they contract, to what they agree."""


def with_kinds(text: str, clauses: Sequence[Clause], definitions: Iterable[Definition]) -> tuple[Clause, ...]:
    """The clauses with the kind of each told; headings, remarks and what hangs under recitals, parties and signatures included."""
    defining = _defining(clauses, definitions)
    kinds: list[ClauseKind] = []
    told = []
    stage: _Stage = "opening"
    for clause in clauses:
        above = kinds[clause.parent] if clause.parent is not None else None
        if clause.index < OPENING_CLAUSES:
            stage = _stage(text, clause, stage)
        kind = _kind(text, clause, clauses, above, is_defining=clause.index in defining, is_agreed=stage == "agreed")
        kinds.append(kind)
        told.append(clause if kind == clause.kind else replace(clause, kind=kind))
    return tuple(told)


def _stage(text: str, clause: Clause, before: _Stage) -> _Stage:
    """How far the contract has come by the end of this clause.

    Recitals are over from the formula of agreement, the next heading, the first clause numbered "1.", and from what binds or reads as a title
    among them, until a heading opens recitals anew.
    """
    if clause.kind == "heading" and heads_recitals(clause.heading):
        return "recitals"
    if before == "agreed" or agrees(text, clause.body):
        return "agreed"
    if begins_as_recital(text, clause.own.start) or begins_as_recital(text, clause.body.start):
        return "recitals"
    if before == "opening" or clause.kind == "heading":
        return "opening"
    ends = clause.number[-1:].isdigit() or binds(text, clause.body) or _reads_as_title(text, clause)
    return "agreed" if ends else "recitals"


def _reads_as_title(text: str, clause: Clause) -> bool:
    words = clause.body.of(text)
    return not clause.number and len(words) < _TITLE_LENGTH and words[-1:].isalnum() and is_title(words)


def _defining(clauses: Sequence[Clause], definitions: Iterable[Definition]) -> frozenset[int]:
    """The clauses that do little but define: a term stands at their beginning and its meaning takes up most of them."""
    return frozenset(
        one.clause
        for one in definitions
        if one.at.start - clauses[one.clause].own.start < _BEGINNING
        and one.meaning.start >= one.at.end
        and (min(one.meaning.end, clauses[one.clause].own.end) - one.at.start) * 2 > len(clauses[one.clause].body)
    )


def _kind(
    text: str, clause: Clause, clauses: Sequence[Clause], above: ClauseKind | None, *, is_defining: bool, is_agreed: bool
) -> ClauseKind:
    if clause.kind == "remark":
        return "remark"
    if _is_schedule(text, clause):
        return "schedule"
    if clause.kind == "heading":
        return "heading"
    at, end = clause.body.start, min(clause.body.end, clause.body.start + _WINDOW)
    if is_defining:
        return "definition"
    if not is_agreed and (found := _opening(text, clause, above, at, end)):
        return found
    if _is_signature(text, clause, clauses, above, at, end):
        return "signature"
    if (clause.heading and _HOUSEKEEPING_HEADING.match(clause.heading)) or (
        len(clause.body) < _SHORT and _HOUSEKEEPING.match(text, at, end)
    ):
        return "boilerplate"
    return "operative"


def _is_schedule(text: str, clause: Clause) -> bool:
    """Whether a clause is the title of a schedule."""
    if clause.kind != "heading" and (not clause.number or len(clause.own) > _SCHEDULE_LENGTH):
        return False
    head = text[clause.own.start : clause.own.start + _BEGINNING].lstrip(" *_#(").split(" ", 1)[0].strip(":.-–—)")
    return head[:1].isupper() and division_of(head) == "schedule" and (bool(clause.number) or clause.kind == "heading")


def _opening(text: str, clause: Clause, above: ClauseKind | None, at: int, end: int) -> ClauseKind | None:
    """Recital or parties, which stand before the parties agree."""
    if begins_as_recital(text, clause.own.start) or begins_as_recital(text, at):
        return "recital"
    if _PARTIES.match(text, at, end) and len(clause.body) < _SHORT and clause.index < _BEGINNING:
        return "parties"
    heading = clause.heading
    if heading and not clause.number[:1].isdigit():
        if heads_recitals(heading):
            return "recital"
        if _PARTIES_HEADING.match(heading) and clause.index < _BEGINNING:
            return "parties"
    return above if above in ("parties", "recital") else None


def _is_signature(text: str, clause: Clause, clauses: Sequence[Clause], above: ClauseKind | None, at: int, end: int) -> bool:
    if clause.index * 2 < len(clauses):
        return False
    if _SIGNED.match(text, at) and len(clause.body) < _SHORT:
        return True
    if _SIGNING_LINE.match(text, clause.own.start) and len(clause.own) < _SCHEDULE_LENGTH:
        return True
    return len(clause.own) < _SCHEDULE_LENGTH and (above == "signature" or _BLANK.search(text, at, end) is not None)
