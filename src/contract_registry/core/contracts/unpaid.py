"""Work for nothing: "no fee is payable", "the role is unpaid", "without compensation to you", "Fee: none"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contract_registry.core.contracts.fees import Fee
from contract_registry.core.contracts.payers import IMPOSED
from contract_registry.core.contracts.survey import Survey
from contract_registry.core.quantities.folded import telling
from contract_registry.core.text import Span, trimmed

UNPAID_WORDS = telling(
    "unpaid payment compensation remuneration fee fees consideration unentgeltlich unentgeltliche gratuit gratuitement gratuita gratuito"
)
"""The telling words that "no fee" is found by."""

_PAY = r"(?:fees?|payments?|compensation|remuneration|consideration)"
_UNPAID = re.compile(
    r"\bunpaid (?:role|position|work|project|collaboration|opportunity|internship|contribution|basis|engagement)|\b(?:is|are|be) unpaid\b"
    r"|\bwithout (?:any )?(?:payment|compensation|remuneration|fee|consideration|vergütung)\b(?! (?:for|of) (?:late|tax))"
    rf"|\bno {_PAY}(?:,? (?:or|and) (?:other )?\w+){{0,2}} (?:is|are|will be|shall be|to be|being) (?:payable|paid|due|made|owed|given)"
    r"|\bno (?:fee|payment|compensation|remuneration) (?:for|to|of any kind)\b"
    rf"|\b(?:shall|will|is|are) not (?:be )?(?:entitled to|paid|receive)(?: any)? {_PAY}\b"
    r"|\bunentgeltlich\w*|\bà titre gratuit\b|\bgratuitement\b|\bde forma gratuita\b|\ba título gratuito\b"
)
_FURTHER = re.compile(r"\b(?:further|additional|extra|other|such|late|more)\b")
_GIVES = re.compile(
    r"\b(?:licen[cs]\w*|grant\w*|rights?|us(?:e|ed|ing)|assign\w*|contribut\w*|works?|perform\w*|submi\w+"
    r"|cèd\w*|cession|accord\w*|autoris\w*|überträgt|einräum\w*|räumt|ced\w+|derechos|autoriz\w*)\b"
)
"""What a creator does or gives: without such words near it, "without payment" may be about anything."""
_OTHER_GIFT = re.compile(r"\b(?:feedback|suggestions?|bug reports?|access)\b")
_LABEL = re.compile(
    r"(?:.{0,20} )?(?:fees?|remuneration|payment|compensation|honorarium|rate|pay|salary"
    r"|honorar|vergütung|gage|rémunération|cachet|remuneración|honorarios)"
)
_NOTHING = re.compile(
    r"(?:unpaid|none|nil|no (?:fee|payment|remuneration)|n/a|zero|without (?:fee|payment)"
    r"|unentgeltlich|keine?|aucune?|néant|ninguna?|gratuit\w*)(?:[.\s]|$)"
)
_REACH, _LONGEST = 50, 80


def unpaid(survey: Survey) -> Iterator[Fee]:
    """Every place that says the work is not paid: labels first, then sentences; not those that deny only *further* pay."""
    for clause, labelled in survey.labelled(_LABEL, _LONGEST):
        if _NOTHING.match(survey.plain, labelled.value.start, labelled.value.end):
            yield Fee(*survey.said(clause, trimmed(labelled.value, survey.text)), "unpaid")
    for clause, word in survey.spoken(UNPAID_WORDS):
        match = survey.heard(_UNPAID, clause, word, _REACH)
        if match is None or _FURTHER.search(survey.plain, max(clause.own.start, match.start() - 14), match.end()):
            continue
        span = Span(*match.span())
        around = survey.around(clause, span)
        if _is_about_work(survey, match[0], f"{around.before[-160:]} … {around.after[:120]}"):
            yield Fee(*survey.said(clause, span), "unpaid")


def _is_about_work(survey: Survey, words: str, around: str) -> bool:
    """Whether what is unpaid is the creator's: a contract that says so outright means it; elsewhere the sentence must speak of giving."""
    is_plain = survey.clauses.kind not in IMPOSED and ("unpaid" in words or words.startswith("no "))
    return (is_plain or _GIVES.search(around) is not None) and not _OTHER_GIFT.search(around)
