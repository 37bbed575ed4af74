"""Dates that may be known only to the month or the year: 2026, 2026-03 or 2026-03-14."""

from __future__ import annotations

import re
from datetime import date

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def is_partial_date(words: str) -> bool:
    """Whether the words are a day, a month or a year that there is."""
    form = _FORM.fullmatch(words)
    if not form:
        return False
    year, month, day = (int(part) if part else 1 for part in form.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
