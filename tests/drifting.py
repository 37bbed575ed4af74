"""Small templates in dated editions, and the drift over them by rules made for the test."""

from __future__ import annotations

from contract_registry.core.comparing.drift.drift import DatedEdition, Drift, drift_of
from contract_registry.core.comparing.drift.strand import Standing
from contract_registry.core.scanning.mentions import find_mentions
from editions import RULES, an_edition
from hearing import scanner_of

FEE = "The fee is £400, paid within thirty days of the invoice."
WAIVES = "The Author waives all moral rights in the Work."
WAIVES_MORE = "The Author hereby waives all moral rights in the Work, for ever."
TRAINS = "The Publisher may train machine learning systems on the Work."
FORBIDS = "You may mark your pictures where nobody shall put them into a language model."
LINKS = "Products Services AI Tools Pricing Developers Support"


def editions(*texts: str) -> list[DatedEdition]:
    """A day for each text, a year apart."""
    return [DatedEdition(f"{2020 + at}.md", f"{2020 + at}-01-01", an_edition(text)) for at, text in enumerate(texts)]


def drifted(*texts: str) -> Drift:
    """The drift over these texts, in their order."""
    scanner = scanner_of(*RULES)
    every = editions(*texts)
    clauses = [each.edition.clauses for each in every]
    mentions = [find_mentions(each, scanner.words, scanner.vocabulary(each.languages)) for each in clauses]
    return drift_of(every, mentions, {"ai-training-express"})


def stood(drift: Drift, type_name: str, standing: Standing = "finding") -> list[tuple[int, int]]:
    """The spells in which a type stood."""
    return [
        (spell.first, spell.last) for each in drift.types if (each.type, each.standing) == (type_name, standing) for spell in each.spells
    ]


def happened(drift: Drift, type_name: str, standing: Standing = "finding") -> list[list[tuple[str, int]]]:
    """For each sentence of a type what happened to it, and in which edition."""
    types = [each for each in drift.types if (each.type, each.standing) == (type_name, standing)]
    return [[(event.kind, event.at) for event in strand.events] for each in types for strand in each.strands]
