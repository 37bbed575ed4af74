"""Pictures that may be pages are recognised after the text, and named where that gave no words."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw, ImageFont

from contract_registry.core.document import Document
from contract_registry.core.text import Span
from contract_registry.errors import UnreadableFile
from contract_registry.reading.word.pictures import pictures
from word_files import deleted, p, read, word_file

INCH = 914_400
PROSE = "The Author grants the Publisher a licence to print the Work in English for ten years. " * 3


def png(colour: str, words: str = "") -> bytes:
    picture = Image.new("RGB", (1200, 400) if words else (8, 8), colour)
    if words:
        ImageDraw.Draw(picture).text((40, 150), words, "black", ImageFont.load_default(48))
    kept = io.BytesIO()
    picture.save(kept, "PNG", dpi=(150, 150))
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


@pytest.mark.usefixtures("needs_tesseract")
def test_a_scanned_page_is_recognised_after_the_text() -> None:
    data = file_with(p(PROSE, deleted(" Not."), drawn("p0", 6, 8)), png("white", "The Author waives all rights."))

    document = read(data)

    assert document.text == f"{PROSE.strip()}\nThe Author waives all rights."
    assert [page.origin for page in document.pages] == ["recognised"]
    at = document.text.index("waives")
    assert document.boxes(Span(at, at + 6))[0].page == 1
    assert [revision.removed for revision in document.revisions] == [" Not."]
    assert document.media_type.endswith("wordprocessingml.document")


@pytest.mark.usefixtures("needs_tesseract")
def test_a_file_of_scanned_pages_alone_is_read() -> None:
    document = read(file_with(p(drawn("p0", 6, 8)), png("white", "The Author waives all rights.")))

    assert document.text == "The Author waives all rights."


def test_pictures_without_words_are_problems_even_where_there_is_no_text() -> None:
    document = read(file_with(p(drawn("p0", 6, 8)) + p(drawn("p1", 6, 8)), png("red"), png("blue")))

    assert document.text == ""
    assert kinds(document) == ["unreadable page", "unreadable page"]
    assert "picture 1 of 2" in document.problems[0].message


@pytest.mark.parametrize(
    ("words", "width", "height", "may_be_a_page"),
    [
        (PROSE, 6, 8, True),
        (PROSE, 2, 1, False),
        (PROSE, 3, 9, False),
        ("Signed:", 3, 4, True),
        ("Signed:", 1, 1, False),
        ("", 1, 1, True),
    ],
)
def test_what_may_be_a_page_hangs_on_its_size_and_the_words_beside_it(
    words: str, width: float, height: float, *, may_be_a_page: bool
) -> None:
    data = file_with(p(words, drawn("p0", width, height)), png("red"))

    assert pictures(data) == ([png("red")] if may_be_a_page else [])


def test_a_picture_shown_twice_is_handed_over_once() -> None:
    assert pictures(file_with(p(drawn("p0", 6, 8), drawn("p0", 6, 8)), png("red"))) == [png("red")]


def test_an_older_picture_says_its_size_in_its_style() -> None:
    picture = '<w:r><w:pict><v:shape style="position:absolute;width:468pt;height:600pt"><v:imagedata r:id="p0"/></v:shape></w:pict></w:r>'

    assert pictures(file_with(p(PROSE, picture), png("red"))) == [png("red")]


@pytest.mark.parametrize("image", [b"\xd7\xcd\xc6\x9a drawing", b"<svg/>", b""])
def test_a_drawing_in_lines_is_no_page(image: bytes) -> None:
    with pytest.raises(UnreadableFile):
        read(file_with(p(drawn("p0", 6, 8)), image))


def test_a_damaged_picture_is_a_problem() -> None:
    assert kinds(read(file_with(p(PROSE, drawn("p0", 6, 8)), b"\x89PNG broken"))) == ["unreadable page"]
