"""Since when a template names AI: by sentences that say something of those who bring the work, whatever the rules say of them."""

from __future__ import annotations

from drifting import FEE, FORBIDS, LINKS, TRAINS, WAIVES, drifted


def test_the_edition_and_the_sentence_in_which_ai_entered_are_named_with_what_the_rules_say() -> None:
    drift = drifted(FEE, f"{FEE}\n{TRAINS}", f"{FEE}\n{TRAINS}\n{FORBIDS}")
    named = drift.ai.named

    assert named is not None
    assert named.at == 1
    assert [(each.span.of(f"{FEE}\n{TRAINS}"), each.says) for each in named.sentences] == [(TRAINS, ("harm",))]
    assert drift.ai.counts == (0, 1, 2)


def test_a_sentence_counts_of_which_no_rule_speaks() -> None:
    drift = drifted(FEE, f"{FEE}\n{FORBIDS}")

    assert drift.ai.named is not None
    assert drift.ai.named.sentences[0].says == ("nothing",)


def test_rows_of_links_and_headings_name_nothing() -> None:
    drift = drifted(FEE, f"{LINKS}\n{FEE}", f"1. AI Tools\n1.1 {FEE}")

    assert drift.ai.named is None
    assert drift.ai.counts == (0, 0, 0)


def test_the_same_sentence_elsewhere_is_no_new_entry() -> None:
    drift = drifted(f"{TRAINS}\n{FEE}", f"{FEE}\n9. {TRAINS}")

    assert [entry.at for entry in drift.ai.entries] == [0]


def test_a_template_without_ai_has_no_entry() -> None:
    drift = drifted(FEE, WAIVES)

    assert (drift.ai.named, drift.ai.hidden) == (None, None)
