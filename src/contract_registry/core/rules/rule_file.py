"""One file of the rules folder as plain data, able to say on which line something is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from contract_registry.core.rules.mistakes import FieldPath
from contract_registry.errors import Complaint

Form = Literal["rule", "cases", "vocabulary", "pack", "types"]


@dataclass(frozen=True, slots=True)
class RuleFile:
    """A file's name in the folder, which form it has, its pack and stem, what it says, and the line of each field."""

    name: str
    form: Form
    pack: str
    stem: str
    data: Mapping[str, Any]
    lines: Mapping[FieldPath, int] = field(default_factory=dict)

    def complaint(self, path: FieldPath, problem: str, remedy: str = "") -> Complaint:
        """A complaint about the field at `path`, with the line of the nearest field above it that has one."""
        at = path
        while at and at not in self.lines:
            at = at[:-1]
        return Complaint(self.name, self.lines.get(at), ".".join(str(step) for step in path) or "the file", problem, remedy)
