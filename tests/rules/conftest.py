"""Makes every case of every shipped rule a test of its own, named as its author named it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from contract_registry.core.rules.check import assemble
from contract_registry.core.scanning.cases import Case, cases_of, run_cases
from contract_registry.core.scanning.prepare import Scanner, prepare
from contract_registry.reading.rule_files import read_rule_files
from contract_registry.shipped import rules_folder


class CaseFailed(Exception):
    """A case does not hold."""


@cache
def shipped() -> tuple[tuple[Case, ...], Scanner | None]:
    """The cases of the shipped rules and what scans by them; None where the files make no rulebook, which `test_packs` tells."""
    files, _ = read_rule_files(rules_folder())
    rulebook, _ = assemble(files)
    return cases_of(files), prepare(rulebook) if rulebook else None


class CaseItem(pytest.Item):
    """One case of one rule."""

    def __init__(self, *, case: Case, **how: Any) -> None:
        super().__init__(**how)
        self.case = case

    def runtest(self) -> None:
        scanner = shipped()[1]
        if scanner is None:
            raise CaseFailed("The rules make no rulebook; run `contract-registry rules check`.")
        outcome = next(run_cases([self.case], scanner))
        if outcome.failures:
            raise CaseFailed("\n".join((self.case.place, self.case.text, *outcome.failures, *outcome.why)))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        return str(excinfo.value) if isinstance(excinfo.value, CaseFailed) else super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        return self.path, None, self.name


class Cases(pytest.File):
    """All cases of the shipped rules."""

    def collect(self) -> Iterator[CaseItem]:
        for case in shipped()[0]:
            yield CaseItem.from_parent(self, name=case.name, case=case)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> Cases | None:
    return Cases.from_parent(parent, path=file_path) if file_path.name == "test_packs.py" else None
