"""Places as plain data: spans as two offsets, boxes as four numbers in points from the page's top left, to a tenth."""

from __future__ import annotations

from collections.abc import Iterable

from contract_registry.core.document import Box, Document, Place
from contract_registry.core.text import Span


def offsets(span: Span) -> list[int]:
    return [span.start, span.end]


def corners(box: Box) -> list[float]:
    """Left, top, right, bottom in points, rounded to 0.1."""
    return [round(float(side), 1) + 0.0 for side in (box.x0, box.y0, box.x1, box.y1)]  # + 0.0 turns -0.0 into 0.0


def places_form(places: Iterable[Place]) -> list[dict[str, object]]:
    return [{"page": place.page, "boxes": [corners(box) for box in place.boxes]} for place in places]


def quoted(span: Span, document: Document) -> dict[str, object]:
    """A place with its words: `start`, `end` and the slice of the text there."""
    return {"start": span.start, "end": span.end, "quote": span.of(document.text)}
