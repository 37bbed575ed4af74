"""The search page of the registry: words and facets, clauses with what was found marked, figures where the gate tells them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Annotated, get_args
from urllib.parse import urlencode

from fastapi import APIRouter, Path
from starlette.requests import Request
from starlette.responses import Response

from contract_registry.core.disclosure.consent.projection import NOT_REVIEWED
from contract_registry.core.disclosure.roles import May
from contract_registry.core.disclosure.searching.hit import Hit
from contract_registry.core.disclosure.searching.question import Asked, Facet, Sort
from contract_registry.core.records.reviewing.review import CONTESTED, OPINIONS, PENDING
from contract_registry.core.rules.rule import SEVERITIES, Family
from contract_registry.operations.facet_names import names_of_values
from contract_registry.operations.searching import search
from contract_registry.operations.taking_out import FORMATS, take_out
from contract_registry.operations.telling import FacetValue
from contract_registry.operations.wordings import VariantTold, clause_of, clauses_like
from contract_registry.web.api.registry import as_file
from contract_registry.web.asked import TheService
from contract_registry.web.asked_of_registry import AfterHit, AskedOfRegistry
from contract_registry.web.fields import Fields
from contract_registry.web.pages.shown import shown
from contract_registry.web.who import TheSearcher

router = APIRouter(include_in_schema=False)
A_PAGE = 20
_VALUES_SHOWN = 12
_CALLED = {
    Facet.FAMILY: "Family",
    Facet.TYPE: "Type",
    Facet.SEVERITY: "Severity",
    Facet.SECTOR: "Sector",
    Facet.ROLE_FAMILY: "Role",
    Facet.ENGAGER: "Engager",
    Facet.YEAR: "Year",
    Facet.QUARTER: "Quarter",
    Facet.JURISDICTION: "Law",
    Facet.AGREEMENT: "Union agreement",
    Facet.FEE_BAND: "Fee",
    Facet.RULE: "Rule",
    Facet.VERIFICATION: "Verification",
    Facet.BECAME: "What became of it",
    Facet.REVIEW: "Review",
    Facet.LANGUAGE: "Language",
}


_ALWAYS: dict[Facet, tuple[str, ...]] = {Facet.FAMILY: get_args(Family), Facet.SEVERITY: tuple(reversed(SEVERITIES))}
"""What can be chosen whether or not it is told how often it was found: it is the same for everybody."""
_FOR_REVIEWERS = {**_ALWAYS, Facet.REVIEW: (NOT_REVIEWED, PENDING, CONTESTED, *reversed(OPINIONS))}
"""The same for all who can review."""


@router.get("/registry")
def page(request: Request, service: TheService, asker: TheSearcher, asked: AskedOfRegistry, after: AfterHit) -> Response:
    """What was asked for, and what was found."""
    found = search(service.store, asker, asked, A_PAGE, after)
    always = _FOR_REVIEWERS if asker.may(May.RECORD) else _ALWAYS
    names = _names(service, found.facets, _engager_of(asked, found.hits))
    return shown(
        request,
        "registry.html.jinja",
        asker,
        asked=asked,
        found=found,
        cards=_cards(found.hits),
        can_review=asker.may(May.RECORD),
        sorts=[each.value for each in Sort],
        names=names,
        chosen=[
            (_CALLED[facet], names[facet.value].get(value, value), address_of(asked, without=(facet, value)))
            for facet, value in sorted(asked.where)
        ],
        facets=[(_CALLED[facet], facet.value, _offered(asked, facet, values, always)) for facet, values in found.facets.items()],
        goes_on=f"{address_of(asked)}&{urlencode({'after': found.hits[-1].place})}" if found.goes_on else "",
        save_at=f"/registry/searches?{address_of(asked).partition('?')[2]}",
        export=address_of(asked).replace("/registry?", "/registry/export?", 1),
        hidden=[(facet.value, value) for facet, value in sorted(asked.where)],
    )


@router.get("/registry/clauses/{clause}")
def look(request: Request, service: TheService, asker: TheSearcher, clause: Annotated[str, Path(max_length=100)]) -> Response:
    """A clause, where else it was seen, and what is like it."""
    found = clause_of(service.store, asker, clause)
    return shown(
        request,
        "registry_clause.html.jinja",
        asker,
        clause=found,
        names=_names(service, found.lineage.facets),
        facets=[(_CALLED[facet], facet.value, values) for facet, values in found.lineage.facets.items()],
        variants=[(each, _pieces(each)) for each in found.lineage.variants],
        like=clauses_like(service.store, asker, clause, A_PAGE),
    )


@router.post("/registry/export")
def export(service: TheService, asker: TheSearcher, asked: AskedOfRegistry, sent: Fields) -> Response:
    """What was found as a file."""
    form = next((each for each in FORMATS if each == sent["format"]), FORMATS[0])
    return as_file(take_out(service.store, asker, asked, form))


def _names(
    service: TheService, told: Mapping[Facet, Sequence[FacetValue]], engager: Mapping[str, str] = MappingProxyType({})
) -> dict[str, Mapping[str, str]]:
    """What the values of each facet are called; of engagers, what those that are told of are called, and the one that was asked for."""
    known = {**names_of_values(service), Facet.ENGAGER.value: engager}
    return {facet.value: {**{each.value: each.name for each in told.get(facet, ())}, **known[facet.value]} for facet in Facet}


def _engager_of(asked: Asked, hits: Sequence[Hit]) -> dict[str, str]:
    """What the engager that was asked for is called in what was found, where it was one."""
    ids = [value for facet, value in asked.where if facet is Facet.ENGAGER]
    return {ids[0]: hits[0].engager} if len(ids) == 1 and hits else {}


def _cards(hits: Sequence[Hit]) -> list[tuple[Hit, list[Hit]]]:
    """The hits of a page, each with those below it in which the same engager says the same words of the same kind; what shares no words stands alone."""
    cards: dict[tuple[object, ...], tuple[Hit, list[Hit]]] = {}
    for hit in hits:
        said = (hit.engager, hit.types, hit.snippet) if hit.snippet else (hit.id,)
        _, others = cards.setdefault(said, (hit, []))
        if cards[said][0] is not hit:
            others.append(hit)
    return list(cards.values())


def _pieces(each: VariantTold) -> list[tuple[str, bool]]:
    """The words of a variant, with whether the commonest one has them not."""
    pieces, at, text = [], 0, each.variant.text
    for span in each.variant.differs:
        pieces += [(text[at : span.start], False), (span.of(text), True)]
        at = span.end
    return [*pieces, (text[at:], False)]


def _offered(
    asked: Asked, facet: Facet, values: Sequence[FacetValue], always: Mapping[Facet, tuple[str, ...]]
) -> list[tuple[FacetValue, str]]:
    """The first values that are told or can always be chosen, and are not chosen yet, each with the address that chooses it."""
    told = {each.value for each in values}
    every = [*values, *(FacetValue(value, value, 0, None) for value in always.get(facet, ()) if value not in told)]
    rest = [each for each in every if (facet, each.value) not in asked.where]
    return [(each, address_of(asked, with_=(facet, each.value))) for each in rest[:_VALUES_SHOWN]]


def address_of(asked: Asked, *, with_: tuple[Facet, str] | None = None, without: tuple[Facet, str] | None = None) -> str:
    """The address of this question with a value more, or one fewer."""
    where = [pair for pair in sorted(asked.where) if pair != without] + ([with_] if with_ else [])
    said = [("q", asked.words), ("sort", asked.sort.value), ("words-in", asked.language), *((facet.value, value) for facet, value in where)]
    return f"/registry?{urlencode(said)}"
