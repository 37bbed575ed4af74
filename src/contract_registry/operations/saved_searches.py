"""Saved searches: kept, listed, deleted, and told of by mail in one letter for all, which one click stops."""

from __future__ import annotations

import hmac
import json
from dataclasses import replace

from contract_registry.core.disclosure.people import Asker, Person, Stage, Standing
from contract_registry.core.disclosure.roles import May
from contract_registry.core.disclosure.searching.question import Asked, Facet, circles_of
from contract_registry.core.disclosure.watching.digest import Digest, NewClauses, digests, new_clauses
from contract_registry.core.disclosure.watching.saved_search import Every, SavedSearch, Window, due, first_of_month, saved, stopped, told
from contract_registry.errors import NotFound
from contract_registry.exporting.digest_letter import Letter, digest_letter
from contract_registry.operations.service import Service
from contract_registry.storage.queue import DIGEST, defer_once
from contract_registry.storage.registry.asking import MOST, Question
from contract_registry.storage.registry.blocks import hold_blocks
from contract_registry.storage.registry.searching import types_shared
from contract_registry.storage.saved_searches import (
    forget_search,
    keep_search,
    note_told,
    people_to_tell,
    searches_of,
    stop_words,
)
from contract_registry.storage.store import Writing

__all__ = ["Every", "SavedSearch"]


def saved_by(service: Service, person: str) -> list[SavedSearch]:
    """What somebody keeps, the earliest first."""
    with service.store.reading() as reading:
        return searches_of(reading.shelf(person))


def save_search(service: Service, person: str, name: str, asked: Asked, every: Every) -> SavedSearch:
    """The search as it is kept, once however often it is sent; WrongUsage where it has no name, or there are too many."""
    with service.store.writing() as writing:
        shelf = writing.shelf(person)
        shelf.be_alone()
        kept = searches_of(shelf)
        search = saved(writing.store.new_id(), person, name, _as_words(asked), every, writing.now, len(kept))
        said = (search.name, search.question, search.every)
        known = next((each for each in kept if (each.name, each.question, each.every) == said and not each.stopped_at), None)
        if known is None:
            keep_search(shelf, search)
    return known or search


def delete_search(service: Service, person: str, search: str) -> None:
    """Keep it no longer; NotFound where this person keeps none by this id."""
    with service.store.writing() as writing:
        if not forget_search(writing.shelf(person), search):
            raise NotFound


def asked_in(search: SavedSearch) -> Asked:
    """The question of a saved search."""
    told_ = json.loads(search.question)
    return Asked(told_["words"], frozenset((Facet(facet), value) for facet, value in told_["where"]), language=told_["language"])


def ask_for_digests(service: Service) -> int:
    """How many people are to be told what is new in their searches; each is told by a job of its own. None where no mail is sent."""
    if service.access.post is None:
        return 0
    with service.store.writing() as writing:
        everybody = people_to_tell(writing.connection, first_of_month(writing.now))
        for person in everybody:
            defer_once(writing.connection, DIGEST, person=person)
    return len(everybody)


def send_digest(service: Service, person: str) -> int:
    """Of how many clauses somebody was told in one letter; none is sent where nothing is new. NotSent where the mail server did not take it.

    That it was told is kept only if the letter was sent, so that each month is told of once.
    """
    post = service.access.post
    if post is None:
        return 0
    with service.store.writing() as writing:
        asker, address = _whom(service, writing, person)
        shelf = writing.shelf(person)
        shelf.be_alone()
        waiting = [(search, window) for search in searches_of(shelf) if (window := due(search, writing.now))] if asker else []
        parts = [_new(writing, search, window, asker) for search, window in waiting if asker]
        for part in parts:
            note_told(shelf, told(part.search, part.window))
        count = 0
        for digest in digests(parts):
            letter = _letter(service, digest, stop_words(shelf))
            post.send(address, letter.subject, letter.text, letter.headers)
            count += digest.clauses
    return count


def stop_letters(service: Service, person: str, words: str) -> None:
    """Send this person no more of these letters; NotFound where the words are not those of their letters."""
    with service.store.writing() as writing:
        shelf = writing.shelf(person)
        own = stop_words(shelf)
        if not own or not hmac.compare_digest(own.encode(), words.encode(errors="replace")):
            raise NotFound
        for search in stopped(searches_of(shelf), writing.now):
            note_told(shelf, search)


def resume_letters(service: Service, person: str) -> None:
    """Send them again, from this month on."""
    with service.store.writing() as writing:
        shelf = writing.shelf(person)
        for search in searches_of(shelf):
            if search.stopped_at is not None:
                note_told(shelf, replace(search, told_until=first_of_month(writing.now), stopped_at=None))


def _whom(service: Service, writing: Writing, person: str) -> tuple[Asker | None, str]:
    """As whom somebody asks, and where letters reach them; nobody where they are gone, disabled, or may not search any more."""
    try:
        found: Person = service.access.register(writing).person(person)
    except NotFound:
        return None, ""
    asker = Asker(found.role, Stage.INSIDE, found.id, found.organisation, found.branch, can_write=False)
    may = found.standing is Standing.ACTIVE and bool(found.address) and asker.may(May.SEARCH)
    return (asker, found.address) if may else (None, "")


def _new(writing: Writing, search: SavedSearch, window: Window, asker: Asker) -> NewClauses:
    question = Question(asked_in(search), circles_of(asker))
    hold_blocks(writing.connection)
    types = types_shared(writing.connection, question, window.since, window.until)
    return new_clauses(search, window, types[:MOST], is_more=len(types) > MOST)


def _letter(service: Service, digest: Digest, words: str) -> Letter:
    titles = {name: each.title for name, each in service.system.rulebook().types.items()}
    address = service.access.address
    return digest_letter(
        digest, titles, page=f"{address}/registry/searches", stop=f"{address}/registry/searches/stop/{digest.person}/{words}"
    )


def _as_words(asked: Asked) -> str:
    return json.dumps(
        {"words": asked.words, "where": sorted([facet.value, value] for facet, value in asked.where), "language": asked.language}
    )
