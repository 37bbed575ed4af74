"""The table at the end of a run over several files: a verdict and a few counts for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Self

from rich import box
from rich.table import Table
from rich.text import Text

from contract_registry.core.scanning.findings import Scan
from contract_registry.errors import UnreadableFile
from contract_registry.exporting.inert import inert
from contract_registry.exporting.terminal import STYLES, rendered, words

COUNTED = ("critical", "high", "medium", "low", "unclear", "not found")


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """One file of the run, with how many passages it has of each severity; `trouble` says why it could not be read."""

    name: str
    verdict: str = ""
    counts: Counter[str] = field(default_factory=Counter)
    trouble: str = ""

    @classmethod
    def of(cls, name: str, outcome: Scan | UnreadableFile) -> Self:
        """The line for what became of the file."""
        if isinstance(outcome, UnreadableFile):
            return cls(inert(name), trouble=inert(outcome.message))
        counts = Counter[str](each.severity for each in outcome.findings if not each.led_by) + Counter(
            each.severity for each in outcome.combinations
        )
        counts["unclear"] = len(outcome.unclear)
        counts["not found"] = len(outcome.absences)
        return cls(inert(name), outcome.verdict, counts)


def terminal_summary(lines: Sequence[SummaryLine], *, width: int = 80, colour: bool = False) -> str:
    """The table, in the order of the files, and a line that counts them."""
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("File", overflow="fold", ratio=None)
    table.add_column("Verdict", no_wrap=True)
    for name in COUNTED:
        table.add_column(name.capitalize(), justify="right", no_wrap=True)
    for line in lines:
        table.add_row(words(line.name), *_cells(line))
    unread = sum(1 for line in lines if line.trouble)
    told = f"{len(lines)} files" + (f", {unread} of them could not be read" if unread else "")
    return rendered((Text(), table, words(told)), width=width, colour=colour)


def _cells(line: SummaryLine) -> list[Text]:
    if line.trouble:
        return [words("not read", "bold red"), *(words("") for _ in COUNTED)]
    numbers = [words(str(line.counts[name] or "")) for name in COUNTED]
    return [words(f" {line.verdict.upper()} ", STYLES[line.verdict]), *numbers]
