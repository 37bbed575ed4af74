"""How currencies are written before and after a figure: signs, codes and names, and which dollar a document means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType

from contract_registry.core.text import Span

_SIGNS = {"£": "GBP", "€": "EUR", "$": "$", "¥": "¥", "₹": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY", "₪": "ILS", "₱": "PHP", "₦": "NGN"}
_WHOSE_DOLLAR = {
    "us": "USD",
    "u.s.": "USD",
    "ca": "CAD",
    "c": "CAD",
    "cdn": "CAD",
    "au": "AUD",
    "a": "AUD",
    "nz": "NZD",
    "hk": "HKD",
    "s": "SGD",
}
_CODES = "gbp eur usd cad aud nzd chf jpy sek nok dkk isk pln czk huf ron inr zar sgd hkd cny rmb krw twd thb ils mxn brl ars clp cop aed ngn kes"
_NAMES = {
    **dict.fromkeys(("pounds sterling", "pound sterling", "pounds", "pound", "sterling", "livres sterling", "pfund sterling"), "GBP"),
    **dict.fromkeys(("us dollars", "u.s. dollars", "us-dollar", "united states dollars", "dollars us", "dólares estadounidenses"), "USD"),
    **dict.fromkeys(("swiss francs", "francs suisses", "schweizer franken", "franken", "francos suizos"), "CHF"),
    **dict.fromkeys(("dollars", "dollar", "dólares"), "$"),
    "euros": "EUR",
    "euro": "EUR",
    "canadian dollars": "CAD",
    "australian dollars": "AUD",
    "yen": "JPY",
    "indian rupees": "INR",
    "rupees": "INR",
}
_HUNDREDTHS = {
    **dict.fromkeys(("pence", "p"), "GBP"),
    **dict.fromkeys(("euro cents", "eurocents", "centimes", "céntimos", "eurocent"), "EUR"),
    **dict.fromkeys(("cents", "cent", "ct", "¢"), "$"),
}
DOLLARS = frozenset(_WHOSE_DOLLAR.values())
_WHOSE = MappingProxyType(
    {"u.s. dollars": "USD", "us dollars": "USD", "united states dollars": "USD", "canadian dollars": "CAD", "australian dollars": "AUD"}
)


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_SIGN = f"[{''.join(_SIGNS)}]"
_CODE = f"(?P<code>{_CODES.replace(' ', '|')})"
_BEFORE = re.compile(
    rf"(?:(?:(?<![a-z])(?:(?P<whose>{_any(_WHOSE_DOLLAR)})(?=\s?\$)|(?P<lead>{_CODES.replace(' ', '|')}))\s?)?(?P<sign>{_SIGN})|(?<![a-z]){_CODE}[.:]?|\b(?P<name>sterling|euros?))\s?\Z"
)
_AFTER = re.compile(
    rf"(?:[ -]?(?P<sign>{_SIGN})(?!\s?[0-9])|[ -]?{_CODE}(?![^\W_]|\s[0-9])|(?:[ -]|[ ]d'|[ ]de[ ])?(?P<name>{_any(_NAMES)})(?![^\W_])|"
    rf"[ -]?(?P<hundredths>{_any(_HUNDREDTHS)})(?![^\W_]))"
)
_WINDOW = 16


@dataclass(frozen=True, slots=True)
class Mark:
    """What was written beside a figure: its place, the currency, and whether it counts hundredths (pence, cents)."""

    span: Span
    currency: str
    is_hundredths: bool = False


def mark_before(text: str, plain: str, start: int) -> Mark | None:
    """The currency written directly before the figure at `start`; codes must be capitals in `text`."""
    window = max(0, start - _WINDOW)
    last = plain[start - 1 : start].strip() or plain[max(0, start - 2) : start - 1]
    if not last or not (last in _SIGNS or last in ".:" or last.isalpha()):
        return None
    match = _BEFORE.search(plain, window, start)
    return None if match is None else _mark(text, match)


def mark_after(text: str, plain: str, end: int) -> Mark | None:
    """The currency written directly after the figure that ends at `end`."""
    match = _AFTER.match(plain, end, end + 2 * _WINDOW)
    return None if match is None else _mark(text, match)


def which_dollar(plain: str, spoken: Iterable[str]) -> str:
    """The dollar that a document's bare "$" means: the only one it names anywhere (`spoken`, currencies of its sums); "$" when none or several."""
    named = {currency for currency in spoken if currency in DOLLARS} | {currency for words, currency in _WHOSE.items() if words in plain}
    return named.pop() if len(named) == 1 else "$"


def _mark(text: str, match: re.Match[str]) -> Mark | None:
    groups = match.groupdict()
    span = Span(*match.span())
    if groups["code"]:
        return Mark(span, groups["code"].upper().replace("RMB", "CNY")) if text[match.start("code") : match.end("code")].isupper() else None
    if groups["sign"]:
        whose, lead = groups.get("whose"), groups.get("lead")
        return Mark(span, _WHOSE_DOLLAR[whose] if whose else lead.upper() if lead else _SIGNS[groups["sign"]])
    if groups.get("hundredths"):
        return Mark(span, _HUNDREDTHS[groups["hundredths"]], is_hundredths=True)
    return Mark(span, _NAMES[groups["name"]])
