"""Whatever a rule file says stands on a page in Markdown as it was written, and commands nothing there."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from contract_registry.exporting.inert import inert
from contract_registry.exporting.markdown import Markdown, bold, code, escaped, link, quoted

RENDERER = MarkdownIt("gfm-like", {"linkify": False})


def shown(markdown: str) -> str:
    """The words that a reader of the rendered text sees."""
    return html.unescape(re.sub(r"<[^>]+>", "", RENDERER.render(markdown))).strip()


@given(st.text(max_size=60))
@example("# no heading")
@example("1. no list")
@example("- no list")
@example("[no](link) <b>no tag</b> | no cell")
@example("&amp; no entity, `no code`, *no* __marks__, ~~none~~")
@example("> no quote")
def test_a_text_is_read_as_it_was_written(text: str) -> None:
    assert shown(escaped(text)) == " ".join(inert(text).split())


def test_what_is_markdown_already_is_left_as_it_is() -> None:
    assert escaped(Markdown("**bold**")) == "**bold**"


@given(st.text(min_size=1, max_size=40))
def test_machine_letters_hold_any_backticks(text: str) -> None:
    flowing = " ".join(inert(text).split())
    if flowing and "|" not in flowing and "\\" not in flowing:
        assert shown(f"x {code(text)}") == f"x {flowing}"


def test_words_that_were_found_are_bold_in_their_sentence() -> None:
    assert (
        quoted("The Author waives\nall *moral* rights.", ["waives all", "rights"]) == "“The Author **waives all** \\*moral\\* **rights**.”"
    )


def test_a_sentence_without_words_to_mark_is_quoted_alone() -> None:
    assert quoted("The fee is due.", [""]) == "“The fee is due.”"


@pytest.mark.parametrize(("made", "rendered"), [(link("A [b]", "c.md"), "A [b]"), (bold("a * b"), "a * b")])
def test_marks_in_links_and_bold_words_are_words(made: str, rendered: str) -> None:
    assert shown(made) == rendered
