"""Progress is for people who look, and leaves nothing behind."""

from __future__ import annotations

import io

import pytest

from contract_registry.cli.progress import with_progress


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def test_a_terminal_sees_how_far_it_is_and_is_left_clean(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr("sys.stderr", screen)

    assert list(with_progress(iter("abc"), ["a.pdf", "b\x1b[2J.pdf", "c.pdf"])) == ["a", "b", "c"]

    drawn = screen.getvalue()
    assert "2 of 3 Reading b?[2J.pdf" in drawn
    assert drawn.endswith("\r")
    assert drawn.rsplit("\r", 2)[1].strip() == ""


def test_one_file_is_named_without_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr("sys.stderr", screen)

    list(with_progress(iter("a"), ["a.pdf"]))

    assert "Reading a.pdf" in screen.getvalue()
    assert "of 1" not in screen.getvalue()


def test_a_pipe_sees_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(with_progress(iter("ab"), ["a.pdf", "b.pdf"])) == ["a", "b"]
    assert capsys.readouterr().err == ""
