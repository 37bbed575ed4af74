"""What every paragraph of a story is read against: the styles and lists of its file, the fields of its story, the ground it stands on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from docx.opc.part import Part

from contract_registry.reading.limits import Budget
from contract_registry.reading.word.fields import Fields
from contract_registry.reading.word.numbering import List
from contract_registry.reading.word.package import Package
from contract_registry.reading.word.record import Record
from contract_registry.reading.word.styles import StyleSheet


@dataclass(frozen=True, slots=True)
class Setting:
    """`part` is the part that holds the story. `is_furniture` tells headers and footers, whose page numbers are left out.

    `is_dark` says that the story stands on a coloured ground, where white words can be seen.
    """

    package: Package
    part: Part
    record: Record
    budget: Budget
    styles: StyleSheet
    lists: Mapping[str, List]
    fields: Fields
    is_furniture: bool = False
    is_dark: bool = False
