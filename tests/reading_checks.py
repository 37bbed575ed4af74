"""Reads pages printed for a test, and holds every document to what must be true of it whatever is printed."""

from __future__ import annotations

from itertools import pairwise

import pypdfium2

from contract_registry.core.document import Document
from contract_registry.reading.limits import Budget, Limits
from contract_registry.reading.pdf import read_pdf
from pdf_files import HEIGHT, WIDTH, Page, a_pdf, mapped_font, paragraph, picture

GRANT = "The Author grants the Publisher the exclusive right to print the Work in volume form throughout the Territory for the full term of copyright."

SLACK = 0.01


def read_pages(*pages: Page | str, limits: Limits | None = None, password: str | None = None, lock: str = "") -> Document:
    """The document made of pages, each given as a Page or as what is drawn on it; `lock` is the password it is locked with."""
    made = a_pdf(*(page if isinstance(page, Page) else Page(page) for page in pages), password=lock)
    document = read_pdf(made, name="made.pdf", password=password, budget=Budget(limits or Limits()))
    assert_sound(document)
    return document


def scanned(*content: str, dpi: int = 200) -> Page:
    """A page that is the picture of a page."""
    printed = pypdfium2.PdfDocument(a_pdf(Page("".join(content))))
    image = printed[0].render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
    printed.close()
    return Page(picture(0, 0, 0, WIDTH, HEIGHT), pictures=(image,))


def rubbish_page() -> Page:
    """A page whose letters, for a machine, are three places further on in the alphabet."""
    letters = {code: chr(code) for code in range(32, 127)}
    letters |= {ord("a") + at: chr(ord("a") + (at + 3) % 26) for at in range(26)}
    return Page(paragraph(GRANT, 60, 100, letters=60, font="L", size=11, leading=14), fonts={"L": mapped_font(letters, base="Courier")})


def assert_sound(document: Document) -> None:
    """Places lie in the text and on their pages, in order, and lead back to the raw text."""
    text = document.text
    assert [block.span.end + 1 for block in document.blocks[:-1]] == [block.span.start for block in document.blocks[1:]]
    assert not document.blocks or (document.blocks[0].span.start, document.blocks[-1].span.end) == (0, len(text))
    assert all("\n" not in block.span.of(text) for block in document.blocks)
    assert all(0 <= mark.span.start <= mark.span.end <= len(text) for mark in document.marks)
    for block in document.blocks:
        assert block.number is None or block.span.contains(block.number)
        assert all(block.span.contains(cell) for cell in block.cells)
    assert [page.number for page in document.pages] == list(range(1, len(document.pages) + 1))
    for page in document.pages:
        assert all(above.span.end <= below.span.start for above, below in pairwise(page.lines))
        for one in (*page.lines, *page.furniture):
            assert -SLACK <= one.box.x0 <= one.box.x1 <= page.width + SLACK
            assert -SLACK <= one.box.y0 <= one.box.y1 <= page.height + SLACK
        for line in page.lines:
            assert 0 <= line.span.start < line.span.end <= len(text)
            assert len(line.left) == len(line.right) in (0, len(line.span))
            assert all(-SLACK <= left <= right + SLACK for left, right in zip(line.left, line.right, strict=True))
    assert_mapped(document)


def assert_mapped(document: Document) -> None:
    """Each mapped letter is the raw text's own, where the reader did not have to change it."""
    mapping = document.map
    assert mapping.raw_length == len(document.raw)
    for start, raw, length in zip(mapping.starts, mapping.raw_starts, mapping.lengths, strict=True):
        ours, theirs = document.text[start : start + length], document.raw[raw : raw + length]
        assert len(theirs) == length
        for letter, raw_letter in zip(ours, theirs, strict=True):
            assert letter == raw_letter or not (letter.isascii() and letter.isalnum() and raw_letter.isascii())
