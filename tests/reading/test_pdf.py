"""A PDF gives a document or a clear error, whatever is in it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contract_registry.core.document import Document
from contract_registry.errors import CorruptFile, EmptyFile, EncryptedFile, TooLarge, UnreadableFile
from contract_registry.reading.limits import Budget, Limits
from contract_registry.reading.pdf import read_pdf
from pdf_files import HEIGHT, WIDTH, Page, a_pdf, paragraph, text_field, turned, words
from reading_checks import GRANT, assert_sound, read_pages


def test_a_locked_file_asks_for_its_password() -> None:
    with pytest.raises(EncryptedFile, match="locked with a password"):
        read_pages(words("Secret.", 50, 100), lock="sesame")


def test_a_wrong_password_is_said_to_be_wrong() -> None:
    with pytest.raises(EncryptedFile, match="does not open"):
        read_pages(words("Secret.", 50, 100), lock="sesame", password="mustard")


def test_the_right_password_opens_it() -> None:
    assert read_pages(words("Secret words.", 50, 100), lock="sesame", password="sesame").text == "Secret words."


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\nnot really\n%%EOF", b"not at all"])
def test_a_file_damaged_beyond_opening_is_corrupt(data: bytes) -> None:
    with pytest.raises(CorruptFile):
        read_pdf(data, name="x", budget=Budget(Limits()))


def test_a_file_without_pages_is_corrupt() -> None:
    with pytest.raises(CorruptFile, match="no pages"):
        read_pages()


def test_a_file_of_blank_pages_is_empty() -> None:
    with pytest.raises(EmptyFile, match="blank"):
        read_pages("", "")


def test_a_page_that_cannot_be_loaded_is_a_problem_and_the_rest_is_read_pages() -> None:
    made = a_pdf(Page(words("One.", 50, 100)), Page(words("Two.", 50, 100)))
    broken = made.replace(b"/Kids [9 0 R 11 0 R]", b"/Kids [99 0 R 11 0 R]")
    assert broken != made

    document = read_pdf(broken, name="x", budget=Budget(Limits()))

    assert document.text == "Two."
    assert [(problem.kind, problem.page) for problem in document.problems] == [("unreadable page", 1)]
    assert len(document.pages) == 2


def test_pages_beyond_the_limit_are_named() -> None:
    document = read_pages(*(words(f"Clause number {at}.", 50, 100) for at in range(5)), limits=Limits(pages=3))

    (problem,) = document.problems
    assert (problem.kind, len(document.pages)) == ("pages not reached", 3)
    assert "4 to 5" in problem.message


def test_five_thousand_pages_end_at_the_limit() -> None:
    document = read_pages(*(words("A clause.", 50, 100) for _ in range(5_000)))

    assert len(document.pages) == Limits().pages
    assert document.problems[-1].kind == "pages not reached"


def test_more_text_than_allowed_is_too_large() -> None:
    with pytest.raises(TooLarge, match="characters"):
        read_pages(paragraph(GRANT, 50, 100, letters=60), limits=Limits(characters=50))


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.integers(0, 5_000), st.binary(min_size=1, max_size=4)), min_size=1, max_size=30))
def test_damage_anywhere_gives_a_document_or_a_clear_error(damage: list[tuple[int, bytes]]) -> None:
    data = bytearray(
        a_pdf(
            Page(paragraph(GRANT, 50, 100, letters=60)),
            Page(words("Two.", 50, 100), annotations=(text_field("a", "b", 50, 50, 50, 20),)),
        )
    )
    for at, junk in damage:
        data[at % len(data) : at % len(data) + len(junk)] = junk

    outcome = attempt(bytes(data))
    if isinstance(outcome, Document):
        assert_sound(outcome)
    else:
        assert outcome.message


def attempt(data: bytes) -> Document | UnreadableFile:
    try:
        return read_pdf(data, name="x", budget=Budget(Limits()))
    except UnreadableFile as error:
        return error


LINES = st.lists(
    st.tuples(
        st.text("abcdefgh ABC.,-()1234'“”…•é", min_size=1, max_size=40).filter(str.strip),
        st.integers(0, WIDTH),
        st.integers(0, HEIGHT),
        st.sampled_from([6, 8, 10, 10, 10, 14]),
        st.sampled_from(["F1", "F3", "F4"]),
        st.sampled_from([None, None, None, (0, 1, -1, 0), (0.9, 0.1, -0.1, 0.9)]),
    ),
    max_size=25,
)


@settings(max_examples=80, suppress_health_check=list(HealthCheck))
@given(st.lists(LINES, min_size=1, max_size=3), st.sampled_from([0, 90, 180, 270]))
def test_wherever_words_are_printed_places_and_text_agree(pages: list, rotate: int) -> None:
    drawn = [Page("".join(drawn_line(*one) for one in lines), rotate=rotate) for lines in pages]

    try:
        document = read_pdf(a_pdf(*drawn), name="x", budget=Budget(Limits()))
    except EmptyFile:
        return

    assert_sound(document)


def drawn_line(text: str, x: int, y: int, size: int, font: str, matrix: tuple[float, float, float, float] | None) -> str:
    if matrix is None:
        return words(text, x, y, size=size, font=font)
    safe = "".join(letter for letter in text if letter.isascii() and letter not in "()\\")
    return turned(safe, x, y, matrix, size=size, font=font)


def test_the_same_bytes_give_the_same_document() -> None:
    made = a_pdf(Page(paragraph(GRANT, 50, 100, letters=40)), Page(words("Two.", 50, 100)))

    first, second = (read_pdf(made, name="x", budget=Budget(Limits())) for _ in range(2))

    assert first == second


def test_the_document_says_what_it_is_and_what_read_it() -> None:
    made = a_pdf(Page(words("One.", 50, 100)))

    document = read_pdf(made, name="deal.pdf", budget=Budget(Limits()))

    assert (document.name, document.media_type, document.size) == ("deal.pdf", "application/pdf", len(made))
    assert document.reader.startswith("pdf 1 (pypdfium2 ")
