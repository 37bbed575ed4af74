"""What an owner shares of a contract: looked at beforehand, confirmed, seen afterwards, and taken back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from contract_registry.core.disclosure.audit import Did
from contract_registry.core.disclosure.consent.agreement import is_agreed, lowered
from contract_registry.core.disclosure.consent.consent import Bounds, Consent, Seeing, checked, checked_beside, seen_by, standing
from contract_registry.core.disclosure.consent.ladder import COUNTED, PUBLIC, Circle, Level, Purpose
from contract_registry.core.disclosure.consent.projection import Row
from contract_registry.core.disclosure.consent.wordings import NEWEST
from contract_registry.core.disclosure.people import Branch, Organisation
from contract_registry.core.disclosure.redaction.redact import CAN_STAY
from contract_registry.core.disclosure.redaction.removal import Removal
from contract_registry.errors import NotFound, WrongUsage
from contract_registry.operations.agreeing import showing_in
from contract_registry.operations.service import Service
from contract_registry.operations.shareable import Shareable, shareable_now
from contract_registry.storage.people.organisations import all_branches, all_organisations
from contract_registry.storage.people.trail import note
from contract_registry.storage.queue import WIPE_REGISTRY, defer
from contract_registry.storage.registry.rows import lock_for, take_rows
from contract_registry.storage.registry.templates import defer_following
from contract_registry.storage.store import Reading, Writing
from contract_registry.storage.vault.consents import Choices, be_alone_with, consents_of, end_consent, keep_consent

STATISTICS = "statistics"
"""What stands for nobody, who only counts, among those to share with."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an owner would share: `circles` are ids of organisations and branches, or statistics alone; spans of the contract's text to leave in or to take out."""

    level: Level
    circles: tuple[str, ...]
    purposes: tuple[Purpose, ...]
    left_in: tuple[tuple[int, int], ...] = ()
    taken_out: tuple[tuple[int, int], ...] = ()
    is_of_a_minor: bool = False


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be shown, to whom and for what; `seen` is a sum over all of it, by which its owner confirms what was seen and nothing else."""

    rows: tuple[Row, ...]
    removals: tuple[tuple[Removal, str, bool], ...]
    seen: str


@dataclass(frozen=True, slots=True)
class Circles:
    """Those with whom a contract can be shared, and what each is called."""

    organisations: Sequence[Organisation]
    branches: Sequence[Branch]

    @property
    def every(self) -> tuple[Circle, ...]:
        """All of them, statistics alone the last."""
        return (
            *(Circle(each.id) for each in self.organisations),
            *(Circle(each.organisation, each.id) for each in self.branches),
            COUNTED,
        )

    def circle(self, words: str) -> Circle:
        """The circle of this id; NotFound where it is none."""
        if words == STATISTICS:
            return COUNTED
        if any(each.id == words for each in self.organisations):
            return Circle(words)
        found = next((each for each in self.branches if each.id == words), None)
        if found is None:
            raise NotFound("There is no such organisation or branch.")
        return Circle(found.organisation, found.id)

    def called(self, organisation: str) -> str:
        """What an organisation is called."""
        return self.name(Circle(organisation))

    def name(self, circle: Circle) -> str:
        """What a circle is called."""
        if circle in _OWN_NAMES:
            return _OWN_NAMES[circle]
        names = {each.id: each.name for each in self.organisations} | {each.id: each.name for each in self.branches}
        return " · ".join(names.get(each, each) for each in (circle.organisation, circle.branch) if each)


_OWN_NAMES = {COUNTED: "Nobody: it is only counted in statistics", PUBLIC: "Everybody who is signed in"}


def with_whom(service: Service) -> Circles:
    """With whom a contract can be shared."""
    with service.store.reading() as reading:
        return Circles(all_organisations(reading.connection), all_branches(reading.connection))


def preview(service: Service, owner: str, contract: str, wanted: Wanted) -> Preview:
    """What would be shown; WrongUsage where it cannot be agreed to, NotFound where this owner has no such contract or it is not scanned."""
    shareable = shareable_now(service, owner, contract)
    consent = _checked(service, owner, contract, wanted, shareable)
    return _previewed(shareable, consent, wanted)


def share(service: Service, owner: str, contract: str, wanted: Wanted, seen: str) -> Consent:
    """The consent as it stands now; WrongUsage where it cannot be agreed to, or `seen` is not the sum of what would be shown. NotFound."""
    shareable = shareable_now(service, owner, contract)
    consent = _checked(service, owner, contract, wanted, shareable)
    shown = _previewed(shareable, consent, wanted)
    if seen != shown.seen:
        raise WrongUsage("What would be shown is not what you have seen. Look at it again, then confirm it.")
    with service.store.writing() as writing:
        be_alone_with(writing.connection, contract)
        _check_beside(writing, consent)
        keep_consent(
            writing.shelf(owner), consent, replace(_choices(shareable, wanted), seen=tuple(_as_seen(each) for each, _, _ in shown.removals))
        )
        note(writing.connection, writing.now, owner, Did.SHARED, contract=contract, consent=consent.id, level=str(int(consent.level)))
    return consent


def without_words(service: Service, owner: str, contract: str, wanted: Wanted, words: Sequence[str]) -> Wanted:
    """The same, with these words taken out besides; WrongUsage where some stand nowhere in the contract. NotFound."""
    text = shareable_now(service, owner, contract).redaction.clauses.document.text
    places = {each: text.find(each) for each in words}
    if missing := [each for each, at in places.items() if at < 0]:
        raise WrongUsage(f"“{missing[0]}” stands nowhere in the contract. Write it as it stands there.")
    return replace(wanted, taken_out=tuple(sorted({*wanted.taken_out, *((at, at + len(each)) for each, at in places.items())})))


def consents_in(service: Service, owner: str, contract: str) -> list[Consent]:
    """Every consent that was given for the contract, those taken back too, earliest first; NotFound."""
    with service.store.reading() as reading:
        return [consent for consent, _ in consents_of(reading.shelf(owner), contract)]


def seen_now(service: Service, owner: str, contract: str) -> tuple[Seeing, ...]:
    """Who can see the contract now, and what of it; NotFound where this owner has no such contract."""
    with service.store.reading() as reading:
        given = [consent for consent, _ in consents_of(reading.shelf(owner), contract)]
        return seen_by(lowered(given, showing_in(reading, owner, contract).taken_back), service.store.clock())


def withdraw(service: Service, owner: str, contract: str, consent: str) -> Consent:
    """The consent taken back: what stood because of it is gone from the registry when this returns. NotFound where there is no such consent."""
    with service.store.writing() as writing:
        shelf = writing.shelf(owner)
        shelf.contract(contract)
        lock_for(writing.connection, contract)
        be_alone_with(writing.connection, contract)
        found = next((each for each, _ in consents_of(shelf, contract) if each.id == consent), None)
        if found is None:
            raise NotFound("There is no such consent.")
        if found.withdrawn_at is not None:
            return found
        end_consent(shelf, contract, consent, writing.now)
        take_rows(writing.connection, contract, found.circles)
        defer_following(writing.connection, contract, leaves=True)
        defer(writing.connection, WIPE_REGISTRY)
        note(writing.connection, writing.now, owner, Did.SHARING_TAKEN_BACK, contract=contract, consent=consent)
        return found.withdrawn(writing.now)


def _checked(service: Service, owner: str, contract: str, wanted: Wanted, shareable: Shareable) -> Consent:
    circles = frozenset(map(with_whom(service).circle, wanted.circles))
    new = service.store.new_id(), contract, owner
    consent = Consent(*new, wanted.level, circles, frozenset(wanted.purposes), NEWEST.version, service.store.clock())
    _check_spans(shareable, wanted)
    with service.store.reading() as reading:
        _check_beside(reading, consent)
        showing = showing_in(reading, owner, contract)
    return checked(consent, Bounds(showing.is_forbidden, is_agreed(circles, showing.agreements), wanted.is_of_a_minor))


def _check_beside(transaction: Reading | Writing, consent: Consent) -> None:
    given = [each for each, _ in consents_of(transaction.shelf(consent.owner), consent.contract)]
    checked_beside(consent, standing(given, consent.given_at))


def _check_spans(shareable: Shareable, wanted: Wanted) -> None:
    length = len(shareable.redaction.clauses.document.text)
    if not all(0 <= start < end <= length for start, end in (*wanted.left_in, *wanted.taken_out)):
        raise WrongUsage(
            "A place to leave in or to take out is not within the contract. Give where it begins and ends, in characters of its text."
        )


def _choices(shareable: Shareable, wanted: Wanted) -> Choices:
    return Choices(shareable.text_sha256, tuple(sorted(wanted.left_in)), tuple(sorted(wanted.taken_out)))


def _as_seen(removal: Removal) -> tuple[int, int, str, str]:
    return removal.span.start, removal.span.end, removal.kind.value, removal.instead


def _previewed(shareable: Shareable, consent: Consent, wanted: Wanted) -> Preview:
    choices = _choices(shareable, wanted)
    rows = shareable.rows_by(consent, choices, consent.given_at)
    text = shareable.redaction.clauses.document.text
    removals = tuple((each, each.span.of(text), each.kind in CAN_STAY) for each in shareable.confirmed(choices).removals)
    shown = [
        [asdict(row.circle), row.place, int(row.level), row.purposes, row.types, row.became, row.facts, row.text, row.engager, row.counter]
        for row in rows
    ]
    told = json.dumps([NEWEST.version, asdict(choices), shown], sort_keys=True)
    return Preview(rows, removals, hashlib.sha256(told.encode()).hexdigest()[:32])
