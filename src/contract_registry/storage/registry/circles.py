"""Circles as the tables name them: by the id of the organisation or branch, and two ids of nobody's for those who have none."""

from __future__ import annotations

from contract_registry.core.disclosure.consent.ladder import COUNTED, PUBLIC, Circle

_COUNTED, _PUBLIC = (f"00000000-0000-4000-8000-{number:012}" for number in (1, 2))


def id_of_circle(circle: Circle) -> str:
    """The id of a circle."""
    return {COUNTED: _COUNTED, PUBLIC: _PUBLIC}.get(circle) or circle.branch or circle.organisation
