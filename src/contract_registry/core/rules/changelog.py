"""Whether the changelog of a pack has a line on every rule of it that speaks or has spoken, and on none that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from contract_registry.core.rules.rule_file import RuleFile
from contract_registry.errors import Complaint

CHANGELOG = "CHANGELOG.md"
_LINE = re.compile(r"[-*] +(new|update|fix|retire): +([a-z0-9-]+)")


def changelog_complaints(pack: str, text: str, files: Iterable[RuleFile]) -> Iterator[Complaint]:
    """Rules of `pack` on which its changelog says nothing, retired ones without a `retire:` line, and lines on rules that are not there."""
    name = f"packs/{pack}/{CHANGELOG}"
    rules = {file.stem: file for file in files if file.form == "rule" and file.pack == pack}
    said: dict[str, set[str]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if found := _LINE.match(line.strip()):
            kind, stem = found.groups()
            said.setdefault(stem, set()).add(kind)
            if stem not in rules:
                yield Complaint(
                    name, number, kind, f"names {stem}, which is no rule of this pack.", "Write the name of its file, without .yaml."
                )
    for stem, file in rules.items():
        status, title = file.data["status"], " ".join(file.data["title"].split())
        if status == "retired" and "retire" not in said.get(stem, set()):
            yield Complaint(
                name, None, stem, "is retired, and no line says so.", f"Add `- retire: {stem} · …` and say why, or what takes its place."
            )
        elif status in {"trial", "stable"} and stem not in said:
            yield Complaint(
                name, None, stem, "speaks, and no line says that it came.", f"Add `- new: {stem} · {title}` under the newest version."
            )
