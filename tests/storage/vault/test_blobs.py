"""Sealed files in a folder and in a bucket behave alike, and the service works on either."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from bucket_of_tests import BUCKET, KEYS, a_bucket
from contract_registry.bootstrap import assemble_service, open_foundations
from contract_registry.errors import BrokenSeal, NoStore, WrongUsage
from contract_registry.operations.contracts import delete_contract, file_of, keep_contract, scan_kept, scan_of
from contract_registry.operations.database import back_up_to, restore_from
from contract_registry.operations.given import Given
from contract_registry.operations.health import check_ready
from contract_registry.operations.upkeep import sweep
from contract_registry.settings import Settings, StorageSettings
from contract_registry.storage.vault.blobs import Blobs, FolderOfBlobs
from contract_registry.storage.vault.bucket import BucketOfBlobs

ANN = str(uuid4())
WAIVER = ("a.txt", b"1. The Illustrator irrevocably waives all moral rights in the Work.")


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with pytest.MonkeyPatch.context() as patch, a_bucket(tmp_path_factory.mktemp("s3")) as address:
        for name, value in KEYS.items():
            patch.setenv(name, value)
        yield address


@pytest.fixture(params=["folder", "bucket"])
def blobs(request: pytest.FixtureRequest, tmp_path: Path) -> Blobs:
    if request.param == "folder":
        return FolderOfBlobs(tmp_path / "blobs")
    return BucketOfBlobs(f"s3://{BUCKET}/{uuid4().hex}", request.getfixturevalue("endpoint"))


def test_what_is_put_comes_back_until_it_is_removed(blobs: Blobs) -> None:
    names = [str(uuid4()) for _ in range(3)]
    for name in names:
        blobs.put(name, os.urandom(1000) + name.encode())

    assert blobs.names() == set(names)
    assert blobs.get(names[1]).endswith(names[1].encode())
    blobs.remove(names[1])
    blobs.remove(names[1])
    assert blobs.names() == {names[0], names[2]}


def test_what_is_lost_is_told(blobs: Blobs) -> None:
    with pytest.raises(BrokenSeal, match="Restore it from a backup"):
        blobs.get(str(uuid4()))


def test_a_large_blob_comes_back_whole(blobs: Blobs) -> None:
    data = os.urandom(12_000_000)
    blobs.put("large", data)

    assert blobs.get("large") == data


def test_what_has_lain_long_is_told_from_what_is_young(blobs: Blobs) -> None:
    blobs.put("young", b"x")
    blobs.check()

    assert blobs.older_than(60) == set()
    time.sleep(1.1)  # a bucket tells the time in seconds
    assert blobs.older_than(0) == {"young"}


@pytest.mark.parametrize("address", ["", "registry", "https://s3.example/registry", "s3://"])
def test_what_is_no_bucket_is_told(address: str) -> None:
    with pytest.raises(WrongUsage, match="is no bucket"):
        BucketOfBlobs(address)


def test_a_bucket_that_does_not_answer_is_told(endpoint: str) -> None:
    with pytest.raises(NoStore):
        BucketOfBlobs("s3://nothing-by-this-name", endpoint).check()
    with pytest.raises(NoStore):
        BucketOfBlobs(f"s3://{BUCKET}", "http://127.0.0.1:9").put("x", b"y")


def test_the_service_works_on_a_bucket(endpoint: str, new_database: Callable[[], str], tmp_path: Path) -> None:
    prefix = uuid4().hex
    stored = StorageSettings(data=tmp_path / "data", database_url=new_database(), blobs=f"s3://{BUCKET}/{prefix}", blobs_endpoint=endpoint)
    with assemble_service(Settings(storage=stored)) as service:
        check_ready(service)
        contract = keep_contract(service, ANN, Given([WAIVER]))[0].id
        scan_kept(service, ANN, contract)
        assert "moral" in scan_of(service, ANN, contract)
        assert len(service.store.blobs.names()) == 2
        assert not (tmp_path / "data/blobs").exists()
        service.store.blobs.put(str(uuid4()), b"left behind")
        assert sweep(service) == 0, "it is young"
    with open_foundations(Settings(storage=stored)) as foundations:
        back_up_to(foundations, tmp_path / "backup", None, service.store.clock())
        for name in foundations.blobs.names():
            foundations.blobs.remove(name)
        restore_from(foundations, tmp_path / "backup", None, service.store.clock())
    with assemble_service(Settings(storage=stored)) as service:
        assert file_of(service, ANN, contract, 0) == WAIVER
        delete_contract(service, ANN, contract)
        assert service.store.blobs.names() == set()
