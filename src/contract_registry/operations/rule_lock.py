"""The files that `rules lock` makes: written, and compared with what stands there; versions that have spoken stay what they were."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from contract_registry.core.rules.check import assemble
from contract_registry.core.rules.rule_file import RuleFile
from contract_registry.core.rules.rulebook import Rulebook
from contract_registry.core.rules.versions import LOCK, RUN, Locked, broken_promises, lock_is_behind, lock_text, locked_of, parse_lock
from contract_registry.errors import Complaint, InvalidRules
from contract_registry.operations.light_spacy import light_spacy
from contract_registry.reading.rule_files import COMPILED, compile_rule_files, compiled_files, read_rule_files


def lock_rules(folder: Path) -> tuple[str, ...]:
    """What has changed, once `rulebook.lock`, `rulebook.json`, `phrases.json` and the schemas are written; InvalidRules where a promise would be broken."""
    files, complaints = read_rule_files(folder)
    rulebook, wrong = assemble(files, {complaint.file for complaint in complaints})
    lock = lock_of(folder)
    complaints += wrong
    if rulebook and not complaints:
        complaints += broken_promises(files, lock)
    if complaints:
        raise InvalidRules(complaints)
    changes = list(_changes(lock, locked_of(files, lock)))
    with light_spacy():
        from contract_registry.reading.compiled_phrases import PHRASES, compile_phrases
    made = {**_made_files(folder, files, lock), PHRASES: compile_phrases(rulebook)} if rulebook else {}
    for name, text in made.items():
        if _text_of(folder / name) != text:
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
            changes.append(f"{name} written")
    return tuple(changes)


def lock_complaints(folder: Path, files: Sequence[RuleFile], rulebook: Rulebook) -> Iterator[Complaint]:
    """Promises that these files break; where they break none, what `rules lock` would write otherwise than it stands."""
    lock = lock_of(folder)
    broken = list(broken_promises(files, lock))
    yield from broken or (*_behind(folder, files, lock), *_unspoken(folder, rulebook))


def lock_of(folder: Path) -> dict[str, Locked]:
    return parse_lock(_text_of(folder / LOCK) or "")


def _text_of(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def _made_files(folder: Path, files: Sequence[RuleFile], lock: Mapping[str, Locked]) -> dict[str, str]:
    """The files that `rules lock` makes of the rules as they are written, each with its text."""
    from contract_registry.core.rules.schema import FORMS, json_schema

    schemas = {f"schema/{form}.schema.json": json.dumps(json_schema(form), ensure_ascii=False, indent=2) + "\n" for form in FORMS}
    return {LOCK: lock_text(locked_of(files, lock)), COMPILED: compile_rule_files(folder, files), **schemas}


def _unspoken(folder: Path, rulebook: Rulebook) -> Iterator[Complaint]:
    """Whether `phrases.json` is missing or behind, where the compiled files are not."""
    with light_spacy():
        from contract_registry.reading.compiled_phrases import PHRASES, compiled_words
    if compiled_files(folder) is not None and compiled_words(folder, rulebook) is None:
        yield Complaint(
            PHRASES, None, "the file", "is missing or behind: it does not hold the words that the rules listen for now.", f"Run `{RUN}`."
        )


def _behind(folder: Path, files: Sequence[RuleFile], lock: Mapping[str, Locked]) -> Iterator[Complaint]:
    """What `rules lock` would write otherwise than it stands. Drafts may change without it: the sources are read where they have."""
    behind = list(lock_is_behind(files, lock)) if (folder / LOCK).exists() else []
    yield from behind
    compiled = compiled_files(folder, even_if_behind=True)
    is_compiled = compiled is not None and _said_aloud(compiled) == _said_aloud(files)
    for name, text in _made_files(folder, files, lock).items():
        there = _text_of(folder / name)
        if there == text or (name == COMPILED and is_compiled) or (behind and name in {LOCK, COMPILED}):
            continue
        problem = "is missing." if there is None else "is behind: it is not what the files say now."
        yield Complaint(name, None, "the file", problem, f"Run `{RUN}`.")


def _said_aloud(files: Iterable[RuleFile]) -> dict[str, Mapping[str, Any]]:
    """What the files say by their names, without drafts and their cases."""
    every = list(files)
    drafts = {(file.pack, file.stem) for file in every if file.form == "rule" and file.data["status"] == "draft"}
    return {file.name: file.data for file in every if (file.pack, file.stem) not in drafts}


def _changes(before: Mapping[str, Locked], after: Iterable[Locked]) -> Iterator[str]:
    now = {line.id: line for line in after}
    for name, line in now.items():
        if name not in before:
            yield f"{name} {line.version} is new"
        elif before[name].version != line.version:
            yield f"{name} {before[name].version} → {line.version}"
    yield from (f"{name} is gone" for name in before if name not in now)
