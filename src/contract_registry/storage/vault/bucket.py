"""Sealed files in a bucket that speaks S3, which several hosts share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import obstore
from obstore.exceptions import BaseError
from obstore.store import S3Store

from contract_registry.errors import BrokenSeal, NoStore, WrongUsage
from contract_registry.storage.vault.blobs import LOST

if TYPE_CHECKING:
    from obstore.store import S3Config


class BucketOfBlobs:
    """Blobs below a prefix of a bucket, spread by the first letters of their names."""

    def __init__(self, address: str, endpoint: str = "") -> None:
        """The bucket at `s3://bucket/prefix`; WrongUsage where this is no such address. Keys and region come from the environment, as AWS's own programs take them."""
        parts = urlsplit(address)
        if parts.scheme != "s3" or not parts.netloc:
            raise WrongUsage(f"{address!r} is no bucket. Write s3://bucket or s3://bucket/prefix.")
        config: S3Config = {"endpoint": endpoint, "virtual_hosted_style_request": False} if endpoint else {}
        self._store = S3Store(
            parts.netloc,
            prefix=parts.path.strip("/") or None,
            client_options={"timeout": "60s", "connect_timeout": "5s", "allow_http": endpoint.startswith("http:")},
            retry_config={"max_retries": 3, "retry_timeout": timedelta(seconds=30)},
            config=config,
        )

    def put(self, name: str, sealed: bytes) -> None:
        with _answering():
            obstore.put(self._store, _path(name), sealed)

    def get(self, name: str) -> bytes:
        with _answering():
            try:
                return bytes(obstore.get(self._store, _path(name)).bytes())
            except FileNotFoundError as error:
                raise BrokenSeal(LOST) from error

    def remove(self, name: str) -> None:
        with _answering():
            try:
                obstore.delete(self._store, _path(name))
            except FileNotFoundError:
                return

    def names(self) -> set[str]:
        return {name for name, _ in self._listed()}

    def older_than(self, seconds: float) -> set[str]:
        oldest = datetime.now(UTC) - timedelta(seconds=seconds)  # noqa: TID251  as a folder tells it by the system's clock
        return {name for name, at in self._listed() if at < oldest}

    def check(self) -> None:
        with _answering():
            next(iter(obstore.list(self._store, chunk_size=1)), None)

    def _listed(self) -> Iterator[tuple[str, datetime]]:
        with _answering():
            for page in obstore.list(self._store, chunk_size=1_000):
                yield from ((each["path"].rpartition("/")[2], each["last_modified"]) for each in page)


@contextmanager
def _answering() -> Iterator[None]:
    try:
        yield
    except (BaseError, OSError) as error:
        raise NoStore from error


def _path(name: str) -> str:
    return f"{name[:2]}/{name}"
