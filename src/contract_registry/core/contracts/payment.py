"""When the creator is paid: how many days after what, or on which event, with the words that say so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from contract_registry.core.contracts.cues.cue import PLACE, setting_of
from contract_registry.core.contracts.fact import Fact, once
from contract_registry.core.contracts.fees import Fee
from contract_registry.core.contracts.payers import is_charge
from contract_registry.core.contracts.survey import Survey
from contract_registry.core.contracts.times import Timed
from contract_registry.core.contracts.triggers import Trigger, trigger_of
from contract_registry.core.quantities.folded import folded, telling
from contract_registry.core.text import Span

PAY_WORDS = telling("pay pays payable paid due payment deposit balance instalment installment zahlbar fällig payables pagadero pagadera")
"""The telling words that payment on an event is found by."""

_ON_EVENT = re.compile(
    r"(?:on|upon|at|following|after|bei|nach|à la|lors de la|dès|a la|al) "
    r"(?:the |its |his |her |their |full |final |first |receipt of (?:the |an? )?)?"
    r"(?:signature|signing|execution|delivery|acceptance|approval|publication|completion|release|invoice|receipt|wrap"
    r"|ablieferung|abnahme|veröffentlichung|unterzeichnung|rechnungserhalt|livraison|remise|parution|firma|entrega|publicación)\b"
    r"(?: and (?:acceptance|approval|receipt|delivery)\b)?"
    r"(?: of (?:the |this |a |an |both |his |her )?[\w']+(?: (?:agreement|contract|work|manuscript|files|invoice|services|draft|edition))?)?"
)
_EVENT_BEFORE = re.compile(
    r"\b(?:upon|on|after|following|nach|à réception|tras) (?:receipt of|delivery of|acceptance of|publication of|receiving)[^.;]{0,60}"
    r"|\binvoices?\b.{0,40}\Z|\brechnung\w*\b.{0,40}\Z|\bfactur\w+\b.{0,40}\Z"
)
_MONTH_END = re.compile(
    r"\s?,?\(?(?:net |from |after |of |following )?(?:the )?(?:eom|end of (?:the |that |each )?month|fin de mois|monatsende|fin de mes)"
)
_COUNTED = re.compile(r"\b(?:days?|weeks?|months?|not|no later|tagen?|jours?|días)\b")
_SCHEDULED = re.compile(r"payment due|instal?lments?|payment schedule|payable|payments?(?: terms?)?")
_EVENT_ALONE = re.compile(
    rf"(?:{_ON_EVENT.pattern})|(?:signature|signing|execution|delivery|acceptance|approval|publication|completion|release|commencement)\b"
)
_PART = re.compile(rf"(?:%|half|third|balance|rest) (?P<event>{_ON_EVENT.pattern})")
"""An event behind a share: "50% on signature", "half on delivery"."""
_JOINT = re.compile(r",? (?:(?:is )?(?:payable|due|paid) )?")
_APART = 60
"""Further than this from the word for payment, or from the event before it, an event is another sentence's."""


@dataclass(frozen=True, slots=True)
class PaymentTerm(Fact):
    """When payment falls due: `days` after the `trigger` (0 for on the event itself; None where there is a date, `could_be`).

    `event` are the words of the trigger; `is_end_of_month` where the days count from the end of a month ("60 days EOM").
    """

    days: int | None
    trigger: Trigger
    event: str = ""
    is_working: bool = False
    is_end_of_month: bool = False
    could_be: tuple[str, ...] = ()


def payment_terms(survey: Survey, times: Iterable[Timed], fees: Iterable[Fee] = ()) -> tuple[PaymentTerm, ...]:
    """When the creator is paid, each way once: what a label says before what sentences say, days before events, those beside `fees` last."""
    timed = sorted((each for each in times if each.purpose == "payment"), key=lambda each: not each.is_labelled)
    found = [_after_days(survey, each) for each in timed if not is_charge(survey, each.setting)]
    events = (*_on_events(survey), *_in_schedule(survey), *_beside(survey, fees))
    return once([*found, *events], lambda each: (each.days, each.trigger, each.could_be))


def _after_days(survey: Survey, each: Timed) -> PaymentTerm:
    event = each.event_in(survey.text)
    before, _, after = each.setting.rpartition("\n")[2].partition(PLACE)
    month_end = _MONTH_END.match(after)
    named = _EVENT_BEFORE.search(before)
    trigger = trigger_of(folded(event)) or ("end of month" if month_end else trigger_of(named[0]) if named else "")
    return PaymentTerm(
        *survey.said(each.clause, Span(each.span.start, each.event.end if each.event else each.span.end)),
        each.period.days if each.period else None,
        trigger,
        event,
        each.period is not None and each.period.is_working,
        month_end is not None or trigger == "end of month",
        each.day.readings if each.day else (),
    )


def _on_events(survey: Survey) -> Iterator[PaymentTerm]:
    """Payment on an event itself: "payable on publication", "half on signature and half on delivery"."""
    reached = 0
    for clause, word in survey.spoken(PAY_WORDS):
        if word.start < reached:
            continue
        last, limit = word.start, min(survey.sentence_at(clause, word.start).end, word.start + 4 * _APART)
        for match in _ON_EVENT.finditer(survey.plain, word.start, limit):
            if match.start() - last > _APART or _COUNTED.search(survey.plain, last, match.end()):
                break
            last = reached = match.end()
            span = Span(*match.span())
            if not is_charge(survey, setting_of(survey.around(clause, span))):
                yield PaymentTerm(*survey.said(clause, span), 0, trigger_of(match[0]), span.of(survey.text))


def _in_schedule(survey: Survey) -> Iterator[PaymentTerm]:
    """Payment on an event in a schedule of payments: "On signature", "Publication", "50% on signature, 50% on delivery"."""
    for clause, labelled in survey.labelled(_SCHEDULED, _APART):
        value = labelled.value.start, labelled.value.end
        alone = _EVENT_ALONE.match(survey.plain, *value)
        spans = [alone.span()] if alone else [part.span("event") for part in _PART.finditer(survey.plain, *value)]
        for span in (Span(*each) for each in spans):
            yield PaymentTerm(*survey.said(clause, span), 0, trigger_of(span.of(survey.plain)), span.of(survey.text))


def _beside(survey: Survey, fees: Iterable[Fee]) -> Iterator[PaymentTerm]:
    """Payment on an event said right behind a sum: "€1,200 on publication"."""
    for fee in fees:
        clause = survey.clauses.clauses[fee.clause]
        joint = _JOINT.match(survey.plain, fee.span.end, survey.sentence_at(clause, fee.span.start).end) if fee.money else None
        match = _ON_EVENT.match(survey.plain, joint.end(), survey.sentence_at(clause, fee.span.start).end) if joint else None
        if match is not None:
            span = Span(*match.span())
            yield PaymentTerm(*survey.said(clause, span), 0, trigger_of(match[0]), span.of(survey.text))
