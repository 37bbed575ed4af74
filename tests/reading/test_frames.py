"""What crosses between processes is checked on arrival."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_registry.errors import CorruptFile, EncryptedFile, TooSlow, UnreadableFile
from contract_registry.reading.frames import (
    NewsReader,
    Request,
    RequestReader,
    error_bytes,
    error_from,
    news_bytes,
    pages_bytes,
    pages_from,
    request_bytes,
)
from contract_registry.reading.limits import Limits


@given(st.text(max_size=9), st.binary(max_size=60), st.none() | st.text(max_size=9), st.integers(1, 40))
def test_a_request_arrives_whole_however_it_is_cut(name: str, data: bytes, password: str | None, step: int) -> None:
    request = Request(name, data, password, Limits(seconds=3))
    sent, reader = request_bytes(request), RequestReader()

    arrived = [reader.feed(sent[at : at + step]) for at in range(0, len(sent), step)]

    assert arrived[-1] == request
    assert not any(arrived[:-1])


@given(
    st.lists(st.sampled_from(["G", "P", "D", "E"]).flatmap(lambda kind: st.tuples(st.just(kind), st.binary(max_size=9)))),
    st.integers(1, 30),
)
def test_news_arrives_in_order_however_it_is_cut(news: list[tuple[str, bytes]], step: int) -> None:
    sent, reader = b"".join(news_bytes(kind, payload) for kind, payload in news), NewsReader(100)

    assert [one for at in range(0, len(sent), step) for one in reader.feed(sent[at : at + step])] == news


@pytest.mark.parametrize("sent", [b"X" + bytes(8), news_bytes("D", b"x" * 101)[:20]])
def test_what_no_honest_child_sends_is_refused(sent: bytes) -> None:
    with pytest.raises(ValueError, match="no news"):
        NewsReader(100).feed(sent)


@pytest.mark.parametrize(
    "error", [EncryptedFile(), TooSlow("Too slow by far."), CorruptFile("Broken.", "Mend it."), UnreadableFile("Odd.")]
)
def test_an_error_arrives_as_its_own_kind(error: UnreadableFile) -> None:
    arrived = error_from(error_bytes(error))

    assert (type(arrived), arrived.message, arrived.next_step) == (type(error), error.message, error.next_step)


def test_an_error_cannot_drive_the_terminal() -> None:
    assert error_from(error_bytes(CorruptFile("\x1b[2J" + "x" * 9000))).message.startswith(" [2Jxxx")
    assert len(error_from(error_bytes(CorruptFile("x" * 9000))).message) == 2000


def test_an_error_tells_where_it_came_from_without_a_word_of_the_file() -> None:
    try:
        try:
            int("a secret clause")
        except ValueError as cause:
            raise CorruptFile from cause
    except CorruptFile as error:
        arrived = error_from(error_bytes(error))

    (note,) = arrived.__notes__
    assert note.startswith("ValueError in test_frames.")
    assert "secret" not in note


@pytest.mark.parametrize("payload", [b"", b"[]", b"{}", b'{"kind": 1, "message": "a", "next": "b", "where": ""}', b"\xff"])
def test_other_bytes_are_no_error(payload: bytes) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        error_from(payload)


def test_counts_of_pages_arrive_and_nothing_else_is_taken_for_them() -> None:
    assert pages_from(pages_bytes(3, 14)) == (3, 14)
    with pytest.raises(ValueError, match="pages"):
        pages_from(b"12345")
