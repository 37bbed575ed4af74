"""Pages that are pictures, or whose letters mean something else, are recognised or named."""

from __future__ import annotations

import pytest

from contract_registry.reading import tesseract
from contract_registry.reading.limits import Budget, Limits
from contract_registry.reading.pdf import read_pdf
from pdf_files import HEIGHT, WIDTH, Page, a_pdf, paragraph, picture, words
from reading_checks import GRANT, read_pages, rubbish_page, scanned


@pytest.fixture
def without_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which Tesseract is not installed."""
    monkeypatch.setattr(tesseract, "_models", lambda: ())


def test_a_scanned_page_is_recognised(needs_tesseract) -> None:
    document = read_pages(scanned(paragraph(GRANT, 60, 100, letters=60, size=11, font="F5", leading=14)))

    assert document.text == GRANT
    assert (document.pages[0].origin, document.problems) == ("recognised", ())
    assert "tesseract" in document.reader


def test_words_recognised_have_their_places(needs_tesseract) -> None:
    document = read_pages(scanned(words("Moral rights are waived for ever.", 100, 300, size=12)))

    box = document.pages[0].lines[0].box
    assert (box.x0, box.y1) == pytest.approx((100, 302), abs=3)


def test_recognising_needs_no_place_for_files(needs_tesseract, monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path / "nowhere"))
    monkeypatch.chdir(tmp_path)

    document = read_pages(scanned(words("Moral rights are waived for ever.", 100, 300, size=12)))

    assert document.text == "Moral rights are waived for ever."
    assert list(tmp_path.iterdir()) == []


def test_a_stamp_on_a_scan_is_no_text_layer(needs_tesseract) -> None:
    scan = scanned(paragraph(GRANT, 60, 100, letters=60, size=11, font="F5", leading=14))

    document = read_pages(Page(scan.content + words("Page 3 of 9", 270, 820), pictures=scan.pictures))

    assert GRANT in document.text


def test_a_scan_with_its_own_invisible_text_is_not_recognised_again() -> None:
    scan = scanned(paragraph(GRANT, 60, 100, letters=60))

    document = read_pages(Page(scan.content + "3 Tr\n" + paragraph(GRANT, 60, 100, letters=60), pictures=scan.pictures))

    assert (document.text, document.pages[0].origin, document.marks) == (GRANT, "text layer", ())


def test_letters_that_mean_something_else_are_recognised_from_the_page(needs_tesseract) -> None:
    document = read_pages(rubbish_page())

    assert document.text == GRANT
    assert document.pages[0].origin == "recognised"


def test_without_tesseract_a_scan_is_a_problem_that_names_its_page(without_tesseract) -> None:
    document = read_pages(words("1. The Author grants a licence.", 50, 100), scanned(words("2. The Author waives all rights.", 50, 100)))

    (problem,) = document.problems
    assert (problem.kind, problem.page) == ("unreadable page", 2)
    assert "Page 2" in problem.message
    assert "tesseract" in problem.message
    assert document.text == "1. The Author grants a licence."
    assert [page.origin for page in document.pages] == ["text layer", "unread"]


def test_without_tesseract_garbled_text_is_not_passed_on(without_tesseract) -> None:
    document = read_pages(rubbish_page(), words("The fee is 500 pounds.", 50, 100))

    assert document.text == "The fee is 500 pounds."
    assert "garbled" in document.problems[0].message


def test_a_blank_page_is_no_problem() -> None:
    document = read_pages(words("The fee is 500 pounds.", 50, 100), "", words("The term is a year.", 50, 100))

    assert document.problems == ()
    assert len(document.pages) == 3


def test_a_faint_scan_is_said_to_be_doubtful(needs_tesseract) -> None:
    scan = scanned(paragraph(GRANT, 60, 100, letters=60, size=8))
    blurred = scan.pictures[0].resize((200, 283)).resize(scan.pictures[0].size)

    document = read_pages(Page(scan.content, pictures=(blurred,)))

    assert [(problem.kind, problem.page) for problem in document.problems] == [("doubtful page", 1)]


def test_a_scan_fed_in_sideways_is_turned(needs_tesseract) -> None:
    scan = scanned(*(paragraph(GRANT, 60, 100 + 80 * at, letters=60, size=11, font="F5", leading=14) for at in range(6)))
    sideways = scan.pictures[0].rotate(90, expand=True)

    document = read_pages(
        Page(picture(0, 0, 0, HEIGHT, WIDTH).replace(f"{HEIGHT - WIDTH}", "0"), size=(HEIGHT, WIDTH), pictures=(sideways,))
    )

    assert document.text.startswith(GRANT)


def test_when_the_time_is_spent_the_pages_left_are_named() -> None:
    document = read_pdf(a_pdf(Page(words("One.", 50, 100)), Page(words("Two.", 50, 100))), name="x", budget=Budget(Limits(seconds=0)))

    (problem,) = document.problems
    assert (problem.kind, problem.page, problem.withholds) == ("pages not reached", 1, True)
