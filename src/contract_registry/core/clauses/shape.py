"""How one block reads: its own words after number and run-in heading, whether it is a heading, and whether it leads into a list."""

from __future__ import annotations

from typing import Literal, NamedTuple

from contract_registry.core.clauses.blocks import Piece
from contract_registry.core.clauses.headings import is_heading_line, run_in_heading
from contract_registry.core.clauses.leadins import heading_leads_in, leads_in
from contract_registry.core.clauses.numbering import PrintedNumber
from contract_registry.core.clauses.recitals import opens_contract
from contract_registry.core.text import Span

GOING_ON = (";", "; and", "; or", "; und", "; oder", "; et", "; ou", "; y", "; o", ",", ", and", ", or")
"""How the items of a list end but for the last."""

_ITEM_ENDS = tuple(end for end in GOING_ON if " " in end)
_POINTING = (":", "—", "–")
"""How words end that surely lead on; an item's comma before an unmarked line only ends its list."""
_HEADING_LENGTH = 300
"""A heading longer than this is a paragraph that its file dressed up."""
_TITLE_LENGTH = 110


class Shape(NamedTuple):
    """How a piece reads: `body` its words after number and run-in heading, `title` its heading if it is or begins with one."""

    body: Span
    title: Span | None = None
    is_heading: bool = False
    leads: bool = False


def shape_of(text: str, piece: Piece, following: Piece | None, *, is_in_list: bool) -> Shape:
    """The shape of a piece, seen the one that follows; `is_in_list` when it stands where an item of a list would."""
    start = piece.number.end if piece.number else piece.span.start
    body = Span(min(start, piece.span.end), piece.span.end)
    if _is_heading(text, piece, body, following, is_in_list=is_in_list):
        return Shape(body, body, is_heading=True, leads=heading_leads_in(text, body))
    if piece.block.kind == "row":
        return Shape(body)
    run_in = run_in_heading(text, body, is_numbered=piece.number is not None and piece.number.form != "bullet")
    rest = Span(run_in[1], body.end) if run_in else body
    return Shape(rest, run_in[0] if run_in else None, leads=_leads(text, piece, rest, following))


def goes_on(text: str, body: Span) -> bool:
    """Whether the words end as an item does that is not the last of its list."""
    return text.endswith(GOING_ON, body.start, body.end)


def first_letter(text: str, piece: Piece) -> str:
    """The letter that a piece's own words begin with; empty when it has none."""
    at = piece.number.end if piece.number else piece.span.start
    return text[at : at + 1]


def is_small(number: PrintedNumber | None) -> bool:
    """Whether a number is of the kind that list items carry: "(a)", "1)", "iv."."""
    return number is not None and (number.form == "paren" or number.wrap == ")" or (number.form == "single" and number.parts[0].islower()))


def _leads(text: str, piece: Piece, body: Span, following: Piece | None) -> bool:
    """Whether the words lead into a list, which only what may be an item can show."""
    if following is None:
        return False
    first = first_letter(text, following)
    is_marked = following.number is not None or following.block.kind == "item" or following.box is not None
    if not is_marked and (
        not (first.islower() or goes_on(text, following.span)) or (_is_item(piece) and not text.endswith(_POINTING, body.start, body.end))
    ):
        return False
    return not text.endswith(_ITEM_ENDS, body.start, body.end) and leads_in(text, body, first) and not opens_contract(text, body)


def _is_item(piece: Piece) -> bool:
    return piece.block.kind == "item" or is_small(piece.number) or (piece.number is not None and piece.number.form == "bullet")


def _is_heading(text: str, piece: Piece, body: Span, following: Piece | None, *, is_in_list: bool) -> bool:
    block, number = piece.block, piece.number
    if block.kind == "heading":
        return len(body) <= _HEADING_LENGTH
    if number is not None and number.form == "label" and not len(body):
        return True
    if (
        following is None
        or len(body) > _TITLE_LENGTH
        or piece.box is not None
        or block.kind == "row"
        or (block.kind == "item" and number is None)
    ):
        return False
    if number is not None and (number.form == "bullet" or _is_sibling(number, following.number) or (is_in_list and is_small(number))):
        return False
    after = following.span
    return is_heading_line(
        body.of(text),
        text[after.start : min(after.end, after.start + _HEADING_LENGTH)],
        is_numbered=number is not None,
        is_before=_before(following),
    )


def _before(following: Piece) -> Literal["number", "item", "text"]:
    number = following.number
    if following.block.kind == "item" or (number is not None and (number.form == "bullet" or is_small(number))):
        return "item"
    return "number" if number is not None else "text"


def _is_sibling(number: PrintedNumber, other: PrintedNumber | None) -> bool:
    """Whether the next piece carries the next number of the same kind, so that a short line before it is an item rather than its heading."""
    if other is None or number.form == "label" or (number.form, number.wrap) != (other.form, other.wrap):
        return False
    return any(one.alphabet == after.alphabet and one.value + 1 == after.value for one in number.readings for after in other.readings)
