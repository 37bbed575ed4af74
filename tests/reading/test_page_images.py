"""Pages as pictures, for the report."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from contract_registry.errors import EncryptedFile
from contract_registry.reading.page_images import page_image
from pdf_files import HEIGHT, WIDTH, Page, a_pdf, text_field, words


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def test_a_page_is_drawn_at_the_scale_asked_for() -> None:
    made = a_pdf(Page(words("One.", 50, 100)), Page(words("Two.", 50, 100), rotate=90))

    assert opened(page_image(made, 1, 2.0)).size == (2 * WIDTH, 2 * HEIGHT)
    assert opened(page_image(made, 2, 1.0)).size == (HEIGHT, WIDTH)


@pytest.mark.parametrize(("form", "kind"), [("png", "PNG"), ("jpeg", "JPEG")])
def test_it_comes_as_the_kind_of_file_asked_for(form: str, kind: str) -> None:
    assert opened(page_image(a_pdf(Page(words("One.", 50, 100))), 1, form=form)).format == kind


def test_what_was_filled_in_is_drawn() -> None:
    empty = page_image(a_pdf(Page()), 1)

    assert page_image(a_pdf(Page(annotations=(text_field("a", "Jane Doe", 50, 50, 200, 20),))), 1) != empty


def test_a_locked_page_needs_its_password() -> None:
    locked = a_pdf(Page(words("Secret.", 50, 100)), password="sesame")

    assert opened(page_image(locked, 1, 1.0, "sesame")).size == (WIDTH, HEIGHT)
    with pytest.raises(EncryptedFile):
        page_image(locked, 1)


def test_there_is_no_page_after_the_last() -> None:
    with pytest.raises(IndexError):
        page_image(a_pdf(Page()), 2)


def test_a_photograph_is_a_page_too() -> None:
    file = io.BytesIO()
    Image.new("RGB", (1240, 1754), "white").save(file, "PNG", dpi=(150, 150))

    assert opened(page_image(file.getvalue(), 1, 1.0)).size == pytest.approx((595, 842), abs=1)
