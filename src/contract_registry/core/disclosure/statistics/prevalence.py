"""How common each type of clause is: among all engagements, and by sector, quarter or engager, as far as the gate lets it be told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from contract_registry.core.disclosure.gate.cell import Figure
from contract_registry.core.disclosure.gate.contribution import Dimension, Question
from contract_registry.core.disclosure.gate.gate import Gate
from contract_registry.core.disclosure.statistics.share import Told, told

COLUMNS = (Dimension.SECTOR, Dimension.QUARTER, Dimension.YEAR, Dimension.ENGAGER, Dimension.FIELD, Dimension.REGION, Dimension.AGREEMENT)
"""By what the table can be asked for, beside the type."""


@dataclass(frozen=True, slots=True)
class Prevalence:
    """A row for each type of which anything is told; `wholes` are the engagements of each column, types left aside. Nothing tells none from too few."""

    within: Question
    by: Dimension
    whole: Figure | None
    wholes: Mapping[str, Figure]
    rows: Mapping[str, Row]


@dataclass(frozen=True, slots=True)
class Row:
    """One type: of all, and in each column in which it is told."""

    of_all: Told
    cells: Mapping[str, Told]


def prevalence(gate: Gate, by: Dimension, within: Question | None = None) -> Prevalence:
    """The table of types by the values of a dimension, among the engagements that `within` asks for. The same gate gives the same table, whatever was asked before."""
    asked = within or Question()
    whole, wholes = gate.figure(asked), gate.table(asked, by)
    cells: dict[str, dict[str, Told]] = {}
    for column, figure in wholes.items():
        for name, part in gate.table(asked.narrowed(by, column), Dimension.TYPE).items():
            cells.setdefault(name, {})[column] = told(part, figure)
    of_all = gate.table(asked, Dimension.TYPE)
    names = sorted(cells.keys() | of_all.keys())
    return Prevalence(asked, by, whole, wholes, {name: Row(told(of_all.get(name), whole), cells.get(name, {})) for name in names})
