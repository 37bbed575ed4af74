"""Why a finding is graver or milder than others of its rule, in a phrase for each name that rules give such a reason."""

from __future__ import annotations

from collections.abc import Iterable

PHRASES = {
    "after-the-job": "it goes on after the job",
    "ai": "it speaks of AI",
    "all-acts": "it covers any act at all",
    "alone-and-abroad": "it says who bears the costs",
    "as-they-judge": "they alone judge what is owed, or reach into other contracts",
    "both-sides": "it binds both sides",
    "bounded": "it is tied to this one work or its publicity",
    "costs-too": "you bear their costs or claims too",
    "for-ever": "it has no end",
    "for-ever-or-ai": "it has no end, or speaks of AI",
    "for-ever-or-punished": "it has no end, or breaking it is punished",
    "future-works": "it takes in future works",
    "limited-in-amount": "the amount is limited",
    "money-or-rights-or-ai": "it reaches as far as AI",
    "one-short-look": "it is one look, and a short one",
    "only-if-they-are-paid": "you are paid only if they are",
    "only-there": "you may go to no other court",
    "only-your-own-breach": "it covers only your own breach",
    "paid-and-short": "it is paid for, or short",
    "part-paid": "part of the fee or of the costs is paid",
    "pressure": "it comes with a threat",
    "same-price-or-again-and-again": "it is at the same price, or comes again and again",
    "they-alone-decide": "they alone decide",
    "they-keep-the-work": "they keep the work all the same",
    "their-changes-or-settlements": "it covers their own changes, or what they settle without you",
    "until-it-is-out": "it ends when the work comes out",
    "with-notice": "you are told beforehand",
    "worldwide": "it counts all over the world",
    "young": "it is asked of young people or their parents",
}


def reasons(names: Iterable[str]) -> list[str]:
    """The phrases for `names`; a name without one is left out, since nobody but its author would understand it."""
    return [PHRASES[name] for name in names if name in PHRASES]
