"""Pictures that may be pages are handed over for recognition, and named until they are read."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from contract_registry.core.document import Document
from contract_registry.errors import UnreadableFile
from contract_registry.reading.word.pictures import pictures
from word_files import p, read, word_file

INCH = 914_400


def png(colour: str) -> bytes:
    kept = io.BytesIO()
    Image.new("RGB", (8, 8), colour).save(kept, "PNG")
    return kept.getvalue()


def drawn(id_: str, width: float, height: float) -> str:
    extent = f'<wp:extent cx="{int(width * INCH)}" cy="{int(height * INCH)}"/>'
    picture = (
        f'<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="{id_}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
    )
    return f"<w:r><w:drawing><wp:inline>{extent}{picture}</wp:inline></w:drawing></w:r>"


def file_with(body: str, *images: bytes) -> bytes:
    links = [(f"p{place}", "image", f"media/{place}.png") for place in range(len(images))]
    return word_file(body, links=links, files={f"word/media/{place}.png": image for place, image in enumerate(images)})


def kinds(document: Document) -> list[str]:
    return [problem.kind for problem in document.problems]


def test_a_file_of_scanned_pages_is_a_document_without_text_that_says_so() -> None:
    data = file_with(p(drawn("p0", 6, 8)) + p(drawn("p1", 6, 8)), png("red"), png("blue"))

    document = read(data)

    assert document.text == ""
    assert kinds(document) == ["unreadable page", "unreadable page"]
    assert "Picture 1 of 2" in document.problems[0].message
    assert pictures(data) == [png("red"), png("blue")]


def test_even_a_small_picture_may_be_the_page_of_a_file_without_words() -> None:
    data = file_with(p(drawn("p0", 1, 1)), png("red"))

    assert kinds(read(data)) == ["unreadable page"]
    assert pictures(data) == [png("red")]


def test_a_logo_beside_words_is_no_page() -> None:
    data = file_with(p("The Author signs.", drawn("p0", 2, 1)), png("red"))

    assert kinds(read(data)) == []
    assert pictures(data) == []


def test_a_picture_as_large_as_a_page_beside_words_is_named() -> None:
    data = file_with(p("Signed:", drawn("p0", 6, 8), drawn("p0", 6, 8)), png("red"))

    assert kinds(read(data)) == ["unreadable page"]
    assert pictures(data) == [png("red")]


def test_an_older_picture_says_its_size_in_its_style() -> None:
    picture = '<w:r><w:pict><v:shape style="position:absolute;width:468pt;height:600pt"><v:imagedata r:id="p0"/></v:shape></w:pict></w:r>'

    assert kinds(read(file_with(p("Signed:", picture), png("red")))) == ["unreadable page"]


@pytest.mark.parametrize("image", [b"\xd7\xcd\xc6\x9a drawing", b"<svg/>", b""])
def test_a_drawing_in_lines_is_no_page(image: bytes) -> None:
    with pytest.raises(UnreadableFile):
        read(file_with(p(drawn("p0", 6, 8)), image))
