"""The letters that are sent: an invitation, a link for a new password, and word that somebody is known already.

The link is made when its letter is sent, so that what opens an account waits in no queue.
"""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

from contract_registry.core.disclosure.people import Person, Standing
from contract_registry.errors import NotFound
from contract_registry.operations.access import Access
from contract_registry.storage.people.sessions import LinkPurpose, keep_link
from contract_registry.storage.queue import LETTER, defer
from contract_registry.storage.store import Writing

INVITATION_LASTS, PASSWORD_LINK_LASTS = timedelta(days=7), timedelta(hours=1)
NOBODY = "00000000-0000-4000-8000-000000000001"
"""To whom a letter goes that is not sent, so that asking for one takes as long."""


class Letter(StrEnum):
    """What a letter is about."""

    INVITATION = "invitation"
    PASSWORD = "password"  # noqa: S105  what it is about, no password
    KNOWN = "known"


_SUBJECTS = {
    Letter.INVITATION: "Your invitation to Contract Registry",
    Letter.PASSWORD: "A new password for Contract Registry",
    Letter.KNOWN: "You are known to Contract Registry already",
}
_TEXTS = {
    Letter.INVITATION: (
        "You are invited to Contract Registry, which reads contracts of creative work.\n\nChoose a password here, within seven days:\n\n{link}\n\n"
        "The link works once. If you expected no invitation, leave it.\n"
    ),
    Letter.PASSWORD: (
        "Somebody asked for a new password for this address. If it was you, choose one here, within an hour:\n\n{link}\n\n"
        "The link works once. If it was not you, leave it: nothing has changed.\n"
    ),
    Letter.KNOWN: (
        "You were invited to Contract Registry, where you have an account already. Sign in here:\n\n{link}\n\n"
        "If you have forgotten your password, that page sends you a link for a new one.\n"
    ),
}


def post_letter(writing: Writing, person: str, letter: Letter) -> None:
    """Have the letter sent once this transaction is kept."""
    defer(writing.connection, LETTER, person=person, letter=letter.value)


def send_letter(access: Access, person: str, letter: Letter) -> bool:
    """Whether the letter was sent: not where its person is gone, or it is out of date. NotSent where the mail server did not take it."""
    if access.post is None:
        return False
    with access.store.writing() as writing:
        try:
            to = access.register(writing).person(person)
        except NotFound:
            return False
        if not to.address or not _is_still_meant(letter, to):
            return False
        link = new_link(access, writing, to.id, letter)
    access.post.send(to.address, _SUBJECTS[letter], _TEXTS[letter].format(link=link))
    return True


def new_link(access: Access, writing: Writing, person: str, letter: Letter) -> str:
    """The address that the letter tells, good from the end of the transaction on."""
    if letter is Letter.KNOWN:
        return f"{access.address}/sign-in"
    words = access.words()
    lasts = INVITATION_LASTS if letter is Letter.INVITATION else PASSWORD_LINK_LASTS
    keep_link(writing.connection, words, LinkPurpose(letter.value), person, writing.now + lasts)
    return f"{access.address}/{'invitation' if letter is Letter.INVITATION else 'password'}/{words}"


def _is_still_meant(letter: Letter, to: Person) -> bool:
    return to.standing is (Standing.INVITED if letter is Letter.INVITATION else Standing.ACTIVE)
