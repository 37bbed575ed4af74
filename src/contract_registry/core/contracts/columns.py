"""What the columns of a table are about, seen beside each other: in a schedule of payments "Due" is when money is due, and not the work."""

from __future__ import annotations

import re
from collections.abc import Sequence

_DUE = re.compile(r"(?:when|date)?(?: ?(?:due|payable|paid))?(?: (?:on|by|date))?|payment date|fällig(?:keit)?|échéance|vencimiento")
_SUM = re.compile(
    r"(?:amounts?|sums?|payments?|instal?lments?|fees?|value)(?: (?:due|payable|in .{3}))?(?: ?\([^)]*\))?|betrag|montant|importe"
)
_STAGE = re.compile(r"stages?|milestones?|payments?|instal?lments?|tranches?|rate|étape|hito")
_PLAIN_SUM = re.compile(r"(?:amounts?|sums?|payments?|instal?lments?)\b.*|betrag|montant|importe")
_WORK = re.compile(r"deliver|item|work|draft|artwork|image|piece|description")


def columns_called(titles: Sequence[str]) -> tuple[str, ...]:
    """The `titles` of a table (folded) as labels of its cells; in a schedule of payments "instalment" and "payment due" for sums and their dates."""
    if not _pays_in_parts(titles):
        return tuple(titles)
    return tuple("payment due" if _is_due(title) else "instalment" if _SUM.fullmatch(title) else title for title in titles)


def _pays_in_parts(titles: Sequence[str]) -> bool:
    """Whether a table says when which part is paid: a column of sums beside one of dates, and neither about pieces of work."""
    has_both = any(map(_SUM.fullmatch, titles)) and any(map(_is_due, titles))
    speaks_of_pay = any(_STAGE.fullmatch(title) or _PLAIN_SUM.fullmatch(title) for title in titles)
    return has_both and speaks_of_pay and not any(_WORK.search(title) for title in titles)


def _is_due(title: str) -> bool:
    return bool(title) and _DUE.fullmatch(title) is not None
