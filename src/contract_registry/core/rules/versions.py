"""The lock: which version of each rule and vocabulary has which fingerprint, so that nothing changes without a new version."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from contract_registry.core.rules.build import fingerprint_of
from contract_registry.core.rules.rule_file import RuleFile
from contract_registry.errors import Complaint

LOCK = "rulebook.lock"
RUN = "contract-registry rules lock"
HEAD = f"# id version fingerprint; written by `{RUN}`, never by hand\n"


@dataclass(frozen=True, slots=True)
class Locked:
    """One line of the lock."""

    id: str
    version: int
    fingerprint: str


def locked_of(files: Iterable[RuleFile], before: Mapping[str, Locked]) -> tuple[Locked, ...]:
    """What the lock says of these files, sorted by id: rules by their id, vocabularies by their path.

    A draft has spoken to nobody and is bound by nothing: it has no line, or keeps the line of the version that spoke before it.
    """
    lines = {}
    for file in _versioned(files):
        name = _id(file)
        if not _is_draft(file):
            lines[name] = Locked(name, file.data["version"], fingerprint_of(file.data))
        elif name in before:
            lines[name] = before[name]
    return tuple(lines[name] for name in sorted(lines))


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


def broken_promises(files: Iterable[RuleFile], lock: Mapping[str, Locked]) -> Iterator[Complaint]:
    """What the lock forbids: a change without a new version, a version that goes back, an id that vanished."""
    every = {_id(file): file for file in _versioned(files)}
    for name, file in every.items():
        before, version = lock.get(name), file.data["version"]
        if before and version < before.version:
            yield file.complaint(("version",), f"goes back from {before.version} to {version}.", f"Write version: {before.version + 1}.")
        elif before and version == before.version and fingerprint_of(file.data) != before.fingerprint:
            problem = f"is still {version}, though what it says has changed since version {version} was locked."
            yield file.complaint(("version",), problem, f"Write version: {version + 1}, then run `{RUN}`.")
    for name in sorted(lock.keys() - every.keys()):
        if not _is_vocabulary(name):
            yield Complaint(
                LOCK, None, name, "is locked, but no file has this id.", "Ids never vanish: put it back with `status: retired`."
            )


def lock_is_behind(files: Iterable[RuleFile], lock: Mapping[str, Locked]) -> Iterator[Complaint]:
    """What the lock does not know yet, and knows once it is written again."""
    every = {_id(file): file for file in _versioned(files)}
    for name, file in every.items():
        before, version = lock.get(name), file.data["version"]
        if _is_draft(file):
            continue
        if before is None:
            yield file.complaint(("version",), f"{name} is not in {LOCK}.", f"Run `{RUN}`.")
        elif version > before.version:
            yield file.complaint(("version",), f"is {version}, and {LOCK} has {before.version}.", f"Run `{RUN}`.")
    for name in sorted(lock.keys() - every.keys()):
        if _is_vocabulary(name):
            yield Complaint(LOCK, None, name, "is locked, but its file is gone.", f"Put it back, or run `{RUN}` if that is meant.")


def _versioned(files: Iterable[RuleFile]) -> list[RuleFile]:
    return [file for file in files if file.form in {"rule", "vocabulary"}]


def _id(file: RuleFile) -> str:
    return str(file.data["id"]) if file.form == "rule" else file.name.removesuffix(".yaml")


def _is_draft(file: RuleFile) -> bool:
    return file.form == "rule" and file.data["status"] == "draft"


def _is_vocabulary(name: str) -> bool:
    return "/" in name
