"""A passage of a measurement in words: where it stands, and its sentence cut to what can be read at once."""

from __future__ import annotations

from contract_registry.core.evaluation.excerpt import Excerpt
from contract_registry.core.text import Span
from contract_registry.exporting.inert import inert

MOST_BESIDE = 240
MOST_MARKED = 700
LONGEST_HEADING = 60
GAP = " … "


def clause_words(number: str, heading: str) -> str:
    """`Clause 4.2, “Moral rights”`; empty where nothing is printed to cite it by."""
    number, heading = inert(number), inert(heading)
    cited = number if number and number[0].isalpha() and " " in number else f"Clause {number}" if number else ""
    short = heading if len(heading) <= LONGEST_HEADING else f"{heading[: LONGEST_HEADING - 1].rstrip()}…"
    return ", ".join(each for each in (cited, f"“{short}”" if short else "") if each)


def whereabouts(each: Excerpt) -> str:
    """Document and clause, and of a labelled passage its line in the file of labels."""
    line = f"line {each.line} of the labels" if each.line else ""
    return " · ".join(part for part in (inert(each.doc), clause_words(each.clause_number, each.clause_heading), line) if part)


def named_rule(each: Excerpt) -> str:
    """The rule with its version, where that is known."""
    return f"{inert(each.rule)}@{each.rule_version}" if each.rule_version else inert(each.rule)


def in_three(words: str, marked: Span) -> tuple[str, str, str]:
    """What stands before the marked words, these, and what stands after, on one line and without what is far from them."""
    before, inside, after = (_flowing(part) for part in (words[: marked.start], marked.of(words), words[marked.end :]))
    if len(before) > MOST_BESIDE:
        before = f"…{before[-MOST_BESIDE:].partition(' ')[1]}{before[-MOST_BESIDE:].partition(' ')[2]}"
    if len(after) > MOST_BESIDE:
        after = f"{after[:MOST_BESIDE].rpartition(' ')[0]} …"
    if len(inside) > MOST_MARKED:
        half = MOST_MARKED // 2
        inside = f"{inside[:half].rpartition(' ')[0]}{GAP}{inside[-half:].partition(' ')[2]}"
    return before, inside, after


def _flowing(text: str) -> str:
    """`text` on one line, a space at either end where it had white space there."""
    flowing = " ".join(inert(text).split())
    return f"{' ' * (text[:1].isspace() and bool(flowing))}{flowing}{' ' * text[-1:].isspace()}"
