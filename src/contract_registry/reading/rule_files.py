"""The rules folder on disk: every YAML file in it read, checked and put together into a Rulebook."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from contract_registry.core import rules
from contract_registry.core.rules.check import assemble, assemble_again
from contract_registry.core.rules.rule_file import Form, RuleFile
from contract_registry.core.rules.rulebook import Rulebook
from contract_registry.errors import Complaint, InvalidRules

COMPILED = "rulebook.json"
TYPES = "types.yaml"
_FORMS = ("fields", "rule_form", "case_form", "vocabulary_form", "pack_form")
_CHECKED_BY = ("schema.py", *(f"forms/{name}.py" for name in _FORMS), "patterns.py", "vocabulary.py", "lint.py", "check.py")
_QUOTES = "Text that holds one of { } [ ] * & # : stands in quotes: '…', or \"…\" where it holds an apostrophe."


def load_rulebook(folder: Path) -> Rulebook:
    """The rulebook in `folder`; InvalidRules with every complaint when a file is wrong.

    Where `rulebook.json` (written by `rules lock`) was made from these very files, it is used instead of reading and checking them again.
    """
    files = compiled_files(folder)
    if files is not None and (rulebook := assemble_again(files)):
        return rulebook
    files, complaints = read_rule_files(folder)
    if complaints:
        raise InvalidRules(complaints)
    rulebook, complaints = assemble(files)
    if rulebook is None:
        raise InvalidRules(complaints)
    return rulebook


def rule_paths(folder: Path) -> list[Path]:
    """Every YAML file of the rules folder that is read, in a fixed order."""
    return sorted([*folder.glob("packs/*/*.yaml"), *folder.glob("vocabulary/**/*.yaml"), *folder.glob(TYPES)])


def read_rule_files(folder: Path) -> tuple[list[RuleFile], list[Complaint]]:
    """Every file of the folder in the full shape of its form, and the complaints about those that are not."""
    from contract_registry.core.rules.schema import checked
    from contract_registry.reading.yaml_lines import NotReadable, load_yaml

    files: list[RuleFile] = []
    complaints = list(_strays(folder))
    for path in rule_paths(folder):
        name = path.relative_to(folder).as_posix()
        raw = RuleFile(name, _form(path, folder), path.parent.name, path.name.removesuffix(".yaml").removesuffix(".cases"), {})
        try:
            data, lines = load_yaml(path.read_text(encoding="utf-8"))
        except UnicodeDecodeError:
            complaints.append(Complaint(name, None, "the file", "is not text in UTF-8.", "Save it again with the encoding UTF-8."))
            continue
        except NotReadable as error:
            complaints.append(Complaint(name, error.line, "the file", f"is not readable: {error.problem}.", _QUOTES))
            continue
        raw = replace(raw, lines=lines)
        full, mistakes = checked(raw.form, data)
        if full is None:
            complaints += [raw.complaint(at, problem) for at, problem in mistakes]
        else:
            files.append(replace(raw, data=full))
    return files, complaints


def sources_digest(folder: Path) -> str:
    """The sha256 over names and bytes of all rule files, and over the code that they are checked by."""
    digest = hashlib.sha256()
    for module in _CHECKED_BY:
        digest.update((Path(rules.__file__).parent / module).read_bytes())
    for path in rule_paths(folder):
        digest.update(f"{path.relative_to(folder).as_posix()}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def compile_rule_files(folder: Path, files: Iterable[RuleFile]) -> str:
    """The text of `rulebook.json`: all files in checked form, a line each, with the digest of the sources they were made from."""
    rows = [json.dumps([file.name, file.form, file.pack, file.stem, file.data], ensure_ascii=False) for file in files]
    return f'{{"sources": "{sources_digest(folder)}", "files": [\n' + ",\n".join(rows) + "\n]}\n"


def compiled_files(folder: Path, *, even_if_behind: bool = False) -> list[RuleFile] | None:
    """The checked files from `rulebook.json`; None when it is missing, unreadable, or made from other sources than stand there now."""
    try:
        compiled: Any = json.loads((folder / COMPILED).read_text(encoding="utf-8"))
        if not even_if_behind and compiled["sources"] != sources_digest(folder):
            return None
        return [RuleFile(name, form, pack, stem, data) for name, form, pack, stem, data in compiled["files"]]
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _strays(folder: Path) -> Iterator[Complaint]:
    """Files that look like rules and are not read, and a folder without any."""
    read = set(rule_paths(folder))
    if not read:
        yield Complaint(str(folder), None, "the folder", "holds no rules.", "Give a folder with `packs` and `vocabulary` in it.")
    for path in sorted(
        path for home in ("packs", "vocabulary") for ending in ("yaml", "yml") for path in folder.glob(f"{home}/**/*.{ending}")
    ):
        if path not in read:
            remedy = "Rule files end in .yaml and stand in packs/<pack>/, vocabularies in vocabulary/<language>/."
            yield Complaint(path.relative_to(folder).as_posix(), None, "the file", "is not read from where it stands.", remedy)


def _form(path: Path, folder: Path) -> Form:
    if path == folder / TYPES:
        return "types"
    if path.name == "pack.yaml":
        return "pack"
    if path.name.endswith(".cases.yaml"):
        return "cases"
    return "vocabulary" if "vocabulary" in path.parts[-3:] else "rule"
