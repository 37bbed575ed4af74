"""The forms in which the API tells what is shared of a contract, with whom, and what that shows."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from contract_registry.core.disclosure.consent.consent import Consent, Seeing
from contract_registry.core.disclosure.consent.ladder import Circle, Level, Part, Purpose
from contract_registry.core.disclosure.consent.projection import Row
from contract_registry.core.disclosure.consent.wordings import Wording
from contract_registry.operations.sharing import Circles, Preview, Wanted

Words = Annotated[str, Field(max_length=100)]


class PlaceForm(BaseModel):
    """A stretch of the contract's text."""

    model_config = ConfigDict(extra="forbid")
    start: int = Field(ge=0, le=100_000_000)
    end: int = Field(ge=0, le=100_000_000)


class WantedForm(BaseModel):
    """What an owner would share of a contract."""

    model_config = ConfigDict(extra="forbid")
    level: Annotated[
        int,
        Field(
            ge=0,
            le=4,
            description="1 facts and fingerprints · 2 the redacted clauses that were found · 3 the whole redacted text · 4 the engager named.",
        ),
    ]
    circles: list[Words] = Field(
        max_length=50, description="Ids of organisations and branches, as `/with-whom-to-share` tells them; or `statistics` alone."
    )
    purposes: list[Purpose] = Field(max_length=10, description="What for; each is agreed to by itself.")
    left_in: list[PlaceForm] = Field(
        default=[], max_length=1_000, description="What redaction took for a name, a title or a number and is none."
    )
    taken_out: list[PlaceForm] = Field(default=[], max_length=1_000, description="What is to be taken out besides, wherever it stands.")
    is_of_a_minor: bool = Field(default=False, description="Whether the contract is of somebody under eighteen.")


class SharedForm(WantedForm):
    """What an owner shares, as it was seen in the preview."""

    seen: str = Field(max_length=64, description="What the preview told as `seen`.")


class CircleForm(BaseModel):
    """Those with whom a contract can be shared."""

    id: str
    name: str


class ShownForm(BaseModel):
    """What a circle would see of one clause."""

    circle: str = Field(description="To whom.")
    place: int = Field(description="Which clause, counted in the order of the text.")
    types: list[str]
    became: str = Field(description="What became of it, if that was written down; it is told some time after that.")
    facts: dict[str, str]
    text: str = Field(description="The words that would be read; empty where the rung shows none.")
    counter: str = Field(
        description="The wording that was agreed instead, if that was written down; it is shown some time after that, where enough people agreed on it."
    )
    review: str = Field(
        description="How officers there stand to the clause; empty where they are not told, `none` where nobody said a word."
    )
    engager: str


class RemovalForm(PlaceForm):
    """What is taken out."""

    kind: str
    words: str
    instead: str
    because: str
    can_stay: bool = Field(description="Whether it is a guess, so that its owner may leave it in.")


class PreviewForm(BaseModel):
    """Exactly what would be shown, to whom."""

    seen: str = Field(description="Send it with the consent: it is taken only for what was seen.")
    wording: str = Field(description="The version of the words in which you are asked.")
    shown: list[ShownForm]
    removals: list[RemovalForm] = Field(description="What is taken out of the contract before.")


class ConsentForm(BaseModel):
    """A consent."""

    id: str
    level: int
    circles: list[CircleForm]
    purposes: list[Purpose]
    wording: str
    given_at: datetime
    withdrawn_at: datetime | None


class SeeingForm(BaseModel):
    """What somebody sees of a contract now."""

    circle: CircleForm
    level: int
    parts: list[Part]
    purposes: list[Purpose]
    since: datetime


class LevelForm(BaseModel):
    """A rung of the ladder."""

    level: int
    words: str


class PurposeForm(BaseModel):
    """A purpose."""

    purpose: Purpose
    words: str


class WordingForm(BaseModel):
    """The words in which consent is asked for."""

    version: str
    levels: list[LevelForm]
    purposes: list[PurposeForm]
    withdrawal: str


def wording_form(wording: Wording) -> WordingForm:
    """The words as the API tells them."""
    return WordingForm(
        version=wording.version,
        levels=[LevelForm(level=int(level), words=wording.levels[level]) for level in Level],
        purposes=[PurposeForm(purpose=purpose, words=wording.purposes[purpose]) for purpose in Purpose],
        withdrawal=wording.withdrawal,
    )


def wanted_in(form: WantedForm) -> Wanted:
    """What is wanted as a value."""
    left_in, taken_out = (tuple((each.start, each.end) for each in spans) for spans in (form.left_in, form.taken_out))
    return Wanted(Level(form.level), tuple(form.circles), tuple(form.purposes), left_in, taken_out, form.is_of_a_minor)


def circle_form(circles: Circles, circle: Circle) -> CircleForm:
    """A circle as the API tells it."""
    return CircleForm(id=circle.branch or circle.organisation or "statistics", name=circles.name(circle))


def consent_form(circles: Circles, consent: Consent) -> ConsentForm:
    """A consent as the API tells it."""
    return ConsentForm(
        id=consent.id,
        level=int(consent.level),
        circles=[circle_form(circles, each) for each in sorted(consent.circles)],
        purposes=[each for each in Purpose if each in consent.purposes],
        wording=consent.wording,
        given_at=consent.given_at,
        withdrawn_at=consent.withdrawn_at,
    )


def seeing_form(circles: Circles, seeing: Seeing) -> SeeingForm:
    """What somebody sees as the API tells it."""
    return SeeingForm(
        circle=circle_form(circles, seeing.circle),
        level=int(seeing.level),
        parts=[each for each in Part if each in seeing.parts],
        purposes=[each for each in Purpose if each in seeing.purposes],
        since=seeing.since,
    )


def preview_form(circles: Circles, preview: Preview, wording: str) -> PreviewForm:
    """A preview as the API tells it."""
    return PreviewForm(
        seen=preview.seen,
        wording=wording,
        shown=[_shown(circles, row) for row in preview.rows],
        removals=[
            RemovalForm(
                start=each.span.start,
                end=each.span.end,
                kind=each.kind.value,
                words=words,
                instead=each.instead,
                because=each.because,
                can_stay=can_stay,
            )
            for each, words, can_stay in preview.removals
        ],
    )


def _shown(circles: Circles, row: Row) -> ShownForm:
    return ShownForm(
        circle=circles.name(row.circle),
        place=row.place,
        types=list(row.types),
        became=row.became,
        facts=dict(row.facts),
        text=row.text,
        counter=row.counter,
        review=row.review,
        engager=row.engager,
    )
