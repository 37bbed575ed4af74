"""What a contract says, as facts: who, for how much, when it is paid, from when to when, where, under which law, and by when what must be done."""

from __future__ import annotations

from dataclasses import dataclass

from contract_registry.core.clauses.tree import Clauses, Party
from contract_registry.core.contracts.dates import days_in
from contract_registry.core.contracts.deadlines import Deadline, deadlines_of
from contract_registry.core.contracts.duration import DURATION_WORDS, Term, terms_of
from contract_registry.core.contracts.fees import Fee, OtherSum
from contract_registry.core.contracts.forum import FORUM_WORDS, Forum, forums
from contract_registry.core.contracts.law import LAW_WORDS, Law, governing_law
from contract_registry.core.contracts.missing import Missing, references_missing
from contract_registry.core.contracts.months import MONTHS
from contract_registry.core.contracts.occasions import Date, dates_of
from contract_registry.core.contracts.pay import pay_of
from contract_registry.core.contracts.payment import PAY_WORDS, PaymentTerm, payment_terms
from contract_registry.core.contracts.survey import survey_of
from contract_registry.core.contracts.territory import TERRITORY_WORDS, Territory, territories
from contract_registry.core.contracts.times import timed
from contract_registry.core.contracts.unpaid import UNPAID_WORDS
from contract_registry.core.contracts.weekdays import DAY_WORDS
from contract_registry.core.quantities.money import sums_in
from contract_registry.core.quantities.numbers import NUMBER_WORDS, numbers_in
from contract_registry.core.quantities.percents import percents_in
from contract_registry.core.quantities.periods import spells_in

TELLING = frozenset(
    {
        *NUMBER_WORDS,
        *MONTHS,
        *DURATION_WORDS,
        *UNPAID_WORDS,
        *FORUM_WORDS,
        *LAW_WORDS,
        *PAY_WORDS,
        *TERRITORY_WORDS,
        *DAY_WORDS,
        "territory",
        "territories",
    }
)
"""Every word that some fact is found by."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a contract says. Where several candidates were found the likeliest stands first; nothing is here without words in the text.

    `fee` is what the creator is paid, `other_sums` every other sum with what it is for; `term` and `deadlines` go by kind.
    """

    parties: tuple[Party, ...] = ()
    fee: tuple[Fee, ...] = ()
    payment: tuple[PaymentTerm, ...] = ()
    dates: tuple[Date, ...] = ()
    term: tuple[Term, ...] = ()
    territory: tuple[Territory, ...] = ()
    governing_law: tuple[Law, ...] = ()
    forum: tuple[Forum, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    references_missing: tuple[Missing, ...] = ()
    other_sums: tuple[OtherSum, ...] = ()


def facts_of(clauses: Clauses) -> Facts:
    """The facts of a segmented document; writing about contracts has none of its own. Pure and deterministic; whatever the text, it never raises."""
    if clauses.kind == "commentary":
        return Facts()
    survey = survey_of(clauses, TELLING)
    numbers = numbers_in(survey)
    days = days_in(survey)
    times = timed(survey, tuple(spells_in(survey, numbers)), days)
    fee, other_sums = pay_of(survey, sums_in(survey, numbers), percents_in(survey, numbers))
    return Facts(
        parties=clauses.parties,
        fee=fee,
        payment=payment_terms(survey, times, fee),
        dates=dates_of(survey, days, frozenset(each.span for each in times if each.day)),
        term=terms_of(survey, times),
        territory=territories(survey),
        governing_law=governing_law(survey),
        forum=forums(survey),
        deadlines=deadlines_of(survey, times),
        references_missing=references_missing(clauses),
        other_sums=other_sums,
    )


def jurisdiction_of(facts: Facts) -> str:
    """The ISO code of the law that plainly governs ("GB", "US-CA"); empty where none is named or where several are.

    A state's law beside its country's counts as the state's. Where no law is named, the only courts that are.
    """
    return _single([law.jurisdiction for law in facts.governing_law]) or (
        "" if facts.governing_law else _single([forum.jurisdiction for forum in facts.forum if forum.kind == "courts"])
    )


def _single(codes: list[str]) -> str:
    named = {code for code in codes if code}
    narrow = {code for code in named if not any(other.startswith(f"{code}-") for other in named)}
    return narrow.pop() if len(narrow) == 1 and "" not in codes else ""
