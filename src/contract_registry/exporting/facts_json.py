"""What the contract says, as JSON: every fact with its words, their place, and what they come to."""

from __future__ import annotations

from decimal import Decimal

from contract_registry.core.contracts.deadlines import Deadline
from contract_registry.core.contracts.duration import Term
from contract_registry.core.contracts.fact import Fact
from contract_registry.core.contracts.facts import Facts
from contract_registry.core.contracts.fees import Fee
from contract_registry.core.contracts.occasions import Date
from contract_registry.core.contracts.payment import PaymentTerm
from contract_registry.core.quantities.money import Money
from contract_registry.core.quantities.periods import Period
from contract_registry.exporting.places import offsets

Form = dict[str, object]


def facts_form(facts: Facts) -> Form:
    """The facts as plain data, under the names of DESIGN; what a contract does not say is an empty list."""
    return {
        "parties": [
            {"name": each.name, "role": each.role, "aliases": list(each.aliases), "at": offsets(each.at) if each.at else None}
            for each in facts.parties
        ],
        "fee": [_fee(each) for each in facts.fee],
        "payment_days": [_payment(each) for each in facts.payment],
        "dates": [_date(each) for each in facts.dates],
        "term": [_term(each) for each in facts.term],
        "territory": [
            {**_said(each), "scope": each.scope, "codes": list(each.codes), "without": list(each.without)} for each in facts.territory
        ],
        "governing_law": [{**_said(each), "jurisdiction": each.jurisdiction} for each in facts.governing_law],
        "forum": [
            {**_said(each), "kind": each.kind, "jurisdiction": each.jurisdiction, "is_exclusive": each.is_exclusive} for each in facts.forum
        ],
        "deadlines": [_deadline(each) for each in facts.deadlines],
        "references_missing": [_said(each) for each in facts.references_missing],
        "other_sums": [{**_said(each), "purpose": each.purpose, "money": _money(each.money)} for each in facts.other_sums],
    }


def _said(fact: Fact) -> Form:
    return {"words": fact.words, "start": fact.span.start, "end": fact.span.end}


def _fee(fee: Fee) -> Form:
    return {**_said(fee), "kind": fee.kind, "money": _money(fee.money), "percent": _number(fee.percent), "of": fee.of}


def _payment(payment: PaymentTerm) -> Form:
    return {
        **_said(payment),
        "days": payment.days,
        "trigger": payment.trigger,
        "event": payment.event,
        "is_working": payment.is_working,
        "is_end_of_month": payment.is_end_of_month,
        "could_be": list(payment.could_be),
    }


def _date(date: Date) -> Form:
    return {**_said(date), "kind": date.kind, "could_be": list(date.could_be)}


def _term(term: Term) -> Form:
    return {**_said(term), "kind": term.kind, "length": term.length, "period": _period(term.period), "event": term.event}


def _deadline(deadline: Deadline) -> Form:
    return {
        **_said(deadline),
        "kind": deadline.kind,
        "period": _period(deadline.period),
        "could_be": list(deadline.could_be),
        "event": deadline.event,
    }


def _period(period: Period | None) -> Form | None:
    return None if period is None else {"count": period.count, "unit": period.unit, "is_working": period.is_working}


def _money(money: Money | None) -> Form | None:
    if money is None:
        return None
    return {"currency": money.currency, "amount": _number(money.amount), "per": money.per, "up_to": _number(money.up_to)}


def _number(number: Decimal | None) -> str | None:
    """A sum as text, since JSON's own numbers lose its pennies."""
    return None if number is None else format(number, "f")
