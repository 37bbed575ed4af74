"""What officers do about engagers together: propose and confirm who is who, ask for a reply, correct, and release what may be shown outside."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from contract_registry.core.disclosure.audit import Did
from contract_registry.core.disclosure.engagers.correction import Correction, checked_correction, log_of
from contract_registry.core.disclosure.engagers.decision import (
    Confirmation,
    Decision,
    Proposal,
    What,
    checked_proposal,
    may_be_shown,
    waiting,
)
from contract_registry.core.disclosure.engagers.identity import Identity, identities, identity_of
from contract_registry.core.disclosure.engagers.reply import Invitation, Reply, reply_by
from contract_registry.core.disclosure.people import Asker
from contract_registry.core.disclosure.roles import Role
from contract_registry.core.disclosure.searching.hit import Hit
from contract_registry.core.disclosure.searching.question import Asked, Facet, Sort
from contract_registry.core.disclosure.statistics.prevalence import Prevalence
from contract_registry.core.records.engager import folded_name
from contract_registry.errors import NotAllowed, NotFound, WrongUsage
from contract_registry.operations.engager_decisions import decisions_of
from contract_registry.operations.following import Followed, public_templates
from contract_registry.operations.searching import search
from contract_registry.operations.service import Service
from contract_registry.operations.statistics import of_engager
from contract_registry.storage.engager_desk import (
    confirmations_of,
    corrections_of,
    invitation_by,
    keep_confirmation,
    keep_correction,
    keep_invitation,
    keep_proposal,
    keep_reply,
    proposals_of,
    replies_of,
)
from contract_registry.storage.people.trail import note
from contract_registry.storage.registry.columns import engager_id
from contract_registry.storage.store import Reading, Writing

CLAUSES_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Entry:
    """What an organisation knows of an engager, as two people decided, with its replies and what was corrected."""

    identity: Identity
    is_released: bool
    replies: tuple[Reply, ...]
    corrections: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class EngagerPage:
    """The entry, with the gravest clauses that whoever asks may read and the question that finds all of them, the editions of public templates of it,
    and how common types are in its contracts, if that is told.
    """

    entry: Entry
    asked: Asked
    clauses: tuple[Hit, ...]
    count: int
    templates: tuple[Followed, ...]
    told: Prevalence | None

    @property
    def name(self) -> str:
        """As contracts or public terms write it; folded where none is there to read."""
        written = (*(each.engager for each in self.clauses), *(each.name for each in self.templates))
        return next(iter(written), self.entry.identity.name)


def what_named(words: str) -> What:
    """What is proposed, by its name; WrongUsage where there is no such thing."""
    found = What.__members__.get(words.strip().upper())
    if found is None:
        raise WrongUsage(f"{words!r} is nothing that can be decided. Say one of: {', '.join(each.name.lower() for each in What)}.")
    return found


def propose(
    service: Service, asker: Asker, what: What, names: list[str], reason: str, of: str = "", until: datetime | None = None
) -> Proposal:
    """The proposal, which does nothing until somebody else confirms it; WrongUsage where it makes no sense, NotAllowed where officers alone decide it."""
    organisation = _organisation(asker)
    _check_may_decide(asker, what)
    with service.store.writing() as writing:
        folded = frozenset(map(folded_name, names))
        proposal = checked_proposal(
            Proposal(writing.store.new_id(), what, folded, reason, asker.person, writing.now, folded_name(of), until)
        )
        keep_proposal(writing.connection, organisation, proposal)
        note(writing.connection, writing.now, asker.person, Did.ENGAGER_PROPOSED, proposal=proposal.id)
    return proposal


def confirm(service: Service, asker: Asker, proposal: str) -> Decision:
    """The decision as it stands now; WrongUsage where it is one's own proposal, NotFound where none waits by this id in one's organisation, NotAllowed where officers alone decide it."""
    organisation = _organisation(asker)
    with service.store.writing() as writing:
        every = proposals_of(writing.connection, organisation)
        known = confirmations_of(writing.connection, every)
        found = next((each for each in waiting(every, known, writing.now) if each.id == proposal), None)
        if found is None:
            raise NotFound("No such proposal waits. It was confirmed, or waited too long, and is proposed again.")
        if found.by == asker.person:
            raise WrongUsage("You proposed this yourself. Somebody else confirms it.")
        _check_may_decide(asker, found.what)
        mine = Confirmation(found.id, asker.person, writing.now)
        keep_confirmation(writing.connection, mine)
        note(writing.connection, writing.now, asker.person, Did.ENGAGER_DECIDED, proposal=proposal)
    return Decision(found, mine.by, mine.at)


def _check_may_decide(asker: Asker, what: What) -> None:
    """Nothing of an engager leaves the members' tier without two officers; who is who, caseworkers say too."""
    if what is What.RELEASE and asker.role is not Role.OFFICER:
        raise NotAllowed("What everybody may see of an engager is decided by two officers. Ask one of yours.")


def waiting_in(service: Service, asker: Asker) -> tuple[Proposal, ...]:
    """What waits for a second person in one's organisation, the oldest first."""
    with service.store.reading() as reading:
        every = proposals_of(reading.connection, _organisation(asker))
        return waiting(every, confirmations_of(reading.connection, every), service.store.clock())


def engager_page(service: Service, asker: Asker, name: str) -> EngagerPage:
    """Everything that whoever asks may know of the engager that a name means; NotFound where nobody is meant."""
    folded = _named(name)
    with service.store.reading() as reading:
        entry = _entry(reading, asker.organisation or "", folded, service.store.clock())
    ids = frozenset((Facet.ENGAGER, id_) for each in entry.identity.names if (id_ := engager_id(each)))
    asked = Asked(where=ids, sort=Sort.SEVERITY)
    found = search(service.store, asker, asked, CLAUSES_SHOWN)
    templates = tuple(each for each in public_templates(service) if folded_name(each.name) in entry.identity.names)
    return EngagerPage(entry, asked, found.hits, found.count, templates, of_engager(service, asker, entry.identity))


def released_entry(service: Service, organisation: str, name: str) -> Entry:
    """What an organisation shows everybody of an engager; NotFound unless two of its people released it, and until it ends."""
    with service.store.reading() as reading:
        entry = _entry(reading, organisation, _named(name), service.store.clock())
    if not entry.is_released:
        raise NotFound
    return entry


def ask_for_reply(service: Service, asker: Asker, name: str) -> str:
    """The link by which the engager replies, once; it is told here and nowhere else. NotFound where nobody is named."""
    organisation, words = _organisation(asker), service.access.words()
    with service.store.writing() as writing:
        invitation = Invitation(writing.store.new_id(), _named(name), _sum(words), asker.person, writing.now)
        keep_invitation(writing.connection, organisation, invitation)
        note(writing.connection, writing.now, asker.person, Did.ENGAGER_ASKED, invitation=invitation.id)
    return f"{service.access.address}/reply/{words}"


def whom_link_asks(service: Service, words: str) -> str:
    """Whom a link asks to reply; NotFound where it works no more."""
    with service.store.writing() as writing:
        return _open_invitation(writing, words).engager


def reply(service: Service, words: str, said: str, signed: str) -> Reply:
    """The reply as it stands beside the entry now; NotFound where the link was used or is out of date, WrongUsage where it says nothing."""
    with service.store.writing() as writing:
        invitation = _open_invitation(writing, words)
        given = reply_by(invitation, said, signed, writing.now)
        keep_reply(writing.connection, invitation.id, given)
        note(writing.connection, writing.now, None, Did.ENGAGER_REPLIED, invitation=invitation.id)
    return given


def correct(service: Service, asker: Asker, name: str, was: str, now: str, reason: str) -> Correction:
    """The correction as it stands in the log; WrongUsage where it corrects nothing."""
    organisation = _organisation(asker)
    with service.store.writing() as writing:
        correction = checked_correction(Correction(_named(name), was, now, reason, asker.person, writing.now))
        keep_correction(writing.connection, organisation, writing.store.new_id(), correction)
        note(writing.connection, writing.now, asker.person, Did.ENGAGER_CORRECTED)
    return correction


def _entry(reading: Reading, organisation: str, name: str, now: datetime) -> Entry:
    decisions = decisions_of(reading, organisation, now)
    identity = identity_of(name, identities([name], decisions))
    replies = replies_of(reading.connection, organisation, identity.names) if organisation else []
    corrections = corrections_of(reading.connection, organisation) if organisation else []
    return Entry(identity, may_be_shown(identity.names, decisions, now), tuple(replies), log_of(identity.names, corrections))


def _open_invitation(writing: Writing, words: str) -> Invitation:
    invitation = invitation_by(writing.connection, _sum(words))
    if invitation is None or not invitation.is_open(writing.now):
        raise NotFound("This link was used already, or is out of date. Ask whoever sent it for another.")
    return invitation


def _organisation(asker: Asker) -> str:
    if not asker.organisation:
        raise WrongUsage("Engagers are decided on in an organisation. Have an administrator add you to yours.")
    return asker.organisation


def _named(name: str) -> str:
    folded = folded_name(name)
    if not folded:
        raise NotFound
    return folded


def _sum(words: str) -> str:
    return hashlib.sha256(words.encode(errors="replace")).hexdigest()
