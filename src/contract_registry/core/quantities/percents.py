"""Percentages: "10%", "ten per cent (10%)", "12,5 %", "fünf Prozent"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from contract_registry.core.quantities.folded import Folded
from contract_registry.core.quantities.numbers import Number
from contract_registry.core.text import Span

_SIGN = re.compile(r"\s?(?:%|per ?cent(?:um)?\b|percent\b|prozent\b|v\.h\.|pour ?cent\b|por ciento\b)")
WHOLE = 100


@dataclass(frozen=True, slots=True)
class Percent:
    """A percentage where it is spoken of."""

    span: Span
    value: Decimal


def percents_in(folded: Folded, numbers: Iterable[Number], most: int = WHOLE) -> tuple[Percent, ...]:
    """Every percentage up to `most` in the order of the text; one said twice ("ten per cent (10%)") is one."""
    found: list[Percent] = []
    for number in numbers:
        sign = _SIGN.match(folded.plain, number.span.end)
        if sign is None or number.value > most:
            continue
        each = Percent(Span(number.span.start, sign.end()), number.value)
        if found and found[-1].value == each.value and folded.plain[found[-1].span.end : each.span.start].strip() == "(":
            end = each.span.end + (folded.plain[each.span.end : each.span.end + 1] == ")")
            found[-1] = replace(each, span=Span(found[-1].span.start, end))
        else:
            found.append(each)
    return tuple(found)
