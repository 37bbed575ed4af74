"""Sums of money: "£1,500.00", "EUR 1.500,00", "five hundred pounds (£500)", "$0.12 per word", "£500-£750", "1,5 Mio. EUR"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from contract_registry.core.quantities.currencies import mark_after, mark_before, which_dollar
from contract_registry.core.quantities.folded import Folded
from contract_registry.core.quantities.numbers import Number
from contract_registry.core.quantities.rates import rate_after, rate_before
from contract_registry.core.text import Span

_TIMES = {"k": 1000, "m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000, "thousand": 1000, "million": 1_000_000, "millions": 1_000_000}
_TIMES |= {"mio": 1_000_000, "mio.": 1_000_000, "millionen": 1_000_000, "millones": 1_000_000, "billion": 1_000_000_000, "tausend": 1000}
_TAIL = re.compile(r"(?P<times>k|mn?|bn|[ -]?(?:thousand|millions?|billion|mio\.?|millionen|millones|tausend))(?![^\W_])|,-{1,2}|\.-")
_MAY_BE_MONEY = re.compile(r"[ -]?[^\W\d_]|[ -]?[$£€¥₹₩₽₺₪₱₦¢]|,-|\.-")
_GROUPS_BEFORE = re.compile(r"(?<![0-9.,/-])(?<![0-9] )[1-9][0-9]{0,2}(?: [0-9]{3})* \Z")
_GROUPS_AFTER = re.compile(r"(?: [0-9]{3})+(?:[.,][0-9]{2})?(?![0-9]|[.,][0-9])")
_GROUP = re.compile(r"[0-9]{3}(?:[.,][0-9]{2})?")
_RANGE = re.compile(r"\s?(?:-|to|and|bis|à|a)\s?")
_AGAIN = re.compile(r"\s{0,12}\(\s{0,8}")


@dataclass(frozen=True, slots=True)
class Money:
    """A sum: its currency as an ISO 4217 code ("$" or "¥" where the document does not say whose), how much, and per what ("word", "day").

    `up_to` is the upper end of a range.
    """

    currency: str
    amount: Decimal
    per: str = ""
    up_to: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of money where it is spoken of."""

    span: Span
    money: Money


def sums_in(folded: Folded, numbers: Iterable[Number]) -> tuple[Sum, ...]:
    """Every sum of money in the order of the text; one said twice ("five hundred pounds (£500)") or as a range is one."""
    found: list[Sum] = []
    for number in numbers:
        each = _sum(folded.text, folded.plain, number)
        if each is not None:
            joined = _joined(found[-1], each, folded.plain) if found else None
            if joined is not None:
                found.pop()
            found.append(joined or each)
    dollar = which_dollar(folded.plain, (each.money.currency for each in found))
    return tuple(replace(each, money=replace(each.money, currency=dollar)) if each.money.currency == "$" else each for each in found)


def _sum(text: str, plain: str, number: Number) -> Sum | None:
    start, end, amount = number.span.start, number.span.end, number.value
    before = mark_before(text, plain, start)
    if before is None and (plain[start - 1 : start].isalnum() or plain[start - 1 : start] in {"_", ".", ",", "/"}):
        return None
    if before is not None and (groups := _GROUPS_AFTER.match(plain, end)) and len(number.span) < 4:  # noqa: PLR2004
        end, amount = groups.end(), _grouped(plain[start : groups.end()])
    if before is None and not _MAY_BE_MONEY.match(plain, end):
        return None
    tail = _TAIL.match(plain, end)
    after = mark_after(text, plain, tail.end() if tail else end)
    if before is None and after is None:
        return None
    if before is None and (groups := _GROUPS_BEFORE.search(plain, max(0, start - 12), start)) and _GROUP.fullmatch(plain, start, end):
        start, amount = groups.start(), _grouped(plain[groups.start() : end])
    mark = after if before is None or (after and before.currency == "$" and not after.is_hundredths) else before
    if mark is None:
        return None
    amount = amount * (_TIMES[tail["times"].strip(" -")] if tail and tail["times"] else 1) / (100 if mark.is_hundredths else 1)
    first = before.span.start if before else start
    last = after.span.end if after and mark.currency == after.currency else (tail.end() if tail else end)
    per, last = rate_after(plain, last)
    if not per and mark.is_hundredths and plain[last - 1] == "p":
        return None
    return Sum(Span(first, last), Money(mark.currency, amount, per or rate_before(plain, first)))


def _grouped(figures: str) -> Decimal:
    """The value of figures whose thousands are grouped by spaces: "1 500,00"."""
    return Decimal(figures.replace(" ", "").replace(",", "."))


def _joined(one: Sum, other: Sum, plain: str) -> Sum | None:
    """Two sums as one where the second says the first again or is the upper end of its range."""
    gap = plain[one.span.end : other.span.start]
    span = Span(one.span.start, other.span.end)
    if _AGAIN.fullmatch(gap) and one.money.amount == other.money.amount:
        close = span.end + (plain[span.end : span.end + 1] == ")")
        per, end = rate_after(plain, close)
        return Sum(Span(span.start, end), replace(other.money, per=other.money.per or one.money.per or per))
    if _RANGE.fullmatch(gap) and one.money.currency == other.money.currency and one.money.amount < other.money.amount and not one.money.per:
        return None if gap.strip() == "and" else Sum(span, replace(other.money, amount=one.money.amount, up_to=other.money.amount))
    return None
