"""The lock files: every package pinned and hashed, no address, and nothing that pyproject.toml does not ask for."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

RUNTIME, DEVELOPMENT, NAMES = LOCKS = "requirements.lock", "requirements-dev.lock", "requirements-names.lock"


class Pin(NamedTuple):
    name: str
    version: Version
    hashes: int
    asked_by: frozenset[str]


def pins(lock: Path) -> list[Pin]:
    """Every pinned package of a lock file; one that differs by Python version stands there twice."""
    entries = re.split(r"^(?=[a-z0-9])", lock.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    found = []
    for entry in entries:
        name, version = re.match(r"([a-z0-9._-]+)(?:\[[a-z,]+\])?==(\S+)", entry).groups()
        asked_by = re.findall(r"^    #(?: via|  ) (\S.*)$", entry, re.MULTILINE)
        found.append(
            Pin(canonicalize_name(name), Version(version), len(re.findall(r"--hash=sha256:[0-9a-f]{64}\b", entry)), frozenset(asked_by))
        )
    return found


@pytest.fixture(scope="module")
def project(root: Path) -> dict[str, object]:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def declared(project: dict[str, dict[str, object]]) -> dict[str, list[Requirement]]:
    runtime = [Requirement(line) for line in project["project"]["dependencies"]]
    groups = {name: [Requirement(line) for line in lines] for name, lines in project["dependency-groups"].items()}
    return {RUNTIME: runtime, DEVELOPMENT: runtime + groups["dev"], NAMES: groups["names"]}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_hashed(lock: str, root: Path) -> None:
    assert [pin.name for pin in pins(root / lock) if not pin.hashes] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_no_address_stands_in_a_lock(lock: str, root: Path) -> None:
    text = (root / lock).read_text(encoding="utf-8")

    assert re.findall(r"\S+://\S+|^\s*-(?:i|f|-\w*(?:url|links|host))\b.*$| @ ", text, re.MULTILINE) == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_what_is_declared_and_within_its_range(lock: str, root: Path, declared: dict[str, list[Requirement]]) -> None:
    versions: dict[str, list[Version]] = {}
    for pin in pins(root / lock):
        versions.setdefault(pin.name, []).append(pin.version)

    out_of_step = [
        str(want)
        for want in declared[lock]
        if not all(map(want.specifier.contains, versions.get(canonicalize_name(want.name), [Version("0")])))
    ]

    assert out_of_step == [], "run `make lock`"


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_nothing_that_was_dropped(lock: str, root: Path, declared: dict[str, list[Requirement]]) -> None:
    names = {canonicalize_name(want.name) for want in declared[lock]}

    asked = {pin.name for pin in pins(root / lock) if any(source.startswith("contract-registry") for source in pin.asked_by)}

    assert asked == names, "run `make lock`"


def test_the_locks_agree(root: Path) -> None:
    development = {(pin.name, pin.version) for pin in pins(root / DEVELOPMENT)}
    known = {name for name, _ in development}

    assert {(pin.name, pin.version) for pin in pins(root / RUNTIME)} <= development
    assert {(pin.name, pin.version) for pin in pins(root / NAMES) if pin.name in known} <= development


def test_the_extra_is_what_its_lock_was_made_of(project: dict[str, dict[str, object]]) -> None:
    assert project["project"]["optional-dependencies"]["names"] == project["dependency-groups"]["names"]


def test_the_build_backend_is_locked_so_that_no_build_downloads_anything(project: dict[str, dict[str, list[str]]], root: Path) -> None:
    wanted = {canonicalize_name(Requirement(line).name) for line in project["build-system"]["requires"]}

    assert wanted <= {pin.name for pin in pins(root / DEVELOPMENT)}
