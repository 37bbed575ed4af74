"""What is quoted is the sentence that does it, or the sub-clause of a long one; what is marked is 25 words at most."""

from __future__ import annotations

from builders import a_rule
from hearing import scanned

LONG = " ".join(["and so on as it may be said or not"] * 5)


def quote_and_focus(text: str, *rules: object) -> tuple[str, str]:
    finding = scanned(text, *rules).findings[0]
    return finding.quote.of(text), finding.focus.of(text)


def test_the_sentence_is_quoted_and_its_deciding_words_are_marked() -> None:
    text = "Hello.  The Author irrevocably waives all moral rights in the Work. Goodbye."

    assert quote_and_focus(text) == ("The Author irrevocably waives all moral rights in the Work.", "waives all moral rights")


def test_of_a_long_sentence_the_part_that_does_it_is_quoted() -> None:
    text = f"The Author shall {LONG}; the Author waives all moral rights; and the Author shall {LONG}."

    assert quote_and_focus(text) == ("the Author waives all moral rights;", "waives all moral rights")


def test_a_long_sentence_that_cannot_be_cut_is_quoted_whole() -> None:
    text = f"The Author waives {LONG} and {LONG} and all moral rights {LONG}."

    quote, _ = quote_and_focus(text, a_rule("{gives-up} …150 {moral-rights}"))

    assert quote == text


def test_the_mark_is_never_longer_than_25_words() -> None:
    text = f"The Author waives {LONG} and all moral rights."

    _, focus = quote_and_focus(text, a_rule("{gives-up} …60 {moral-rights}"))

    assert len(focus.split()) == 25
    assert focus.startswith("waives and so on")


def test_of_an_item_its_own_words_are_quoted() -> None:
    text = "The Author hereby:\n(a) grants a licence;\n(b) waives all moral rights."

    assert quote_and_focus(text) == ("waives all moral rights.", "waives all moral rights")
