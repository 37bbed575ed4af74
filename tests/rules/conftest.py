"""Makes every case and every known misfire of every shipped rule a test of its own, named as its author named it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from contract_registry.core.rules.check import assemble
from contract_registry.core.scanning.cases import Case, Outcome, cases_of, run_cases
from contract_registry.core.scanning.misfires import misfires_of, try_misfires
from contract_registry.core.scanning.prepare import Scanner, prepare
from contract_registry.reading.rule_files import read_rule_files
from contract_registry.shipped import rules_folder


class CaseFailed(Exception):
    """A case does not hold."""


Run = Callable[[Iterable[Case], Scanner], Iterator[Outcome]]


@cache
def shipped() -> tuple[tuple[tuple[Case, Run], ...], Scanner | None]:
    """The cases and misfires of the shipped rules, how each is run, and what scans by them; None where the files make no rulebook, which `test_packs` tells."""
    files, _ = read_rule_files(rules_folder())
    rulebook, _ = assemble(files)
    every = (*((case, run_cases) for case in cases_of(files)), *((misfire, try_misfires) for misfire in misfires_of(files)))
    return every, prepare(rulebook) if rulebook else None


class CaseItem(pytest.Item):
    """One case or misfire of one rule."""

    def __init__(self, *, case: Case, run: Run, **how: Any) -> None:
        super().__init__(**how)
        self.case, self.run = case, run

    def runtest(self) -> None:
        scanner = shipped()[1]
        if scanner is None:
            raise CaseFailed("The rules make no rulebook; run `contract-registry rules check`.")
        outcome = next(self.run([self.case], scanner))
        if outcome.failures:
            raise CaseFailed("\n".join((self.case.place, self.case.text, *outcome.failures, *outcome.why)))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        return str(excinfo.value) if isinstance(excinfo.value, CaseFailed) else super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        return self.path, None, self.name


class Cases(pytest.File):
    """All cases and misfires of the shipped rules."""

    def collect(self) -> Iterator[CaseItem]:
        for case, run in shipped()[0]:
            yield CaseItem.from_parent(self, name=case.name, case=case, run=run)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> Cases | None:
    return Cases.from_parent(parent, path=file_path) if file_path.name == "test_packs.py" else None
