"""Passwords: hashed with Argon2, compared in the same time whether or not there is one, and refused where they are easy to guess."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from contract_registry.errors import TooBusy, WrongUsage

SHORTEST, LONGEST = 12, 200
MOST_AT_ONCE, MOST_WAITING = 4, 12
"""Hashes made at the same moment: each takes 64 MB, and somebody who tries a thousand at once must not take all the memory."""
_FEWEST_LETTERS = 5
_TOO_KNOWN = ("password", "passwort", "motdepasse", "contraseña", "qwerty", "azerty", "letmein", "123456", "abcdef", "contractregistry")


class Passwords:
    """Makes hashes of passwords and compares with them."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._door, self._room = threading.BoundedSemaphore(MOST_AT_ONCE + MOST_WAITING), threading.BoundedSemaphore(MOST_AT_ONCE)
        self._of_nobody = self.hashed("of nobody, so that it fits nothing")

    def hashed(self, password: str) -> str:
        """The hash of a password, with a salt of its own; TooBusy where very many are asked for at once."""
        with self._turn():
            return self._hasher.hash(password)

    def fits(self, password: str, kept: str | None) -> bool:
        """Whether the password is the one whose hash was kept; where none was, it takes as long to say no. TooBusy where very many are asked at once."""
        with self._turn():
            try:
                self._hasher.verify(kept or self._of_nobody, password[:LONGEST])
            except VerifyMismatchError:
                return False
        return kept is not None

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Some at once, some waiting, and no more: whoever floods this page must not occupy every thread of the service."""
        if not self._door.acquire(blocking=False):
            raise TooBusy
        try:
            with self._room:
                yield
        finally:
            self._door.release()


def checked_password(password: str, *known: str) -> str:
    """The password; WrongUsage where it is too short, or made of what is `known` of the person or of everybody."""
    if len(password) < SHORTEST:
        raise WrongUsage(f"A password has {SHORTEST} characters or more. Three or four words that nobody expects together are a good one.")
    if len(password) > LONGEST:
        raise WrongUsage(f"A password has {LONGEST} characters at most.")
    plain = "".join(password.lower().split())
    for word in (*_TOO_KNOWN, *(each.lower().replace(" ", "") for each in known if len(each) > 2)):  # noqa: PLR2004  initials are no words
        plain = plain.replace(word, "")
    if len(plain) < SHORTEST // 2 or len(set(plain)) < _FEWEST_LETTERS:
        raise WrongUsage("This password is easy to guess. Take three or four words that nobody expects together.")
    return password
