"""Photographs and scans, whatever their format and whichever way up."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from PIL import Image, ImageDraw

from contract_registry.core.document import Document
from contract_registry.errors import CorruptFile, NotText, TooLarge, UnsupportedFormat
from contract_registry.reading import tesseract
from contract_registry.reading.limits import Budget, Limits
from contract_registry.reading.pictures import frames, read_image
from pdf_files import Page, a_pdf, paragraph
from reading_checks import assert_sound

GRANT = "The Author grants the Publisher the exclusive right to print the Work in volume form throughout the Territory for the full term of copyright."
ORIENTATION = 0x0112


def photographed(text: str = GRANT, dpi: int = 150) -> Image.Image:
    """A page as a camera would see it from straight above."""
    drawn = pypdfium2.PdfDocument(
        a_pdf(Page("".join(paragraph(text, 60, 100 + 90 * at, letters=60, font="F5", size=12, leading=15) for at in range(4))))
    )
    image = drawn[0].render(scale=dpi / 72).to_pil().convert("RGB")
    drawn.close()
    return image


def saved(image: Image.Image, kind: str, **more: object) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **more)
    return file.getvalue()


def read(data: bytes) -> Document:
    document = read_image(data, name="page", budget=Budget(Limits()))
    assert_sound(document)
    return document


@pytest.mark.parametrize(
    ("kind", "media_type"), [("PNG", "image/png"), ("JPEG", "image/jpeg"), ("TIFF", "image/tiff"), ("WEBP", "image/webp")]
)
def test_a_page_is_read_from_any_usual_format(needs_tesseract, kind: str, media_type: str) -> None:
    document = read(saved(photographed(), kind))

    assert document.text.count(GRANT) == 4
    assert (document.media_type, document.pages[0].origin) == (media_type, "recognised")


def test_a_telephones_format_is_read_too(needs_tesseract) -> None:
    pillow_heif = pytest.importorskip("pillow_heif")
    file = io.BytesIO()
    pillow_heif.from_pillow(photographed()).save(file)

    assert GRANT in read(file.getvalue()).text


def test_a_photograph_is_turned_as_its_camera_says(needs_tesseract) -> None:
    image = photographed()
    exif = Image.Exif()
    exif[ORIENTATION] = 6

    document = read(saved(image.rotate(90, expand=True), "JPEG", exif=exif))

    assert GRANT in document.text
    assert document.pages[0].width < document.pages[0].height


def test_a_photograph_that_nobody_turned_is_turned_by_its_letters(needs_tesseract) -> None:
    assert GRANT in read(saved(photographed().rotate(180), "PNG")).text


def test_a_shadow_over_the_page_does_not_hide_it(needs_tesseract) -> None:
    image = photographed()
    shade = Image.linear_gradient("L").resize(image.size).point(lambda level: 70 + level * 185 // 255)
    dark = Image.composite(image, Image.new("RGB", image.size, "black"), shade)

    assert GRANT in read(saved(dark, "JPEG", quality=90)).text


def test_clear_parts_of_a_picture_are_paper(needs_tesseract) -> None:
    image = photographed().convert("RGBA")
    image.putalpha(image.convert("L").point(lambda level: 255 - level))

    assert GRANT in read(saved(image, "PNG")).text


def test_each_frame_of_a_tiff_is_a_page(needs_tesseract) -> None:
    first, second = (
        photographed("One page of the contract, with the grant of rights."),
        photographed("Another page of the contract, about the royalties."),
    )

    document = read(saved(first, "TIFF", save_all=True, append_images=[second]))

    assert len(document.pages) == 2
    assert document.text.index("One page") < document.text.index("Another page")


def test_a_page_has_the_size_its_resolution_tells(needs_tesseract) -> None:
    page = read(saved(photographed(dpi=150), "PNG", dpi=(150, 150))).pages[0]

    assert (page.width, page.height) == pytest.approx((595, 842), abs=1)


def test_a_page_in_another_language_is_read_in_it(needs_tesseract) -> None:
    if "fra" not in tesseract.languages():
        pytest.skip("Tesseract has no French here")
    text = (
        "L'auteur cède à l'éditeur le droit exclusif de publier l'œuvre dans tous les pays et pour la durée légale, où qu'elle soit vendue."
    )

    assert read(saved(photographed(text), "PNG")).text.count("cède à l'éditeur le droit") == 4


def test_a_picture_without_words_is_not_text(needs_tesseract) -> None:
    cat = Image.new("RGB", (600, 800), "white")
    ImageDraw.Draw(cat).ellipse((150, 200, 450, 600), fill="grey", outline="black", width=5)

    with pytest.raises(NotText, match="No words"):
        read(saved(cat, "PNG"))


def test_without_tesseract_a_picture_is_a_named_problem(monkeypatch) -> None:
    monkeypatch.setattr(tesseract, "_models", lambda: ())

    document = read(saved(photographed(), "PNG"))

    assert document.text == ""
    assert [(problem.kind, problem.page, problem.withholds) for problem in document.problems] == [("unreadable page", 1, True)]


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\nnot a picture", saved(Image.new("L", (400, 400), 99), "PNG")[:150]])
def test_a_damaged_picture_is_corrupt_or_unknown(data: bytes) -> None:
    with pytest.raises((CorruptFile, UnsupportedFormat)):
        read(data)


def test_a_picture_of_enormous_size_is_too_large() -> None:
    bomb = bytearray(saved(Image.new("1", (100, 100)), "PNG"))
    bomb[16:24] = (60_000).to_bytes(4, "big") * 2
    import zlib

    bomb[29:33] = zlib.crc32(bomb[12:29]).to_bytes(4, "big")

    with pytest.raises(TooLarge, match="pixels"):
        list(frames(bytes(bomb)))
