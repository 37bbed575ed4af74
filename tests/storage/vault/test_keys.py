"""The master key: made once, told from others by a mark, and changed for another without touching what is sealed."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy.exc import IntegrityError

from contract_registry.errors import BrokenSeal, WrongMasterKey
from contract_registry.storage.store import Store
from contract_registry.storage.vault.key_ring import KeyRing
from contract_registry.storage.vault.master_key import MasterKey, key_from_words, keys_in_file, write_keys
from contract_registry.storage.vault.sealing import seal, unseal

OWNER = str(uuid4())
NEW = MasterKey(b"n" * 32)


def test_what_is_sealed_for_one_purpose_opens_for_no_other() -> None:
    key = os.urandom(32)
    sealed = seal(key, b"words", "contract 1 file 0", os.urandom)

    assert unseal(key, sealed, "contract 1 file 0") == b"words"
    for wrong_key, wrong_sealed, purpose in (
        (key, sealed, "contract 2 file 0"),
        (os.urandom(32), sealed, "contract 1 file 0"),
        (key, sealed[:20], "contract 1 file 0"),
        (key, b"", "contract 1 file 0"),
        (key, b"\x02" + sealed[1:], "contract 1 file 0"),
    ):
        with pytest.raises(BrokenSeal):
            unseal(wrong_key, wrong_sealed, purpose)


def test_the_same_words_are_never_sealed_to_the_same_bytes() -> None:
    assert seal(b"k" * 32, b"words", "x", os.urandom) != seal(b"k" * 32, b"words", "x", os.urandom)


def test_keys_come_back_from_their_file_which_only_its_owner_can_read(tmp_path: Path) -> None:
    keys = (NEW, MasterKey(b"o" * 32))

    write_keys(tmp_path / "deep" / "key", keys)

    assert keys_in_file(tmp_path / "deep" / "key") == keys
    assert (tmp_path / "deep" / "key").stat().st_mode & 0o777 == 0o600
    assert keys_in_file(tmp_path / "nowhere") == ()


def test_a_key_that_others_can_read_is_refused(tmp_path: Path) -> None:
    write_keys(tmp_path / "key", (NEW,))
    (tmp_path / "key").chmod(0o644)

    with pytest.raises(WrongMasterKey, match="chmod 600"):
        keys_in_file(tmp_path / "key")


@pytest.mark.parametrize("words", ["", "ff", "g" * 64, "f" * 63])
def test_what_is_no_key_is_refused_by_the_place_it_came_from(words: str) -> None:
    with pytest.raises(WrongMasterKey, match="the file holds no master key"):
        key_from_words(words, "the file")


def test_a_key_is_never_shown() -> None:
    assert NEW.secret.hex() not in repr(NEW)
    assert NEW.secret.hex() not in repr(KeyRing(NEW, (), os.urandom))


def test_after_a_rotation_the_new_key_alone_opens_everything(store: Store) -> None:
    old = store.keys.master
    with store.writing() as writing:
        kept, _ = writing.shelf(OWNER).keep([("a.txt", b"words")])
    both = replace(store, keys=KeyRing(NEW, (old,), os.urandom))

    with both.writing() as writing:
        both.keys.settle(writing.connection, writing.now)
        assert both.keys.wrap_anew(writing.connection) == 2, "the contract's key and the owner's"
    with both.writing() as writing:
        assert both.keys.wrap_anew(writing.connection) == 0

    after = replace(store, keys=KeyRing(NEW, (), os.urandom))
    with after.writing() as writing:
        after.keys.settle(writing.connection, writing.now)
        assert writing.shelf(OWNER).file(kept.id, 0) == ("a.txt", b"words")
        assert writing.shelf(OWNER).keep([("a.txt", b"words")])[1] is False
    with store.writing() as writing, pytest.raises(WrongMasterKey):
        store.keys.settle(writing.connection, writing.now)


def test_whoever_still_has_the_old_key_after_a_rotation_can_seal_nothing_with_it(store: Store) -> None:
    both = replace(store, keys=KeyRing(NEW, (store.keys.master,), os.urandom))
    with both.writing() as writing:
        both.keys.settle(writing.connection, writing.now)
        both.keys.wrap_anew(writing.connection)

    with pytest.raises(IntegrityError), store.writing() as writing:
        writing.shelf(OWNER).keep([("a.txt", b"words")])
