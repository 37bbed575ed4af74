"""A table as a workbook (XLSX) of one sheet: every cell is text, and none is a formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from contract_registry.exporting.inert import inert

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org"
_DAY_ONE = (1980, 1, 1, 0, 0, 0)
_LONGEST = 32_767
"""Characters that a cell takes."""
_DEFAULTS = (("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml"))
_TYPES = (
    ("/xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
    ("/xl/worksheets/sheet1.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"),
    ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
)


def workbook(title: str, rows: Iterable[Sequence[object]]) -> bytes:
    """The bytes of a workbook with these rows; `title` stands among its properties."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, said in _parts(title, rows).items():
            archive.writestr(ZipInfo(name, _DAY_ONE), _HEAD + said, ZIP_DEFLATED)
    return made.getvalue()


def _parts(title: str, rows: Iterable[Sequence[object]]) -> dict[str, str]:
    """The files of a workbook by their names."""
    package, sheets, office = (
        f"{_OFFICE}/package/2006",
        f"{_OFFICE}/spreadsheetml/2006/main",
        f"{_OFFICE}/officeDocument/2006/relationships",
    )
    types = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in _TYPES)
    defaults = "".join(f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in _DEFAULTS)
    core = f"{package}/metadata/core-properties"
    cells = "".join(f"<row>{''.join(map(_cell, row))}</row>" for row in rows)
    sheet = '<sheets><sheet name="Clauses" sheetId="1" r:id="rId1"/></sheets>'
    named = f'<dc:title xmlns:dc="http://purl.org/dc/elements/1.1/">{escape(inert(title))}</dc:title>'
    whole = [("rId1", f"{office}/officeDocument", "xl/workbook.xml"), ("rId2", core, "docProps/core.xml")]
    return {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">{defaults}{types}</Types>',
        "_rels/.rels": _related(f"{package}/relationships", whole),
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{core}">{named}</cp:coreProperties>',
        "xl/workbook.xml": f'<workbook xmlns="{sheets}" xmlns:r="{office}">{sheet}</workbook>',
        "xl/_rels/workbook.xml.rels": _related(f"{package}/relationships", [("rId1", f"{office}/worksheet", "worksheets/sheet1.xml")]),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{sheets}"><sheetData>{cells}</sheetData></worksheet>',
    }


def _related(space: str, to: Sequence[tuple[str, str, str]]) -> str:
    every = "".join(f'<Relationship Id="{id_}" Type="{kind}" Target="{target}"/>' for id_, kind, target in to)
    return f'<Relationships xmlns="{space}">{every}</Relationships>'


def _cell(value: object) -> str:
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(inert(str(value))[:_LONGEST])}</t></is></c>'
