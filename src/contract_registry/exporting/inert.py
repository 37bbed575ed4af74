"""Contract text made harmless to show: no character in it can command a terminal, turn the line around, or break a page."""

from __future__ import annotations

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_LINE_BREAKS = "\t\n\v\f\r\x85\u2028\u2029"
_TURNING = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]  # embeddings, overrides and isolates reorder what stands around them
_TABLE: dict[int, str] = (
    dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000), *range(0xFFFE, 0x10000)), REPLACEMENT)
    | dict.fromkeys(_TURNING, "")
    | dict.fromkeys(map(ord, _LINE_BREAKS), " ")
)


def inert(text: str) -> str:
    """`text` for a screen: line breaks and tabs as spaces, control characters as a replacement mark, turning marks left out."""
    return text.translate(_TABLE)
