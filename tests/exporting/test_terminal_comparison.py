"""The comparison in a terminal: complete at 80 columns, in black and white, whatever stands in the contracts."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from contract_registry.exporting.terminal_comparison import terminal_comparison
from editions import NEW, OLD, a_report


def told(old: str = OLD, new: str = NEW, *, width: int = 80, colour: bool = False, detail: str = "usual") -> str:
    return terminal_comparison(a_report(old, new), width=width, colour=colour, detail=detail)


def flowing(text: str) -> str:
    return " ".join(text.split())


def test_a_person_learns_what_changed_for_whom_and_in_which_words() -> None:
    report = flowing(told())

    for words in (
        "Old terms 2023.md · Document",
        "MIXED",
        "2 points got worse, 1 got better and 1 changed for better or worse.",
        "1 WORSE Work trains AI · Clause 3",
        "1. CAME · CRITICAL: Work trains AI · Clause 3",
        "Now The Publisher may »train machine learning« systems on the Work.",
        "2. GONE · FOR YOU: Rights kept · Clause 3",
        "Before The Author »keeps all rights« that are not named here.",
        "4. CHANGED · HIGH: Moral rights given up · Clause 2",
        "Now The Author »hereby« waives all moral rights in the Work.",
        "1 other sentence came, went or changed.",
        "not legal advice",
    ):
        assert words in report


def test_full_shows_the_sentences_that_no_rule_speaks_of() -> None:
    assert "»June«" in told(detail="full")
    assert "»June«" not in told()


@pytest.mark.parametrize("width", [40, 80, 200])
@pytest.mark.parametrize("detail", ["usual", "full"])
def test_no_line_is_wider_than_the_screen(width: int, detail: str) -> None:
    assert max(cell_len(line) for line in told(width=width, detail=detail).splitlines()) <= min(width, 100)


def test_without_colour_there_is_no_escape() -> None:
    assert "\x1b" not in told()
    assert "\x1b[" in told(colour=True)


def test_what_stands_in_a_contract_commands_nothing() -> None:
    new = NEW.replace("train", "\x1b[2Jtrain").replace("the Work", "[bold]the Work[/bold]\u202e")

    report = told(new=new)

    assert "\x1b" not in report
    assert "\u202e" not in report
    assert "[»bold«]" in report


def test_a_long_stretch_that_stays_is_cut_but_not_where_all_is_asked_for() -> None:
    long = "The Author waives all moral rights in the Work" + ", and in each of its parts" * 30
    old, new = f"{long}, in print.", f"{long}, in print and in film."

    assert "[…]" in told(old, new)
    assert "[…]" not in told(old, new, detail="full")
    assert "»and in film«" in flowing(told(old, new))


def test_two_that_are_the_same_say_so_and_nothing_else_is_asked() -> None:
    report = flowing(told(OLD, OLD.upper()))

    assert "SAME" in report
    assert "All sentences are the same; at most" in report
    assert "WHAT STAYED" in report
    assert "IN SHORT" not in report
