"""Pages are drawn somewhere else, and what cannot be drawn is left out."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from contract_registry.reading.drawing import draw_pages
from contract_registry.reading.limits import Limits
from pdf_files import Page, a_pdf, words
from sample_files import a_picture


def picture(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def test_each_page_asked_for_is_drawn() -> None:
    pdf = a_pdf(Page(words("one", 72, 80)), Page(words("two", 72, 80)), Page(words("three", 72, 80)))

    drawn = draw_pages(pdf, [3, 1])

    assert sorted(drawn) == [1, 3]
    assert {picture(image).size for image in drawn.values()} == {(952, 1348)}
    assert drawn[1] != drawn[3]


def test_a_picture_file_has_one_page() -> None:
    assert sorted(draw_pages(a_picture(size=(400, 600)), [1, 2])) == [1]


def test_a_page_that_is_not_there_is_left_out() -> None:
    assert sorted(draw_pages(a_pdf(Page(words("one", 72, 80))), [1, 2, 900])) == [1]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n\x00\xff" * 50, b"nonsense", b"\x89PNG\r\n\x1a\n" + b"\x00" * 200])
def test_what_is_damaged_gives_no_pictures(data: bytes) -> None:
    assert draw_pages(data, [1]) == {}


def test_a_locked_file_needs_its_password() -> None:
    pdf = a_pdf(Page(words("secret", 72, 80)), password="tide")

    assert draw_pages(pdf, [1]) == {}
    assert sorted(draw_pages(pdf, [1], password="tide")) == [1]


def test_a_child_without_enough_memory_harms_nothing() -> None:
    assert draw_pages(a_pdf(Page(words("one", 72, 80))), [1], limits=Limits(memory_bytes=50_000_000)) == {}
