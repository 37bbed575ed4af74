"""A run of `rules evaluate` that was kept: the findings of each document, one document a line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from contract_registry.core.evaluation.reported import Reported
from contract_registry.errors import Complaint, InvalidLabels, WrongUsage


def read_run(path: Path) -> dict[str, tuple[Reported, ...]]:
    """The findings of the run by document. A line may hold any JSON with "doc" and "findings" in the form of a scan.

    WrongUsage where the file cannot be read, InvalidLabels where a line is of no such form.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise WrongUsage(f"The run at {path} cannot be read: {getattr(error, 'strerror', None) or 'it is not text in UTF-8'}.") from error
    run: dict[str, tuple[Reported, ...]] = {}
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                row = json.loads(line)
                run[row["doc"]] = tuple(_reported(finding) for finding in row["findings"])
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
                wrong = Complaint(path.name, number, "the line", "is no document of a run.", "Give a file that --save has written.")
                raise InvalidLabels([wrong]) from error
    return run


def _reported(form: Mapping[str, Any]) -> Reported:
    clause, start = form.get("clause", {}), form.get("start", 0)
    begin, end = form.get("focus", (start, start))
    return Reported(
        family=form["family"],
        type=form["type"],
        quote=form["quote"],
        rule=form.get("rule", ""),
        rule_version=form.get("rule_version", 0),
        severity=form.get("severity", ""),
        clause_number=clause.get("number", ""),
        clause_heading=clause.get("heading", ""),
        start=start,
        focus=form["quote"][begin - start : end - start],
        pattern=form.get("explanation", {}).get("pattern", ""),
    )
