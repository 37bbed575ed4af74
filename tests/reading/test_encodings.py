"""Bytes become letters, and a guess is called a guess."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_registry.reading.encodings import decode

WORDS = "L’auteur cède – à titre exclusif – “tous” les droits d’exploitation de l’œuvre. § 3 Vergütung: 500 €"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_unicode_is_known_for_what_it_is(encoding: str) -> None:
    decoded = decode(WORDS.encode(encoding))

    assert decoded.text == WORDS
    assert decoded.problems == ()


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE])
def test_a_byte_order_mark_decides(mark: bytes) -> None:
    wide = {codecs.BOM_UTF16_BE: "utf-16-be", codecs.BOM_UTF32_BE: "utf-32-be"}[mark]

    assert decode(mark + WORDS.encode(wide)).text == WORDS


def test_western_text_without_a_word_about_its_encoding_is_a_guess() -> None:
    decoded = decode(WORDS.encode("cp1252"))

    assert decoded.text == WORDS
    assert [problem.kind for problem in decoded.problems] == ["encoding guessed"]
    assert "Windows-1252" in decoded.problems[0].message


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        ("Автор передаёт издательству исключительное право на использование произведения.", "cp1251"),
        ("Автор передаёт издательству исключительное право на использование произведения.", "koi8_r"),
        ("著作者は出版社に対し、本著作物を複製し、頒布する独占的な権利を許諾する。", "shift_jis"),
        ("作者授予出版社在全世界范围内永久使用该作品的独家权利，并放弃署名权。", "gb18030"),
        ("Ο δημιουργός παραχωρεί στον εκδότη το αποκλειστικό δικαίωμα εκμετάλλευσης.", "cp1253"),
        ("The “Author” grants the Publisher’s licensees – forever – all “rights”.", "mac_roman"),
    ],
)
def test_other_writing_is_guessed_too(words: str, encoding: str) -> None:
    decoded = decode(words.encode(encoding))

    assert decoded.text == words
    assert decoded.guessed


def test_japanese_mail_encoding_is_told_by_its_escapes() -> None:
    assert decode("著作者人格権を行使しない。".encode("iso2022_jp")).text == "著作者人格権を行使しない。"


def test_what_the_file_declares_is_believed() -> None:
    decoded = decode(WORDS.replace("—", "-").encode("cp1252"), declared="ISO-8859-1")

    assert decoded.text == WORDS
    assert not decoded.guessed


def test_a_wrong_declaration_does_not_spoil_utf_8() -> None:
    assert decode(WORDS.encode(), declared="iso-8859-1").text == WORDS


@pytest.mark.parametrize("declared", ["rot13", "hex", "idna", "no-such-thing", "", "utf-7"])
def test_a_declaration_that_names_no_text_encoding_is_passed_over(declared: str) -> None:
    assert decode(b"plain +AGE-", declared=declared).text == "plain +AGE-"


def test_a_few_broken_bytes_do_not_make_utf_8_something_else() -> None:
    decoded = decode((WORDS * 5).encode() + b"\xff end")

    assert decoded.text.startswith(WORDS)
    assert decoded.guessed


@given(st.binary(max_size=300), st.none() | st.text(max_size=12))
def test_any_bytes_become_text_that_can_be_stored(data: bytes, declared: str | None) -> None:
    decode(data, declared).text.encode("utf-8")
