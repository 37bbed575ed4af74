"""Everything that can go wrong, on one page; each class's docstring is its default message.

ContractRegistryError
├── UnreadableFile            the file cannot be read; `next_step` says what its owner can do
│   ├── EmptyFile
│   ├── EncryptedFile
│   ├── CorruptFile
│   ├── TooLarge
│   ├── TooSlow
│   ├── TooMuchMemory
│   ├── NotText
│   ├── NotAFile
│   ├── UnsupportedFormat
│   └── UnexpectedFault
├── InvalidFiles              files hold mistakes; `complaints` point at file, line and field
│   ├── InvalidRules
│   └── InvalidLabels
├── NotWritten                the result could not be written where it was to go
├── NotRestored               a backup could not be put back
├── NoDatabase                the database cannot be reached, or cannot be run
│   └── NoStore               the place of the sealed files cannot be reached
├── OldTables                 the database is not at the form that this version needs
├── WrongMasterKey            the master key is missing, or is not the one that the vault is sealed with
├── BrokenSeal                what was sealed does not open: it was changed
├── Cancelled                 whoever asked for it wants it no longer
├── KeyUsedOtherwise          a key that marks a request came with another one before
├── NotFound                  there is nothing by this name, or not for whoever asks
├── NotSignedIn               whoever asks did not say who they are
├── SignInRefused             what was given to sign in does not belong together
├── NotAllowed                whoever asks may not do this
├── NotThisForm               a form was sent that this browser was not given
├── TooManyTries              it was tried in vain too often
├── NotSent                   a letter could not be sent
├── TooSlowlySent             what was sent came in so slowly that nobody waits for the rest
├── TooBusy                   more is asked for at once than the service holds in memory
└── WrongUsage                the command or call was put together wrongly
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar


class ContractRegistryError(Exception):
    """Something went wrong."""

    def __init__(self, message: str = "") -> None:
        super().__init__(message or type(self).__doc__ or "")
        self.message = message or type(self).__doc__ or ""


class UnreadableFile(ContractRegistryError):
    """This file could not be read."""

    kind: ClassVar[str] = "unreadable"
    default_next: ClassVar[str] = "Try saving it again as PDF, or paste its text."

    def __init__(self, message: str = "", next_step: str = "") -> None:
        super().__init__(message)
        self.next_step = next_step or self.default_next


class EmptyFile(UnreadableFile):
    """This file is empty."""

    kind = "empty"
    default_next = "Check that the download or export finished, then try again."


class EncryptedFile(UnreadableFile):
    """This file is locked with a password."""

    kind = "encrypted"
    default_next = "Give the password with --password, or open the file yourself and print it to a new PDF."


class CorruptFile(UnreadableFile):
    """This file is damaged and cannot be opened."""

    kind = "corrupt"
    default_next = "Ask the sender for a fresh copy, or open it in the program that made it and save it again."


class TooLarge(UnreadableFile):
    """This file is larger than the limit."""

    kind = "too large"
    default_next = "Split it, or send only the pages that hold the terms."


class TooSlow(UnreadableFile):
    """Reading this file took longer than the time allowed."""

    kind = "too slow"
    default_next = "Split it into smaller files, or raise the limit with --seconds."


class TooMuchMemory(UnreadableFile):
    """Reading this file would need more memory than is allowed."""

    kind = "too much memory"
    default_next = "Split it into smaller files, or print it to a new PDF."


class NotText(UnreadableFile):
    """This file holds no text that could be read."""

    kind = "not text"
    default_next = "Send the contract as PDF, Word, web page, e-mail, plain text or a sharp photograph of each page."


class NotAFile(UnreadableFile):
    """There is no file at this path."""

    kind = "not a file"
    default_next = "Give the path of one or more files."


class UnsupportedFormat(UnreadableFile):
    """This kind of file cannot be read here."""

    kind = "unsupported format"
    default_next = "Save it as PDF or .docx and try again."


class UnexpectedFault(UnreadableFile):
    """Something went wrong inside Contract Registry while it handled this file."""

    kind = "unexpected"
    default_next = "Run it again with --debug and report what it shows; leave the contract itself out of the report."


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thing wrong with a file of rules or labels: where it is, what is wrong, and what to do."""

    file: str
    line: int | None
    field: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.field}: {self.problem} {self.remedy}".strip()


class InvalidFiles(ContractRegistryError):
    """The files hold mistakes."""

    def __init__(self, complaints: Sequence[Complaint], consequence: str = "") -> None:
        super().__init__("\n".join([*map(str, complaints), *filter(None, [consequence])]))
        self.complaints = tuple(complaints)


class InvalidRules(InvalidFiles):
    """The rule files hold mistakes."""


class InvalidLabels(InvalidFiles):
    """The labelled passages, or the files beside them, hold mistakes."""


class NotWritten(ContractRegistryError):
    """The result could not be written."""


class NotRestored(ContractRegistryError):
    """The backup could not be restored."""


class NoDatabase(ContractRegistryError):
    """The database cannot be reached."""


class NoStore(NoDatabase):
    """The place of the sealed files does not answer just now. Try again in a moment."""


class OldTables(ContractRegistryError):
    """The database is not at the form that this version needs. Run `contract-registry db upgrade`."""


class WrongMasterKey(ContractRegistryError):
    """The vault is sealed with a master key that is not here. Give that key in CONTRACT_REGISTRY_MASTER_KEY or put its file back."""


class BrokenSeal(ContractRegistryError):
    """A sealed file or value does not open: it was changed since it was sealed. Restore it from a backup."""


class Cancelled(ContractRegistryError):
    """This was cancelled. Ask for it again if it is wanted after all."""


class KeyUsedOtherwise(ContractRegistryError):
    """This Idempotency-Key came with another request before. Send a fresh key with each new request, and the same only to repeat one."""


class NotFound(ContractRegistryError):
    """There is nothing here by this name, or nothing that you may see."""


class NotSignedIn(ContractRegistryError):
    """This is for whoever signs in. Send an API token in the header Authorization, as in `Bearer cr_…`."""


class SignInRefused(ContractRegistryError):
    """Address and password do not belong together. Check both, or have a link for a new password sent to you."""


class NotAllowed(ContractRegistryError):
    """This is for people in another role. Ask your administrator if it should be for you."""


class NotThisForm(ContractRegistryError):
    """This form was not made for your browser, or it is an old one. Load its page again, and send it from there."""


class TooManyTries(ContractRegistryError):
    """This was tried too often. Wait a quarter of an hour, or sign in from a browser that you have used before."""


class NotSent(ContractRegistryError):
    """The letter could not be sent. It is tried again later."""


class TooSlowlySent(ContractRegistryError):
    """What you sent came in too slowly. Send it again over a better connection, or send less at once."""


class TooBusy(ContractRegistryError):
    """The service is holding as much as it can. Come again in a few minutes."""


class WrongUsage(ContractRegistryError):
    """The command was put together wrongly."""
