"""Which of a contract's sums and percentages are what the creator is paid, and which are something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from contract_registry.core.clauses.tree import Clause
from contract_registry.core.contracts.cues.cue import labelled_purpose, purpose_of, setting_of
from contract_registry.core.contracts.cues.not_pay import NOT_PAY
from contract_registry.core.contracts.cues.pay import PAY
from contract_registry.core.contracts.cues.pay_labels import PAY_LABELS
from contract_registry.core.contracts.cues.percentages import PERCENT_NOT_PAY, PERCENT_PAY
from contract_registry.core.contracts.cues.sums import SumPurpose
from contract_registry.core.contracts.fact import once
from contract_registry.core.contracts.fees import FEE_KINDS, Fee, FeeKind, OtherSum
from contract_registry.core.contracts.payers import is_charge
from contract_registry.core.contracts.survey import Survey
from contract_registry.core.contracts.times import MOST
from contract_registry.core.contracts.unpaid import unpaid
from contract_registry.core.quantities.money import Money, Sum
from contract_registry.core.quantities.percents import Percent
from contract_registry.core.quantities.rates import rate_before
from contract_registry.core.text import Span

_ORDER = tuple(FEE_KINDS)
_MAIN = _ORDER.index("minimum guarantee")
"""Kinds up to this are equally likely to be the fee: the first in the text stands first."""
_EXTRA = re.compile(r"\b(?:additional|extra|further|late|overtime|each additional|extend\w*|extension|option|renew\w*)\b[^.;¤]{0,30}¤")
_TOKEN = re.compile(r"\bconsideration\b[^.]{0,60}\b(?:of|for|payment):? ¤|\bconsideration\b[^.]{0,80}\bsum of ¤")
_NOMINAL = 10
"""A sum up to this, without a rate, named as consideration, is there to make a promise binding and not to pay for the work."""
_LABOUR = frozenset({"word", "100 words", "1000 words", "page", "line", "session", "article"})
"""What only work is paid by, so that no other word for money is needed beside it."""
_PIECES = frozenset({"item", "image", "track", "episode", "performance", "half day", "day"})
"""What work is mostly paid by: enough where no other word says what the sum is for."""
_OF = re.compile(
    r"\)? ?(?:royalty |share )?(?P<of>(?:of|on|from|vom|des|der|du|de la|de los|del) [^.;,()\n]{3,90}?)"
    r"(?=[.;,()\n]| and [0-9]| (?:if|where|is|are|shall|will|payable|and \w+s (?:all|the|any|no)) |$)"
)

_HANGING = re.compile(r"(?: (?:and|or|which|that))*\s*\Z")


def pay_of(survey: Survey, sums: Sequence[Sum], percents: Sequence[Percent]) -> tuple[tuple[Fee, ...], tuple[OtherSum, ...]]:
    """What is paid for the work, the likeliest first, and every other sum in the order of the text; each once."""
    judged = [*_sums(survey, sums[:MOST]), *_shares(survey, percents[:MOST]), *((_ORDER.index("unpaid"), fee) for fee in unpaid(survey))]
    ranked = sorted(judged, key=lambda pair: (pair[0], pair[1].span))
    fees = (said for _, said in ranked if isinstance(said, Fee))
    others = (said for _, said in ranked if isinstance(said, OtherSum))
    return once(fees, lambda fee: (fee.kind, fee.money, fee.percent)), once(others, lambda each: (each.purpose, each.money))


def _sums(survey: Survey, sums: Sequence[Sum]) -> Iterator[tuple[float, Fee | OtherSum]]:
    """Each sum as what it is, with its rank among the fees."""
    for each in sums:
        clause = survey.clause_at(each.span.start)
        if clause is None:
            continue
        said, around = survey.said(clause, each.span), survey.around(clause, each.span)
        money, setting = _with_rate(each.money, around.labels), setting_of(around)
        label = labelled_purpose(setting, PAY_LABELS)
        purpose = _purpose(purpose_of(setting, NOT_PAY) or label or purpose_of(setting, PAY) or "other", money, setting)
        kind = FEE_KINDS.get(purpose)
        if kind is None:
            yield 0, OtherSum(*said, purpose, money)
        elif label is None and is_charge(survey, setting):
            yield 0, OtherSum(*said, "charge", money)
        else:
            yield _rank(kind, setting, is_labelled=label is not None), Fee(*said, kind, money)


def _with_rate(money: Money, labels: Sequence[str]) -> Money:
    """The sum with what its label says it is paid per: "Day rate: £320"."""
    per = next((rate for label in labels if (rate := rate_before(f"{label} ", len(label) + 1))), "")
    return replace(money, per=per) if per and not money.per else money


def _purpose(purpose: SumPurpose, money: Money, setting: str) -> SumPurpose:
    """The purpose seen the sum itself: a fee per something is a rate, one of a pound is nominal."""
    if money.per and (
        purpose in {"fee", "instalment"}
        or (purpose in {"price", "other"} and money.per in _LABOUR)
        or (purpose == "other" and money.per in _PIECES)
    ):
        return "rate"
    return "nominal" if purpose == "fee" and money.amount <= _NOMINAL and _TOKEN.search(setting) else purpose


def _shares(survey: Survey, percents: Sequence[Percent]) -> Iterator[tuple[float, Fee]]:
    """Royalties, kill fees and instalments that are percentages, with their rank among the fees."""
    for each in percents:
        clause = survey.clause_at(each.span.start)
        if clause is None:
            continue
        setting = setting_of(survey.around(clause, each.span))
        purpose = (
            purpose_of(setting, PERCENT_NOT_PAY) or labelled_purpose(setting, PAY_LABELS) or purpose_of(setting, PERCENT_PAY) or "other"
        )
        kind = FEE_KINDS.get("royalty" if purpose in {"fee", "rate", "advance"} else purpose)
        if kind is not None and not is_charge(survey, setting):
            of = _of_what(survey, clause, each.span) if kind != "instalment" else None
            span = Span(each.span.start, of.end) if of else each.span
            fee = Fee(*survey.said(clause, span), kind, percent=each.value, of=of.of(survey.text) if of else "")
            yield _rank(kind, setting, is_labelled=False), fee


def _of_what(survey: Survey, clause: Clause, percent: Span) -> Span | None:
    """The words after a percentage that say of what: "of net receipts", never beyond its own clause or cell."""
    end = survey.sentence_at(clause, percent.start).end if clause.block.cells else clause.own.end
    match = _OF.match(survey.plain, percent.end, min(end, percent.end + 120))
    return Span(match.start("of"), match.start("of") + len(_HANGING.sub("", match["of"]))) if match else None


def _rank(kind: FeeKind, setting: str, *, is_labelled: bool) -> float:
    """How far down the list of pay it belongs: by its kind, labelled ones before others of it, what is extra last."""
    extra = len(_ORDER) if _EXTRA.search(setting) else 0
    return max(_ORDER.index(kind), _MAIN) - (0.5 if is_labelled else 0) + extra
