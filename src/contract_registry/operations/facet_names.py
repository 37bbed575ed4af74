"""What values that the registry keeps short are called when people read them: types by their titles, levels of verification by what they mean."""

from __future__ import annotations

from collections.abc import Mapping

from contract_registry.core.disclosure.consent.projection import NOT_REVIEWED
from contract_registry.core.disclosure.searching.question import Facet
from contract_registry.core.records.particulars import VERIFICATION
from contract_registry.core.records.reviewing.review import CONTESTED, PENDING
from contract_registry.exporting.plain_words import FAMILIES, SEVERITIES
from contract_registry.operations.service import Service

_REVIEWS = {
    NOT_REVIEWED: "nobody looked",
    PENDING: "waits for somebody to say what it is about",
    CONTESTED: "contested",
    "agree": "agreed",
    "dispute": "disputed",
    "unsure": "unsure",
}
_LANGUAGES = {"en": "English", "de": "German", "fr": "French", "es": "Spanish"}


def names_of_values(service: Service) -> dict[str, Mapping[str, str]]:
    """For each facet, by its name, what its values are called; a value that is not in it is called by itself."""
    named: dict[Facet, Mapping[str, str]] = {
        Facet.FAMILY: {str(each): words for each, words in FAMILIES.items()},
        Facet.TYPE: {name: each.title for name, each in service.system.rulebook().types.items()},
        Facet.SEVERITY: {str(each): words for each, words in SEVERITIES.items()},
        Facet.VERIFICATION: VERIFICATION,
        Facet.REVIEW: _REVIEWS,
        Facet.LANGUAGE: _LANGUAGES,
    }
    return {facet.value: named.get(facet, {}) for facet in Facet}
