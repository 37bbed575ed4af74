"""The master key, which wraps every other: from the environment, or from a file beside the data folder that the first start makes."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field
from pathlib import Path

from contract_registry.errors import WrongMasterKey
from contract_registry.storage.vault.sealing import KEY_BYTES, RandomBytes


@dataclass(frozen=True, slots=True)
class MasterKey:
    """A master key, and the mark by which it is known and which tells nothing of it."""

    secret: bytes

    @property
    def id(self) -> str:
        return hashlib.sha256(b"contract-registry master key " + self.secret).hexdigest()[:16]

    def __repr__(self) -> str:
        return f"MasterKey({self.id})"


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """Where the master key comes from: words of the environment, or else a file. What is secret is not shown."""

    file: Path
    words: str = field(default="", repr=False)
    former_words: str = field(default="", repr=False)

    def keys(self) -> tuple[MasterKey, ...]:
        """The keys that are there, the one in use first; none at the first start. WrongMasterKey where one is none."""
        if not self.words:
            return keys_in_file(self.file)
        given = ((self.words, "CONTRACT_REGISTRY_MASTER_KEY"), (self.former_words, "CONTRACT_REGISTRY_FORMER_MASTER_KEY"))
        return tuple(key_from_words(words, variable) for words, variable in given if words)


def new_master_key(random: RandomBytes) -> MasterKey:
    """A master key that was never used."""
    return MasterKey(random(KEY_BYTES))


def key_from_words(words: str, place: str) -> MasterKey:
    """The key that is written as 64 hexadecimal digits; WrongMasterKey, naming the place, where they are none."""
    try:
        secret = bytes.fromhex(words.strip())
    except ValueError:
        secret = b""
    if len(secret) != KEY_BYTES:
        raise WrongMasterKey(
            f"{place} holds no master key: {2 * KEY_BYTES} hexadecimal digits are needed, as `openssl rand -hex 32` makes them."
        )
    return MasterKey(secret)


def keys_in_file(path: Path) -> tuple[MasterKey, ...]:
    """The keys in the file, the one in use first; none where there is no such file. WrongMasterKey where it cannot be read or others can read it."""
    try:
        if path.stat().st_mode & 0o077:
            raise WrongMasterKey(
                f"Others can read the master key in {path}. Run `chmod 600` on it, and consider `contract-registry db rotate-key`."
            )
        lines = path.read_text(encoding="ascii").split()
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise WrongMasterKey(f"The master key in {path} cannot be read: {error}") from error
    return tuple(key_from_words(line, str(path)) for line in lines)


def write_keys(path: Path, keys: tuple[MasterKey, ...]) -> None:
    """Put the keys in the file, all of them or, after a crash, those that stood there before."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write("".join(f"{key.secret.hex()}\n" for key in keys))
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)
