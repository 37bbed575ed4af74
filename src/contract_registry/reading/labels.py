"""Labelled passages from their file of JSON lines, and which documents stand in which half or batch."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

from contract_registry.core.evaluation.label import LABEL_FAMILIES, STANCES, Label
from contract_registry.errors import Complaint, InvalidLabels, WrongUsage

FIELDS = ("doc", "family", "type", "stance", "quote")
_CHOICES = {"family": LABEL_FAMILIES, "stance": STANCES}
_ROW = '{"doc": "contract.pdf", "family": "ai", "type": "ai-training-express", "stance": "harm", "quote": "…"}'
_MOST_TOLD = 20


def read_labels(path: Path) -> tuple[Label, ...]:
    """Every labelled passage of the file in its order; InvalidLabels with each wrong line and field, WrongUsage where there is no such file."""
    labels: list[Label] = []
    complaints: list[Complaint] = []
    for number, line in enumerate(_lines(path), 1):
        if line.strip():
            row, mistakes = _row(path.name, number, line)
            complaints += mistakes
            if not mistakes:
                labels.append(Label(**row, line=number))
    if complaints:
        more = len(complaints) - _MOST_TOLD
        last = [Complaint(path.name, None, "the file", f"has {more} more mistakes.", "Mend these first.")] if more > 0 else []
        raise InvalidLabels([*complaints[:_MOST_TOLD], *last])
    if not labels:
        raise InvalidLabels([Complaint(path.name, None, "the file", "holds no labelled passage.", f"Write one a line: {_ROW}")])
    return tuple(labels)


def documents_in(labels: Path, beside: str, column: str, wanted: str) -> frozenset[str]:
    """The documents that the table `beside` the labels puts under `wanted` in its `column`; WrongUsage where there is no such table or value."""
    path = labels.parent / beside
    try:
        rows = list(csv.DictReader(_lines(path)))
    except csv.Error as error:
        raise InvalidLabels([Complaint(beside, None, "the file", f"is no table: {error}.", "Save it as CSV.")]) from error
    if rows and not {"doc", column} <= rows[0].keys():
        raise InvalidLabels([Complaint(beside, 1, "the first line", f"does not name the columns doc and {column}.", "Name them there.")])
    chosen = frozenset(row["doc"] for row in rows if row[column] == wanted)
    if not chosen:
        known = ", ".join(sorted({row[column] or "" for row in rows})) or "nothing"
        raise WrongUsage(f"{beside} puts no document under {wanted!r} in its column {column}. It has: {known}.")
    return chosen


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError:
        complaint = Complaint(path.name, None, "the file", "is not text in UTF-8.", "Save it again with the encoding UTF-8.")
        raise InvalidLabels([complaint]) from None
    except OSError as error:
        raise WrongUsage(f"{path} cannot be read: {error.strerror}.") from error


def _row(name: str, number: int, line: str) -> tuple[dict[str, Any], list[Complaint]]:
    """What the line says under the fields that are asked for, and what is wrong with it."""
    try:
        row: object = json.loads(line)
    except (ValueError, RecursionError) as error:
        why = getattr(error, "msg", "it goes too deep")
        return {}, [Complaint(name, number, "the line", f"is no JSON: {why}.", f"A line looks like {_ROW}")]
    if not isinstance(row, dict):
        return {}, [Complaint(name, number, "the line", "is no object.", f"A line looks like {_ROW}")]
    said = cast("Mapping[str, object]", row)
    mistakes = [Complaint(name, number, field, *wrong) for field in FIELDS for wrong in _mistakes(field, said)]
    return {field: said.get(field) for field in FIELDS}, mistakes


def _mistakes(field: str, row: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    value, choices = row.get(field), _CHOICES.get(field, ())
    if field not in row:
        yield "is missing.", f"A line looks like {_ROW}"
    elif not isinstance(value, str):
        yield "is no text.", "Put it in quotation marks."
    elif choices and value not in choices:
        yield f"is {value!r}; it must be {', '.join(choices[:-1])} or {choices[-1]}.", ""
    elif not value.strip():
        yield "is empty.", "Copy the words from the document." if field == "quote" else "Write it there."
