"""The files of a folder or a zip, one by one, for whoever takes them in by the hundred."""

from __future__ import annotations

import os
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from contract_registry.errors import CorruptFile, EncryptedFile, NotAFile, TooLarge, WrongUsage
from contract_registry.reading.limits import Limits
from contract_registry.reading.sources import source_of

_ENCRYPTED = 0x1
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)


@dataclass(frozen=True, slots=True)
class FilesToImport:
    """The names of the files, by their path below the folder or in the zip, in order; `read` gives the bytes of one, or UnreadableFile."""

    names: tuple[str, ...]
    read: Callable[[str], bytes]


@contextmanager
def opened_files(place: Path, limits: Limits) -> Iterator[FilesToImport]:
    """What lies in the folder or zip at `place`, hidden and nameless files left out; WrongUsage where it is neither."""
    if place.is_dir():
        yield _in_folder(place, limits)
    elif place.is_file() and zipfile.is_zipfile(place):
        with zipfile.ZipFile(place) as packed:
            yield _in_zip(packed, limits)
    else:
        raise WrongUsage(f"{place} is no folder and no zip. Give the folder or the zip in which the contracts lie.")


def _in_folder(folder: Path, limits: Limits) -> FilesToImport:
    names = []
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        names += [(Path(here) / name).relative_to(folder).as_posix() for name in files if not name.startswith(".")]

    def read(name: str) -> bytes:
        if not (folder / name).resolve().is_relative_to(folder.resolve()):
            raise NotAFile("This is a link to a file outside the folder.", "Copy the file itself into the folder, if it is meant.")
        return source_of(folder / name, limits).data

    return FilesToImport(tuple(sorted(names)), read)


def _in_zip(packed: zipfile.ZipFile, limits: Limits) -> FilesToImport:
    infos = {info.filename.replace("\\", "/"): info for info in packed.infolist() if not info.is_dir()}

    def read(name: str) -> bytes:
        info = infos[name]
        if info.flag_bits & _ENCRYPTED:
            raise EncryptedFile("This file is locked inside the zip.", "Unpack the zip with its password, and import the folder.")
        if info.file_size > limits.file_bytes:
            raise TooLarge(f"This file has {info.file_size:,} bytes; the limit is {limits.file_bytes:,}.")
        try:
            with packed.open(info) as entry:
                data = entry.read(limits.file_bytes + 1)
        except _BROKEN as error:
            raise CorruptFile from error
        if len(data) > limits.file_bytes:
            raise TooLarge(f"This file expands past the limit of {limits.file_bytes:,} bytes.")
        return data

    return FilesToImport(tuple(sorted(name for name in infos if not _is_hidden(name))), read)


def _is_hidden(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return not parts or any(part.startswith(".") for part in parts) or parts[0] == "__MACOSX"
