"""Seals bytes with AES-256-GCM: what is opened is what was sealed, for the same purpose, or it does not open at all."""

from __future__ import annotations

from collections.abc import Callable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from contract_registry.errors import BrokenSeal

KEY_BYTES = 32
_NONCE_BYTES = 12
_FORM = b"\x01"

RandomBytes = Callable[[int], bytes]


def seal(key: bytes, data: bytes, purpose: str, random: RandomBytes) -> bytes:
    """`data` so that only `key` opens it, and only where the same `purpose` is named: no sealed thing can stand in for another."""
    nonce = random(_NONCE_BYTES)
    return _FORM + nonce + AESGCM(key).encrypt(nonce, data, purpose.encode())


def unseal(key: bytes, sealed: bytes, purpose: str) -> bytes:
    """What was sealed; BrokenSeal where it was changed, or sealed with another key or for another purpose."""
    nonce, data = sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :]
    if sealed[:1] != _FORM:
        raise BrokenSeal
    try:
        return AESGCM(key).decrypt(nonce, data, purpose.encode())
    except (InvalidTag, ValueError) as error:
        raise BrokenSeal from error
