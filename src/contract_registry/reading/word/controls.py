"""What content controls and form fields of a Word file are: their title, whether they are ticked, chosen, or still to be filled in."""

from __future__ import annotations

from contract_registry.reading.word.names import Element, child, is_on, number, tag, value
from contract_registry.reading.word.record import Record

TICKED, EMPTY = "☒", "☐"
_LONGEST_TITLE = 200


def note_control(control: Element, start: int, record: Record) -> None:
    """Note what the content control whose words were read since `start` is."""
    properties = child(control, "w:sdtPr")
    if properties is None:
        return
    if "Table of Contents" in (value(properties, "w:docPartObj/w:docPartGallery") or ""):
        record.mark("contents", start)
        return
    title = (value(properties, "w:alias") or value(properties, "w:tag") or "")[:_LONGEST_TITLE]
    if title or child(properties, "w:docPartObj") is None:
        record.mark("content control", start, title)
    if is_on(child(properties, "w:showingPlcHdr")):
        record.mark("form field", start, "placeholder")


def control_tick(control: Element) -> str:
    """The box that a content control shows when it is a check box; empty for other controls."""
    box = child(control, "w:sdtPr/w14:checkbox")
    if box is None:
        return ""
    checked = child(box, "w14:checked")
    return TICKED if checked is not None and checked.get(tag("w14:val"), "1") in {"1", "true", "on"} else EMPTY


def field_tick(field: Element) -> str:
    """The box that an older form field shows when it is a check box; empty for other fields."""
    box = child(field, "w:ffData/w:checkBox")
    if box is None:
        return ""
    checked = child(box, "w:checked")
    return TICKED if is_on(checked if checked is not None else child(box, "w:default")) else EMPTY


def field_choice(field: Element) -> str:
    """The entry that an older drop-down field shows; empty for other fields."""
    entries = child(field, "w:ffData/w:ddList")
    if entries is None:
        return ""
    result = number(entries, "w:result")
    chosen = (number(entries, "w:default") or 0) if result is None else result
    listed = [each.get(tag("w:val"), "") for each in entries.iter(tag("w:listEntry"))]
    return listed[chosen] if 0 <= chosen < len(listed) else ""
