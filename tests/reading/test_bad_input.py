"""Files that are broken, hostile or endless: each is read or refused with a next step, and none hangs."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contract_registry.core.document import Document
from contract_registry.errors import UnreadableFile
from contract_registry.reading.limits import Budget, Limits
from contract_registry.reading.read import read
from contract_registry.reading.reader import Reader
from contract_registry.reading.sources import Source
from sample_files import GRANT, a_docx, a_pdf, a_picture, a_zip


def a_mail() -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "Ann <ann@example.org>", "Überlassung"
    message.set_content(GRANT, cte="quoted-printable")
    message.add_alternative(f"<p>{GRANT}</p>", subtype="html")
    message.add_attachment(b"# Schedule\n\n1. Everything", maintype="text", subtype="markdown", filename="schedule.md")
    return message.as_bytes()


SAMPLES = {
    "terms.txt": f"TERMS\n=====\n\n1. {GRANT}\n   (a) now known\n   (b) later\n\n- 2 -\n\nUse      Fee\nPrint    £4\n".encode(),
    "terms.md": f'# Terms\n\n1. **{GRANT}**\n   - [a](b "c")\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> q &amp; <b>x</b> <!-- y -->\n'.encode(),
    "terms.html": f"<html><meta charset=utf-8><h1>T</h1><ol start=3><li value=9>{GRANT}<p hidden>x</ol><table><tr><td>1<td>2</table><pre>a\nb</pre>".encode(),
    "letter.eml": a_mail(),
    "terms.zip": a_zip({"1.txt": GRANT, "2.md": "# Two"}),
}


def answer(data: bytes, name: str) -> Document | UnreadableFile:
    """What comes of reading `data`; anything but a document or an error with a next step fails the test."""
    try:
        document = read(data, name=name, budget=Budget(Limits(seconds=20)))
    except UnreadableFile as error:
        return checked(error)
    assert all(block.span.end <= len(document.text) for block in document.blocks)
    document.text.encode("utf-8")
    return document


def checked(error: UnreadableFile) -> UnreadableFile:
    """`error` if it says what to do and is the file's fault, not a reader's."""
    assert error.message
    assert error.next_step
    assert not isinstance(error.__cause__, (AttributeError, TypeError, IndexError, KeyError, AssertionError, NameError))
    return error


@pytest.mark.parametrize("name", SAMPLES)
def test_the_samples_can_be_read(name: str) -> None:
    assert isinstance(answer(SAMPLES[name], name), Document)


@given(st.sampled_from(sorted(SAMPLES)), st.data())
@settings(max_examples=300)
def test_a_damaged_file_is_read_or_refused(name: str, data: st.DataObject) -> None:
    damaged = bytearray(SAMPLES[name])
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(damaged)))
        damaged[start : start + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=40))

    answer(bytes(damaged), data.draw(st.sampled_from(sorted(SAMPLES))))


@given(st.binary(max_size=2000), st.sampled_from(sorted(SAMPLES)))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    answer(data, name)


BOMBS = {
    "div": b"<div>",
    "unclosed cells": b"<table><tr><td>",
    "list items": b"<ul><li>",
    "menus": b"<div class=menu>",
    "half a tag": b"<p ",
    "half a comment": b"<!--",
    "bold": b"<b>",
    "entities": b"&amp;",
    "quotations": b">",
    "quotation lines": b"> > > x\n",
    "brackets": b"[",
    "pictures": b"![",
    "links": b"[a](",
    "emphasis": b"*a **a ",
    "struck": b"~~a",
    "backticks": b"`a``b",
    "bullets": b"- ",
    "items": b"1. ",
    "clauses": b"(a) ",
    "headings": b"## ",
    "table rows": b"|a|b|\n",
    "rules": b"- - - ",
    "page numbers": b"1\n\n\n2\n\n\n",
    "tabs": b"a\t",
    "columns": b"a    ",
    "hyphens": b"agree-\nment ",
    "breaks": b"a<br>",
    "blanks": b" ",
    "new lines": b"\n",
    "accents": b"\xe9",
    "invisible": "\u200b".encode(),
}


DEEP = (BOMBS["div"], BOMBS["list items"], BOMBS["quotations"], BOMBS["brackets"])


@pytest.mark.parametrize("name", ["terms.txt", "terms.md", "terms.html"])
@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS.keys())
def test_repetition_without_end_is_read_in_one_go(bomb: bytes, name: str) -> None:
    answer(b"<html>" * name.endswith("html") + bomb * (100_000 if bomb in DEEP else 10_000) + b" end", name)


def test_lists_within_lists_without_end_are_read() -> None:
    assert isinstance(answer(b"".join(b"  " * depth + b"- a\n" for depth in range(1_000)), "terms.md"), Document)


def test_parts_within_parts_without_end_are_read_or_refused() -> None:
    nested = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (depth, depth) for depth in range(5_000))

    answer(b"MIME-Version: 1.0\nFrom: a@example.org\n" + nested + b"\nHello\n", "letter.eml")


def test_a_thousand_attachments_are_not_all_read() -> None:
    message = EmailMessage()
    message["From"] = "a@example.org"
    message.set_content(GRANT)
    for number in range(300):
        message.add_attachment(b"words", maintype="text", subtype="plain", filename=f"{number}.txt")

    document = answer(message.as_bytes(), "letter.eml")

    assert isinstance(document, Document)
    assert len(document.parts) == 101
    assert any(problem.withholds for problem in document.problems)


def test_a_chinese_text_is_a_text() -> None:
    document = answer("作者授予出版社永久使用该作品的权利。".encode(), "合同.txt")

    assert isinstance(document, Document)
    assert document.problems == ()


@pytest.mark.parametrize("data", [a_docx(), a_pdf()], ids=["word", "pdf"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_half_a_file_is_read_or_refused(data: bytes, share: float) -> None:
    answer(data[: int(len(data) * share)], "contract")


def test_one_bad_file_does_not_spoil_the_others() -> None:
    good = Source("good.html", f"<html><p>{GRANT}</p>".encode())
    with Reader() as reader:
        for bad in (a_picture(size=(300, 300)), bytes(range(256)) * 99, a_docx()[:999], b"%PDF-1.7\nrubbish", b""):
            try:
                document = reader.read(Source("bad.docx", bad))
            except UnreadableFile as error:
                checked(error)
            else:
                assert any(problem.withholds for problem in document.problems)
            assert reader.read(good).text == GRANT
