"""What is asked of the registry: words, values of facets, an order, and on whose behalf."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum

from contract_registry.core.disclosure.consent.ladder import PUBLIC, Circle
from contract_registry.core.disclosure.people import Asker
from contract_registry.core.disclosure.roles import Role
from contract_registry.errors import WrongUsage

LONGEST = 500
LANGUAGES = {"en": "english", "de": "german", "fr": "french", "es": "spanish"}
"""In which languages words are brought to their stems, by the name of PostgreSQL's configuration."""


class Facet(StrEnum):
    """What clauses can be filtered and counted by."""

    FAMILY = "family"
    TYPE = "type"
    SEVERITY = "severity"
    SECTOR = "sector"
    ROLE_FAMILY = "role_family"
    ENGAGER = "engager"
    YEAR = "year"
    QUARTER = "quarter"
    JURISDICTION = "jurisdiction"
    AGREEMENT = "agreement"
    FEE_BAND = "fee_band"
    RULE = "rule"
    VERIFICATION = "verification"
    BECAME = "became"
    REVIEW = "review"
    LANGUAGE = "language"


class Sort(StrEnum):
    """In which order clauses are shown."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"
    SEVERITY = "severity"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: `words` as one types them into a search box, and values of facets, of which several of one facet mean any of them."""

    words: str = ""
    where: frozenset[tuple[Facet, str]] = frozenset()
    sort: Sort = Sort.RELEVANCE
    language: str = "en"

    def __post_init__(self) -> None:
        if len(self.words) > LONGEST:
            raise WrongUsage(f"Search for {LONGEST} characters at most.")

    @property
    def filters(self) -> dict[Facet, list[str]]:
        """The values asked for, by facet."""
        by_facet: dict[Facet, list[str]] = defaultdict(list)
        for facet, value in sorted(self.where):
            by_facet[facet].append(value)
        return dict(by_facet)

    @property
    def order(self) -> Sort:
        """The order: without words nothing is more relevant than another, and the newest come first."""
        return Sort.NEWEST if self.sort is Sort.RELEVANCE and not self.words.strip() else self.sort


def circles_of(asker: Asker) -> tuple[Circle, ...]:
    """The circles in which whoever asks can read: officers and caseworkers those of their organisation and branch; everybody what is public."""
    if asker.role not in {Role.OFFICER, Role.CASEWORKER} or not asker.organisation:
        return (PUBLIC,)
    own = [Circle(asker.organisation), *([Circle(asker.organisation, asker.branch)] if asker.branch else [])]
    return (*own, PUBLIC)
