"""Footnotes, endnotes, headers, footers and comments are in the text, marked as what they are."""

from __future__ import annotations

from contract_registry.core.document import original
from word_files import SPACES, blocks, deleted, inserted, marked, p, read, run, word_file


def call(id_: int, kind: str = "footnote", more: str = "") -> str:
    return f'<w:r><w:{kind}Reference w:id="{id_}" {more}/></w:r>'


def note(id_: int, words: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{id_}">{p("<w:r><w:footnoteRef/></w:r>", words)}</w:{kind}>'


SEPARATOR = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'


def test_footnotes_stand_at_the_end_under_the_numbers_they_are_called_by() -> None:
    document = read(
        p("Rights", call(7), " and fees", call(3), "."), footnotes=SEPARATOR + note(3, " Net of tax.") + note(7, " All of them.")
    )

    assert blocks(document) == ["Rights and fees.", "1 All of them.", "2 Net of tax."]
    assert [block.source for block in document.blocks] == ["body", "footnote", "footnote"]
    marks = [(mark.span.start, mark.span.end, mark.note) for mark in document.marks if mark.kind == "footnote mark"]
    assert marks == [(6, 6, "1"), (15, 15, "2")]


def test_endnotes_are_counted_in_roman_numbers_after_the_footnotes() -> None:
    document = read(p("A", call(1), "B", call(1, "endnote")), footnotes=note(1, "Foot."), endnotes=note(1, "End.", "endnote"))

    assert [(block.source, block.span.of(document.text)) for block in document.blocks[1:]] == [
        ("footnote", "1 Foot."),
        ("endnote", "i End."),
    ]


def test_the_file_can_say_how_notes_are_counted() -> None:
    settings = '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/></w:footnotePr>'

    assert blocks(read(p("A", call(1)), footnotes=note(1, "Foot."), settings=settings)) == ["A", "c Foot."]


def test_a_note_with_a_mark_of_its_own_is_not_counted() -> None:
    document = read(p("A", call(1, more='w:customMarkFollows="1"'), "*", "B", call(2)), footnotes=note(1, "Star.") + note(2, "One."))

    assert blocks(document) == ["A*B", "Star.", "1 One."]


def test_a_note_that_nothing_calls_is_not_lost() -> None:
    assert blocks(read(p("A", call(1)), footnotes=note(1, "Called.") + note(2, "Alone."))) == ["A", "1 Called.", "Alone."]


def test_a_call_to_a_note_that_is_not_there_is_harmless() -> None:
    assert blocks(read(p("A", call(5)), footnotes=note(1, "Other."))) == ["A", "Other."]


def test_a_note_whose_call_is_new_is_in_the_new_text_alone() -> None:
    document = read(p("A", inserted(call(1)), "B", call(2)), footnotes=note(1, "New.") + note(2, "Old."))

    assert document.text == "AB\n1 New.\n2 Old."
    assert original(document) == "AB\n1 Old."


def test_headers_and_footers_stand_once_however_many_sections_show_them() -> None:
    body = "".join(
        p(
            words,
            properties=f'<w:sectPr><w:headerReference w:type="{kind}" r:id="r-header"/><w:footerReference w:type="{kind}" r:id="r-footer"/></w:sectPr>',
        )
        for words, kind in (("One.", "default"), ("Two.", "first"))
    )

    document = read(body, header=p("Confidential"), footer=p("Draft 3"))

    assert [(block.source, block.span.of(document.text)) for block in document.blocks[2:]] == [
        ("header", "Confidential"),
        ("footer", "Draft 3"),
    ]


def test_headers_that_say_the_same_stand_once() -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="r1"/><w:headerReference w:type="first" r:id="r2"/></w:sectPr>'
    part = f"<w:hdr {SPACES}>{p('Same')}</w:hdr>"
    data = word_file(
        p("Body.") + section,
        links=[("r1", "header", "h1.xml"), ("r2", "header", "h2.xml")],
        files={"word/h1.xml": part, "word/h2.xml": part},
    )

    assert blocks(read(data)) == ["Body.", "Same"]


def test_page_numbers_are_left_out_of_a_footer() -> None:
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{turn}"/></w:r>' for turn in ("begin", "separate", "end"))
    page = f"{begin}<w:r><w:instrText> PAGE </w:instrText></w:r>{separate}{run('3')}{end}"
    pages = f'<w:fldSimple w:instr=" NUMPAGES ">{run("14")}</w:fldSimple>'
    section = '<w:sectPr><w:footerReference w:type="default" r:id="r-footer"/></w:sectPr>'

    document = read(p("Body.") + section, footer=p("Draft 3 ", page, pages) + p("Page ", page, " of ", pages) + p(page))

    assert blocks(document) == ["Body.", "Draft 3"]


def comment(id_: int, words: str, paragraph: str = "") -> str:
    return f'<w:comment w:id="{id_}" w:author="Jo Reed"><w:p {paragraph}>{run(words)}</w:p></w:comment>'


def test_comments_stand_last_and_the_words_they_are_on_are_marked() -> None:
    body = p(
        '<w:commentRangeStart w:id="4"/>',
        "in perpetuity",
        '<w:commentRangeEnd w:id="4"/>',
        '<w:r><w:commentReference w:id="4"/></w:r>',
        ".",
    )

    document = read(body, comments=comment(4, "Ask for ten years."))

    assert blocks(document) == ["in perpetuity.", "Ask for ten years."]
    assert document.blocks[1].source == "comment"
    assert [(mark.span.of(document.text), mark.note) for mark in document.marks] == [("in perpetuity", "Jo Reed: Ask for ten years.")]


def test_a_comment_may_span_paragraphs() -> None:
    body = '<w:commentRangeStart w:id="4"/>' + p("One.") + p("Two.", '<w:commentRangeEnd w:id="4"/>') + p("Three.")

    assert marked(read(body, comments=comment(4, "Both.")), "commented") == ["One.\nTwo."]


def test_a_comment_on_no_words_has_a_place() -> None:
    document = read(p("One.", '<w:r><w:commentReference w:id="4"/></w:r>') + p("Two."), comments=comment(4, "Here."))

    assert [(mark.span.start, mark.span.end) for mark in document.marks if mark.kind == "commented"] == [(4, 4)]


def test_a_comment_that_is_on_nothing_is_not_lost() -> None:
    assert blocks(read(p("One."), comments=comment(4, "Stray."))) == ["One.", "Stray."]


def test_a_comment_says_whether_it_was_settled() -> None:
    extended = f'<w15:commentsEx {SPACES}><w15:commentEx w15:paraId="00AA" w15:done="1"/></w15:commentsEx>'
    body = p('<w:r><w:commentReference w:id="4"/></w:r>', "One.")
    comments = comment(4, "Done.", 'w14:paraId="00AA"')
    data = word_file(body, comments=comments, links=[("r8", "commentsExtended", "ce.xml")], files={"word/ce.xml": extended})

    assert [mark.note for mark in read(data).marks] == ["Jo Reed: Done. (resolved)"]


def test_a_comment_on_struck_out_words_stands_where_they_stood() -> None:
    body = p("One ", '<w:commentRangeStart w:id="4"/>', deleted("two "), '<w:commentRangeEnd w:id="4"/>', "three.")

    document = read(body, comments=comment(4, "Why?"))

    assert [(mark.kind, mark.span.start) for mark in document.marks] == [("commented", 4)]
