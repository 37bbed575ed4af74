"""The lock: which version of each rule and vocabulary has which fingerprint, so that nothing changes without a new version."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from contract_registry.core.rules.build import fingerprint_of
from contract_registry.core.rules.rule_file import RuleFile
from contract_registry.errors import Complaint

HEAD = "# id version fingerprint; written by `contract-registry rules lock`, never by hand\n"


@dataclass(frozen=True, slots=True)
class Locked:
    """One line of the lock."""

    id: str
    version: int
    fingerprint: str


def locked_of(files: Iterable[RuleFile]) -> tuple[Locked, ...]:
    """What the lock says of these files, sorted by id: rules by their id, vocabularies by their path."""
    lines = [Locked(_id(file), file.data["version"], fingerprint_of(file.data)) for file in files if file.form in {"rule", "vocabulary"}]
    return tuple(sorted(lines, key=lambda line: line.id))


def lock_text(lines: Iterable[Locked]) -> str:
    """The text of `rulebook.lock`: one line a rule."""
    return HEAD + "".join(f"{line.id} {line.version} {line.fingerprint}\n" for line in lines)


def parse_lock(text: str) -> dict[str, Locked]:
    """The lines of a lock by id; lines that are not of its form are left out."""
    lines = {}
    for line in text.splitlines():
        match line.split():
            case [name, version, fingerprint] if version.isdecimal():
                lines[name] = Locked(name, int(version), fingerprint)
    return lines


def lock_complaints(files: Iterable[RuleFile], lock: Mapping[str, Locked]) -> Iterator[Complaint]:
    """What the lock forbids: a change without a new version, a version that goes back, an id that vanished."""
    every = {_id(file): file for file in files if file.form in {"rule", "vocabulary"}}
    for name, file in every.items():
        before, version, now = lock.get(name), file.data["version"], fingerprint_of(file.data)
        if before is None:
            yield file.complaint((), f"{name} is not in rulebook.lock.", "Run `contract-registry rules lock`.")
        elif version < before.version:
            yield file.complaint(("version",), f"goes back from {before.version} to {version}.", "Versions only rise.")
        elif version == before.version and now != before.fingerprint:
            yield file.complaint(
                ("version",),
                f"is still {version}, though what it says has changed.",
                f"Write version: {version + 1}, then run `contract-registry rules lock`.",
            )
        elif version != before.version:
            yield file.complaint(
                ("version",), f"is {version}, and rulebook.lock has {before.version}.", "Run `contract-registry rules lock`."
            )
    for name in sorted(lock.keys() - every.keys()):
        yield Complaint(
            "rulebook.lock", None, name, "is locked but its file is gone.", "Ids never vanish: put the file back with `status: retired`."
        )


def _id(file: RuleFile) -> str:
    return str(file.data["id"]) if file.form == "rule" else file.name.removesuffix(".yaml")
