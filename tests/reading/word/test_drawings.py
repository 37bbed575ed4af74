"""Words in text boxes, shapes, diagrams and charts are in the text, each once."""

from __future__ import annotations

import pytest

from contract_registry.core.document import original
from word_files import SPACES, blocks, deleted, inserted, p, read, related, word_file

BOX = "<wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
DRAWN = f"<w:r><w:drawing>{BOX}</w:drawing></w:r>"
PICTURED = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
IN_BOTH = (
    f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{BOX}</w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


@pytest.mark.parametrize("drawing", [DRAWN, PICTURED, IN_BOTH], ids=["drawn", "older", "in both forms"])
def test_a_text_box_is_read_once_after_its_paragraph(drawing: str) -> None:
    box = drawing.format(*[p("The Author waives.") + p("All rights.")] * drawing.count("{}"))

    document = read(p("Before ", box, "and after.") + p("Next."))

    assert blocks(document) == ["Before and after.", "The Author waives.", "All rights.", "Next."]
    assert [block.source for block in document.blocks] == ["body", "text box", "text box", "body"]


def test_the_older_form_is_read_where_the_newer_holds_no_words() -> None:
    alternatives = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wpc'><w:drawing/></mc:Choice><mc:Fallback>"
        f"<w:pict><v:shape><v:textbox><w:txbxContent>{p('Only here.')}</w:txbxContent></v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )

    assert blocks(read(p(alternatives))) == ["Only here."]


def test_a_text_box_in_a_text_box_is_read() -> None:
    assert blocks(read(p(DRAWN.format(p("Outer.", DRAWN.format(p("Inner."))))))) == ["Outer.", "Inner."]


def test_a_text_box_in_a_table_comes_after_its_row() -> None:
    row = f"<w:tbl><w:tr><w:tc>{p('Term', DRAWN.format(p('Boxed.')))}</w:tc><w:tc>{p('Ten years')}</w:tc></w:tr></w:tbl>"

    assert blocks(read(row)) == ["Term | Ten years", "Boxed."]


def test_word_art_is_read() -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>'

    assert blocks(read(p("Contract.", art))) == ["Contract.", "DRAFT"]


def linked(kind: str, target: str, element: str, part: str) -> list[str]:
    drawing = f"<w:r><w:drawing><wp:inline><a:graphic><a:graphicData>{element}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    data = word_file(p("See:", drawing) + p(drawing), links=[("r7", kind, target)], files={f"word/{target}": part})
    return blocks(read(data))


def test_a_diagram_is_read_once() -> None:
    points = "".join(f"<dgm:pt><dgm:t><a:p><a:r><a:t>{words}</a:t></a:r></a:p></dgm:t></dgm:pt>" for words in ("Signature", "Delivery"))
    part = f"<dgm:dataModel {SPACES}>{points}</dgm:dataModel>"

    assert linked("diagramData", "diagrams/data1.xml", '<dgm:relIds r:dm="r7"/>', part) == ["See:", "Signature", "Delivery"]


def test_the_names_in_a_chart_are_read() -> None:
    part = f"<c:chartSpace {SPACES}><a:p><a:r><a:t>Royalties</a:t></a:r></a:p><c:strCache><c:pt><c:v>Print</c:v></c:pt></c:strCache></c:chartSpace>"

    assert linked("chart", "charts/chart1.xml", '<c:chart r:id="r7"/>', part) == ["See:", "Royalties", "Print"]


def test_an_embedded_file_is_a_named_problem() -> None:
    thing = '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12" r:id="r3"/></w:object></w:r>'

    document = read(p("See the rates:", thing))

    assert [(problem.kind, problem.withholds) for problem in document.problems] == [("part not read", True)]
    assert "Excel.Sheet.12" in document.problems[0].message


def test_a_formula_object_is_no_problem() -> None:
    assert read(p("x", '<w:r><w:object><o:OLEObject ProgID="Equation.3"/></w:object></w:r>')).problems == ()


def test_a_text_box_whose_paragraph_is_struck_out_stays_where_both_texts_have_it() -> None:
    box = DRAWN.format(p("Boxed."))

    document = read(p("One.", box, properties="<w:rPr><w:del w:author='B'/></w:rPr>") + p(" Two."))

    assert document.text == "One. Two.\nBoxed."
    assert original(document) == "One.\nBoxed.\nTwo."


def test_a_new_text_box_is_in_the_new_text_alone() -> None:
    document = read(p("One.", inserted(DRAWN.format(p("Boxed."))), deleted(" Gone.")))

    assert (document.text, original(document)) == ("One.\nBoxed.", "One. Gone.")
    assert {revision.author for revision in document.revisions} == {"Ann", "Ben"}


def test_a_header_with_a_text_box_is_a_header() -> None:
    header = p("Head.", DRAWN.format(p("Letterhead.")))
    section = '<w:sectPr><w:headerReference w:type="default" r:id="r-header"/></w:sectPr>'

    document = read(p("Body.") + section, header=header)

    assert [block.source for block in document.blocks] == ["body", "header", "header"]


def test_a_text_that_is_kept_as_a_web_page_inside_is_read() -> None:
    page = b"<html><body><h1>Licence</h1><p>The Author grants <b>all</b> rights.</p></body></html>"
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/c.htm" ContentType="text/html"/></Types>'
    data = word_file(
        '<w:altChunk r:id="r9"/>', links=[("r9", "aFChunk", "c.htm")], files={"word/c.htm": page, "[Content_Types].xml": types}
    )

    document = read(data)

    assert document.text == "Licence\nThe Author grants all rights."
    assert document.blocks[0].kind == "heading"


def test_an_inserted_file_of_another_kind_is_a_named_problem() -> None:
    data = word_file(p("Words.") + '<w:altChunk r:id="r9"/>', links=[("r9", "aFChunk", "c.bin")], files={"word/c.bin": b"\1\2"})

    assert [problem.kind for problem in read(data).problems] == ["part not read"]


def test_parts_of_a_header_are_found_by_the_header_s_own_links() -> None:
    drawing = '<w:r><w:drawing><wp:inline><a:graphic><dgm:relIds r:dm="r1"/></a:graphic></wp:inline></w:drawing></w:r>'
    part = f"<dgm:dataModel {SPACES}><a:p><a:r><a:t>Seal</a:t></a:r></a:p></dgm:dataModel>"
    section = '<w:sectPr><w:headerReference w:type="default" r:id="r-header"/></w:sectPr>'
    files = {"word/_rels/header.xml.rels": related([("r1", "diagramData", "d.xml")]), "word/d.xml": part}

    assert blocks(read(word_file(p("Body.") + section, header=p("Head.", drawing), files=files))) == ["Body.", "Head.", "Seal"]
