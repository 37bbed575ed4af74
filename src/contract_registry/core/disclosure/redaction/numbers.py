"""Numbers that lead to one person or one work: of banks, of tax and insurance, of registers, of orders; and any other number that is long."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contract_registry.core.disclosure.redaction.removal import Kind, Removal, found

_NO = r"(?i:no|nr|number|num|n°|nummer|code|id|ref|reference)"
_LABEL = rf"[ :.#°|-]{{0,4}}(?:{_NO}\b[ :.#|]{{0,4}})?(?:is )?"
_VALUE = r"(?P<it>(?=[A-Z/ .-]{0,12}\d)[A-Z0-9](?:[A-Z0-9./-]|[ ](?=\d)){1,34}[A-Z0-9])"
"""Capitals and figures: a word in small letters is no part of a number."""
_BANK = re.compile(
    rf"\b(?i:account|acct|a/c|sort[ -]code|iban|bic|swift|routing|aba|bsb|kontonummer|konto|blz|bankverbindung|compte|cuenta){_LABEL}{_VALUE}"
)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b")
_SORT_CODE = re.compile(r"(?<![\d-])\d{2}-\d{2}-\d{2}(?![\d-])")
_TAX = re.compile(
    r"\b(?i:vat|utr|unique taxpayer reference|tax(?:payer)?(?: id(?:entification)?| reference| ref)?|tin|ein|ssn|social security|national insurance|ni|nino|itin"
    rf"|ust-?id(?:nr)?|steuernummer|steuer-?id|siren|siret|nif|nie|dni|cif|tva){_LABEL}{_VALUE}"
)
_NATIONAL_INSURANCE = re.compile(r"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b")
_VAT = re.compile(r"\b(?:ATU|BE|DE|DK|EL|ES|FI|FR|GB|IE|IT|LU|NL|PL|PT|SE)\s?[A-Z]?\d{2,3}(?:[ .]?\d{2,4}){2,3}[A-Z]?\b")
_SOCIAL_SECURITY = re.compile(r"(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])|(?<![\d-])\d{2}-\d{7}(?![\d-])")
_REGISTER = re.compile(rf"\b(?i:passport|ipi|cae|ipn|isni|isbn|issn|isrc|iswc|imdb|eidr|hrb|hra|rcs|po){_LABEL}{_VALUE}")
_FILED = re.compile(
    r"\b(?i:company|registration|registered|reg|charity|membership|member|licen[cs]e|equity|union|order|invoice|job|project|production|contract|agreement|policy|our|your|file|case|matter|customer"
    rf"|vendor|supplier|client)(?:[ .:#-]{{1,3}}(?:{_NO}|(?i:is))\b|[ ]?[#:])[ .:#]{{0,3}}(?:{_NO}\b[ .:#]{{0,3}})?(?:(?i:in|is) )?{_VALUE}"
)
_REFERENCE = re.compile(rf"\b(?i:ref(?:erence)?|aktenzeichen|az|id){_LABEL}{_VALUE}")
_WORK = re.compile(r"\b97[89][- ]?(?:\d[- ]?){9}\d\b|\b[A-Z]{2}-?[A-Z0-9]{3}-?\d{2}-?\d{5}\b|\bT-?\d{3}\.?\d{3}\.?\d{3}-?\d\b")
_LONG = re.compile(r"(?<![\w.,£$€])[A-Z]{0,3}(?:[ /.-]?\d){6,24}(?![\w%])")


def numbers_in(text: str) -> Iterator[Removal]:
    """Every number that leads to somebody, by its label or its form."""
    yield from found(_IBAN, text, Kind.BANK, "it has the form of an account number", "[bank details]")
    yield from found(_BANK, text, Kind.BANK, "the words before it name a bank account", "[bank details]")
    yield from found(_SORT_CODE, text, Kind.BANK, "it has the form of a sort code", "[bank details]")
    yield from found(_NATIONAL_INSURANCE, text, Kind.TAX, "it has the form of a National Insurance number", "[tax number]")
    yield from found(_SOCIAL_SECURITY, text, Kind.TAX, "it has the form of a tax or social security number", "[tax number]")
    yield from found(_TAX, text, Kind.TAX, "the words before it name a tax number", "[tax number]")
    yield from found(_VAT, text, Kind.TAX, "it has the form of a VAT number", "[tax number]")
    yield from found(_WORK, text, Kind.REGISTER, "it has the form of a work's number", "[number]")
    yield from found(_REGISTER, text, Kind.REGISTER, "the words before it name a register or a file", "[number]")
    yield from found(_FILED, text, Kind.REGISTER, "the words before it name a register or a file", "[number]")
    yield from found(_REFERENCE, text, Kind.REGISTER, "the words before it name a file", "[number]")


def long_numbers_in(text: str) -> Iterator[Removal]:
    """Whatever has six figures or more."""
    yield from found(_LONG, text, Kind.NUMBER, "a number this long is hardly given twice", "[number]")
