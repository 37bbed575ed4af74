"""The forms in which the API tells what stands in the registry."""

from __future__ import annotations

from pydantic import BaseModel, Field

from contract_registry.core.disclosure.gate.cell import Band
from contract_registry.core.disclosure.searching.hit import Hit
from contract_registry.core.disclosure.searching.question import Facet
from contract_registry.operations.searching import Found
from contract_registry.operations.telling import FacetValue
from contract_registry.operations.wordings import Clause, Like, VariantTold


class PieceForm(BaseModel):
    """A stretch of a snippet."""

    text: str
    is_hit: bool = Field(description="Whether it is what was asked for.")


class HitForm(BaseModel):
    """A clause as whoever asks may see it."""

    id: str
    types: list[str]
    family: str
    severity: str
    rule: str
    rule_version: int
    engager: str = Field(description="Empty where its owner does not tell it.")
    facts: dict[str, str] = Field(description="Told in bands, quarters and families.")
    month: str = Field(description="In which it was shared.", examples=["2026-12"])
    is_public: bool = Field(description="Whether it stands in terms that anybody can read.")
    snippet: list[PieceForm] = Field(description="Its words, redacted; none where they are not shared.")


class FigureForm(BaseModel):
    """A count between two bounds, both of which it may be."""

    at_least: int
    at_most: int


class FacetValueForm(BaseModel):
    """A value that was found."""

    value: str = Field(description="What to ask for to see these alone.")
    name: str
    public: int = Field(description="In how many public terms.")
    people: FigureForm | None = Field(description="By how many people it was shared; null where too few stand behind it to say.")
    engagements: FigureForm | None


class SearchForm(BaseModel):
    """A page of what was found."""

    clauses: list[HitForm]
    count: int = Field(description="How many you may read, exact up to 10,000.")
    is_more: bool = Field(description="Whether there are more than are counted.")
    facets: list[FacetForm]
    next: str | None = Field(description="What to send as `after` for those that follow; null where none do.")


class FacetForm(BaseModel):
    """The values of a facet that can be told."""

    facet: Facet
    values: list[FacetValueForm]


class CountForm(BaseModel):
    """How many contracts there are, as far as it can be told."""

    public: int
    people: FigureForm | None
    engagements: FigureForm | None


class StretchForm(BaseModel):
    """A stretch of a text, in characters."""

    start: int
    end: int


class VariantForm(BaseModel):
    """One way of saying it."""

    text: str
    contracts: CountForm
    first: str = Field(description="The month in which it was first shared.")
    last: str
    differs: list[StretchForm] = Field(description="Its words that the commonest variant has not.")
    without: list[str] = Field(description="Words of the commonest variant that it lacks.")


class CounterForm(BaseModel):
    """A wording that was agreed instead."""

    text: str = Field(description="Redacted. It is told where enough people agreed on the same words.")
    contracts: CountForm


class LineageForm(BaseModel):
    """Where else the wording, or nearly the same, was seen."""

    contracts: CountForm
    first: str
    last: str
    facets: list[FacetForm]
    variants: list[VariantForm]
    counters: list[CounterForm] = Field(description="What was agreed instead where the clause was removed, narrowed or paid for.")
    lacking: list[FacetValueForm] = Field(description="Contracts of the same engagers that do not have it.")


class ClauseForm(HitForm):
    """A clause with all of its words that are shared, and the lineage of its wording."""

    text: str
    lineage: LineageForm


class LikeForm(HitForm):
    """A clause that says nearly the same."""

    likeness: float = Field(description="From 0, nothing in common, to 1, the same words.")


def clause_form(clause: Clause) -> ClauseForm:
    """A clause as the API tells it."""
    lineage = clause.lineage
    told = LineageForm(
        contracts=_count(lineage.contracts),
        first=lineage.first,
        last=lineage.last,
        facets=[FacetForm(facet=facet, values=list(map(_value, values))) for facet, values in lineage.facets.items()],
        variants=[_variant(each) for each in lineage.variants],
        counters=[CounterForm(text=each.text, contracts=_count(each.told)) for each in lineage.counters],
        lacking=list(map(_value, lineage.lacking)),
    )
    return ClauseForm(**hit_form(clause.hit).model_dump(), text=clause.text, lineage=told)


def like_form(like: Like) -> LikeForm:
    """A clause that is like another as the API tells it."""
    return LikeForm(**hit_form(like.hit).model_dump(), likeness=round(like.likeness, 2))


def _variant(each: VariantTold) -> VariantForm:
    variant = each.variant
    return VariantForm(
        text=variant.text,
        contracts=_count(each.told),
        first=f"{variant.first:%Y-%m}",
        last=f"{variant.last:%Y-%m}",
        differs=[StretchForm(start=span.start, end=span.end) for span in variant.differs],
        without=list(variant.without),
    )


def _count(told: FacetValue) -> CountForm:
    value = _value(told)
    return CountForm(public=value.public, people=value.people, engagements=value.engagements)


def search_form(found: Found) -> SearchForm:
    """What was found as the API tells it."""
    return SearchForm(
        clauses=[hit_form(each) for each in found.hits],
        count=found.count,
        is_more=found.is_more,
        facets=[FacetForm(facet=facet, values=list(map(_value, values))) for facet, values in found.facets.items()],
        next=found.hits[-1].place if found.goes_on else None,
    )


def hit_form(hit: Hit) -> HitForm:
    """A clause as the API tells it."""
    return HitForm(
        id=hit.id,
        types=list(hit.types),
        family=hit.family,
        severity=hit.severity,
        rule=hit.rule,
        rule_version=hit.rule_version,
        engager=hit.engager,
        facts=dict(hit.facts),
        month=hit.month,
        is_public=hit.is_public,
        snippet=[PieceForm(text=words, is_hit=is_hit) for words, is_hit in hit.snippet],
    )


def _value(each: FacetValue) -> FacetValueForm:
    shared = each.shared
    return FacetValueForm(
        value=each.value,
        name=each.name,
        public=each.public,
        people=_band(shared.people) if shared else None,
        engagements=_band(shared.engagements) if shared else None,
    )


def _band(band: Band) -> FigureForm:
    return FigureForm(at_least=band.lower, at_most=band.upper)
