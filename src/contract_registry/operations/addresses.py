"""Mail addresses, names and passages within the service, as somebody typed them."""

from __future__ import annotations

import re
import unicodedata

from contract_registry.errors import WrongUsage

LONGEST_ADDRESS, LONGEST_NAME = 254, 100
_ADDRESS = re.compile(r"[^\s@<>(),;:\\\"\[\]]{1,64}@[^\s@<>(),;:\\\"\[\]]+\.[^\s@.<>(),;:\\\"\[\]]+")
_ENCODED = "=?"
"""With which words of a letter's head begin that are to be decoded, by which an address could become two."""
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_WITHIN = re.compile(r"/[A-Za-z0-9][A-Za-z0-9/_-]*")


def same_address(words: str) -> str:
    """The address in the one form in which it is looked for."""
    return unicodedata.normalize("NFKC", words).strip().lower()


def checked_address(words: str) -> str:
    """The address in the one form in which it is kept; WrongUsage where it is none."""
    address = same_address(words)
    if len(address) > LONGEST_ADDRESS or not address.isprintable() or _ENCODED in address or not _ADDRESS.fullmatch(address):
        raise WrongUsage("This is no mail address. Write it as in ann@union.example.")
    return address


def checked_name(words: str) -> str:
    """The name on one line; WrongUsage where there is none, or it is too long."""
    name = " ".join("".join(each if each.isprintable() else " " for each in words).split())
    if not name:
        raise WrongUsage("Give a name by which others know you.")
    if len(name) > LONGEST_NAME:
        raise WrongUsage(f"Give a name of {LONGEST_NAME} characters at most.")
    return name


def is_id(words: str) -> bool:
    """Whether the words are an id as we give them."""
    return bool(_ID.fullmatch(words))


def passage_within(words: str, otherwise: str) -> str:
    """The page of this service that the words name, and no other place; where they name none, `otherwise`."""
    return words if _WITHIN.fullmatch(words) else otherwise
