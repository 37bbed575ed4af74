"""The code that follows a password: set up with a picture, given at sign-in, used once; codes for the day the telephone is lost."""

from __future__ import annotations

import hashlib
import hmac
import io
import re
from dataclasses import dataclass
from datetime import datetime

import pyotp
import segno
from sqlalchemy import delete, insert

from contract_registry.core.disclosure.audit import Did
from contract_registry.errors import NotSignedIn, SignInRefused, WrongUsage
from contract_registry.operations.access import Access
from contract_registry.operations.signing_in import FREE_TRIES, Browser, SignedIn, welcome
from contract_registry.storage.people.attempts import count_try, forget_tries
from contract_registry.storage.people.sessions import begin_session, end_session, hashed, session_of
from contract_registry.storage.people.tables import recovery_codes
from contract_registry.storage.people.trail import note
from contract_registry.storage.store import Writing
from contract_registry.storage.vault.sealing import seal, unseal

ISSUER = "Contract Registry"
STEP_SECONDS = 30
RECOVERY_CODES = 10
_SECRET = re.compile(r"[A-Z2-7]{32}")
_WRONG_CODE = "This code does not fit. Wait for the next one that your app shows, and look whether your telephone's clock is right."


@dataclass(frozen=True, slots=True)
class ToSetUp:
    """What an app is told: the secret in letters, and the same as a picture (SVG)."""

    secret: str
    picture: str


def new_secret() -> str:
    """A secret that was never used."""
    return pyotp.random_base32()


def checked_secret(secret: str) -> str:
    """The secret, if it is one as they are made here; WrongUsage where it is not."""
    if not _SECRET.fullmatch(secret):
        raise WrongUsage("This is no secret that was made here. Load the page again.")
    return secret


def to_set_up(access: Access, person: str, secret: str) -> ToSetUp:
    """The secret as an app takes it."""
    with access.store.reading() as reading:
        known_as = access.register(reading).person(person).address
    address = pyotp.TOTP(secret, interval=STEP_SECONDS).provisioning_uri(name=known_as, issuer_name=ISSUER)
    picture = io.BytesIO()
    segno.make(address, error="m").save(picture, kind="svg", border=4, omitsize=True, xmldecl=False, svgns=True, dark="#000", light="#fff")
    return ToSetUp(secret, picture.getvalue().decode())


def set_up(access: Access, person: str, secret: str, code: str, session: str) -> list[str]:
    """The recovery codes, shown only now, of whoever gave a code that the secret makes; WrongUsage where it does not.

    Every session but this one ends.
    """
    step = _step_of(checked_secret(secret), code, access.now(), after=None)
    if step is None:
        raise WrongUsage(_WRONG_CODE)
    codes = [_spaced(access.words()) for _ in range(RECOVERY_CODES)]
    with access.store.writing() as writing:
        register = access.register(writing)
        register.secrets_of(person)
        sealed = seal(register.key_of(person), secret.encode(), _purpose(person), access.store.keys.random)
        register.change(person, totp=sealed, totp_step=step)
        register.sign_out_everywhere(person, but=hashed(session))
        writing.connection.execute(delete(recovery_codes).where(recovery_codes.c.person_id == person))
        writing.connection.execute(insert(recovery_codes), [{"person_id": person, "code_sha256": _hash(code)} for code in codes])
        note(writing.connection, writing.now, person, Did.SECOND_FACTOR_SET)
    return codes


def take_away(access: Access, person: str) -> None:
    """Ask for no code any more."""
    with access.store.writing() as writing:
        forget_second_factor(access, writing, person)
        note(writing.connection, writing.now, person, Did.SECOND_FACTOR_RESET, person=person)


def forget_second_factor(access: Access, writing: Writing, person: str) -> None:
    """Take away the secret and the recovery codes."""
    access.register(writing).change(person, totp=None, totp_step=None)
    writing.connection.execute(delete(recovery_codes).where(recovery_codes.c.person_id == person))


def give_code(access: Access, session: str, code: str, browser: Browser) -> SignedIn:
    """The whole session in place of the one that waited for a code; SignInRefused where the code does not fit or was used, TooManyTries."""
    with access.store.writing() as writing:
        waiting = session_of(writing.connection, session, writing.now)
        if waiting is None or waiting.is_whole:
            raise NotSignedIn
        person, about = waiting.person, f"code of {waiting.person} {hashed(browser.words).hex()}"
        count_try(writing.connection, access.tried(writing, f"code of {person}"), writing.now, free=4 * FREE_TRIES)
        count_try(writing.connection, access.tried(writing, about), writing.now, free=FREE_TRIES)
        if fits := _fits(access, writing, person, code):
            forget_tries(writing.connection, access.tried(writing, about))
            forget_tries(writing.connection, access.tried(writing, f"code of {person}"))
            end_session(writing.connection, session)
            words = access.words()
            begin_session(writing.connection, words, person, writing.now, is_whole=True)
            welcome(writing, person, browser, how="code")
        else:
            note(writing.connection, writing.now, None, Did.SIGN_IN_REFUSED, person=person, at="code")
    if not fits:
        raise SignInRefused(_WRONG_CODE)
    return SignedIn(words, person, is_whole=True)


def _fits(access: Access, writing: Writing, person: str, code: str) -> bool:
    """Whether the code is the app's of now, never used before, or one of the recovery codes that are left."""
    register = access.register(writing)
    kept = register.secrets_of(person)
    if kept.totp is None:
        return False
    secret = unseal(register.key_of(person), kept.totp, _purpose(person)).decode()
    step = _step_of(secret, code, writing.now, after=kept.totp_step)
    if step is not None:
        register.change(person, totp_step=step)
        return True
    used = delete(recovery_codes).where(recovery_codes.c.person_id == person, recovery_codes.c.code_sha256 == _hash(code))
    if writing.connection.execute(used).rowcount:
        note(writing.connection, writing.now, person, Did.RECOVERY_CODE_USED)
        return True
    return False


def _step_of(secret: str, code: str, now: datetime, after: int | None) -> int | None:
    """The step at which the secret makes this code, one before or after now at most and later than `after`; None where there is none."""
    totp, present, given = pyotp.TOTP(secret, interval=STEP_SECONDS), int(now.timestamp()) // STEP_SECONDS, "".join(code.split())
    for step in (present, present - 1, present + 1):
        if hmac.compare_digest(totp.at(step * STEP_SECONDS).encode(), given.encode()) and (after is None or step > after):
            return step
    return None


def _spaced(words: str) -> str:
    """Eighty bits of chance as four groups of letters and digits that are told apart."""
    number, letters = int.from_bytes(hashlib.sha256(words.encode()).digest()[:10]), "23456789abcdefghjkmnpqrstuvwxyz"
    drawn = []
    for _ in range(16):
        number, at = divmod(number, len(letters))
        drawn.append(letters[at])
    return "-".join("".join(drawn[at : at + 4]) for at in range(0, 16, 4))


def _hash(code: str) -> bytes:
    return hashlib.sha256("".join(code.lower().split()).replace("-", "").encode(errors="replace")).digest()


def _purpose(person: str) -> str:
    return f"person {person} second factor"
