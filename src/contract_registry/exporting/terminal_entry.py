"""One entry of the report for a terminal: its words, what they mean, what to ask and what to propose."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from contract_registry.exporting import plain_words
from contract_registry.exporting.entry import Entry, Part
from contract_registry.exporting.terminal import STYLES, bullets, labelled, words

Detail = Literal["brief", "usual", "full"]
"""How much is told: everything in short, with what to do about it, or with every proposal, law and rule too."""

_LABELS: dict[Part, str] = {"why": "It means", "questions": "Ask", "wording": "Propose", "law": "In law"}
_LABEL_WIDTH = 8
LONGEST_FOCUS = 70


def entry_part(entry: Entry, detail: Detail, *, status: bool) -> RenderableType:
    """The whole entry; with `status` its rule's standing is said too."""
    parts: list[RenderableType] = [_heading(entry)]
    if entry.quote:
        parts.append(Padding(_quote(entry), (0, 0, 0, 4)))
    parts.append(Padding(labelled(advice_rows(entry, detail, status=status), least=_LABEL_WIDTH), (0, 0, 0, 4)))
    for point in entry.points:
        parts.append(Padding(_point_heading(entry, point), (0, 0, 0, 4)))
        parts.append(Padding(labelled(advice_rows(point, detail, status=status), least=_LABEL_WIDTH), (0, 0, 0, 6)))
    return Padding(Group(*parts), (1, 0, 0, 0))


def favour_line(entry: Entry, detail: Detail) -> RenderableType:
    """A protection in two or three lines: what, where, the words, and unless it is to be brief why they help; in full what to ask and look out for."""
    parts: list[RenderableType] = [_heading(entry), Padding(words(f"»{entry.focus}«"), (0, 0, 0, 4))]
    if detail != "brief" and "why" not in entry.told_at:
        parts.append(Padding(words(entry.why), (0, 0, 0, 4)))
    if detail == "full":
        parts.append(Padding(labelled(_favour_rows(entry), least=_LABEL_WIDTH), (0, 0, 0, 4)))
    return Padding(Group(*parts), (1, 0, 0, 0))


def _favour_rows(entry: Entry) -> Iterable[tuple[str, RenderableType]]:
    if entry.questions and "questions" not in entry.told_at:
        yield "Ask", bullets(entry.questions)
    if entry.weakened_by:
        yield "Beware of", words(entry.weakened_by)
    yield from _law(entry, elsewhere=True)
    yield "Rule", words(entry.rule, "dim")


def advice_rows(entry: Entry, detail: Detail, *, status: bool = False) -> Iterable[tuple[str, RenderableType]]:
    """What to know of an entry and what to do about it, in rows with labels."""
    if entry.question:
        yield "Unclear", words(entry.question)
    for remark in entry.remarks:
        yield "Note", words(remark)
    yield from _advice(entry, [part for part in _told(entry, detail) if part in entry.parts()], detail)
    if detail == "full":
        yield from _law(entry, elsewhere=True)
        yield "Rule", words(f"{entry.rule} ({entry.status})" if status else entry.rule, "dim")
        if entry.also:
            yield "Also", words(", ".join(entry.also), "dim")
    elif entry.law.is_asked:
        yield from _law(entry, elsewhere=False)
    elif entry.law.effect:
        yield "In law", words(entry.law.effect)


def _told(entry: Entry, detail: Detail) -> tuple[Part, ...]:
    """The parts that are told: of lesser things not what to propose, and of small ones what they mean alone, unless all is asked for."""
    if detail == "full" or entry.is_grave:
        return ("why", "questions", "wording")
    return ("why", "questions") if entry.severity == "medium" else ("why",)


def _advice(entry: Entry, parts: list[Part], detail: Detail) -> Iterable[tuple[str, RenderableType]]:
    """What was told before is named by where; once where all of it was."""
    told = {entry.told_at[part].number for part in parts if part in entry.told_at}
    if parts and len(told) == 1 and all(part in entry.told_at for part in parts):
        yield "To do", words(f"As for number {told.pop()}.")
        return
    for part in parts:
        at = entry.told_at.get(part)
        if at:
            yield _LABELS[part], words(f"See {at.number}.")
        elif part == "why":
            yield _LABELS[part], words(entry.why)
        elif part == "questions":
            yield _LABELS[part], bullets(entry.questions)
        else:
            yield _LABELS[part], _wording(entry, detail)


def _law(entry: Entry, *, elsewhere: bool) -> Iterable[tuple[str, RenderableType]]:
    at, law = entry.told_at.get("law"), entry.law
    if at:
        yield "In law", words(f"See {at.number}.")
        return
    if here := tuple(filter(None, (law.effect, *law.here))):
        yield "In law", bullets(here)
    if elsewhere and law.elsewhere:
        yield "Law elsewhere", bullets(law.elsewhere)


def _heading(entry: Entry) -> Text:
    head = words(f"{entry.number}. " if entry.number else "")
    if entry.kind != "protection":
        head.append(f"{plain_words.SEVERITIES[entry.severity].upper()}: ", STYLES[entry.severity])
    head.append(entry.title, "bold")
    where = f"made by {plain_words.listed([str(number) for number, _ in entry.members])}" if entry.members else entry.where
    if where:
        head.append(f" · {where}", "dim not bold")
    return head


def _point_heading(entry: Entry, point: Entry) -> Text:
    """What else the passage says: how grave it is, and in which words, where those are others."""
    head = words("Also ")
    head.append(f"{plain_words.SEVERITIES[point.severity].upper()}: ", STYLES[point.severity])
    head.append(point.title, "bold")
    if entry.is_in_other_words(point):
        head.append(f" · »{shortened(point.focus)}«", "not bold")
    return head


def shortened(focus: str) -> str:
    """Deciding words at a length that a line has room for."""
    return focus if len(focus) <= LONGEST_FOCUS else f"{focus[: LONGEST_FOCUS - 1].rstrip()}…"


def _quote(entry: Entry) -> Text:
    """The sentence with the deciding words between » and «, so that they stand out without colour too."""
    quote = words("")
    if entry.lead_in:
        quote.append(f"({entry.lead_in}) ", "dim")
    for piece in entry.quote:
        quote.append(f"»{piece.text}«" if piece.is_focus else piece.text, "bold underline" if piece.is_focus else "")
    return quote


def _wording(entry: Entry, detail: Detail) -> RenderableType:
    """The wording to propose: the best, and the steps down from it where all is asked for."""
    if detail != "full":
        return words(entry.wording[0][1])
    lines = []
    for step, text in entry.wording:
        line = words(f"{step}: ", "bold")
        line.append(text, "not bold")
        lines.append(line)
    return Group(*lines)
