"""A pattern in words that somebody understands who has never seen the pattern language."""

from __future__ import annotations

import pytest

from contract_registry.exporting.pattern_words import pattern_in_words


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("moral rights", "“moral rights”"),
        ("{gives-up} … {moral-rights}", "**gives up**, within 25 words **moral rights**"),
        ("{gives-up} …5 {moral-rights}", "**gives up**, within 5 words **moral rights**"),
        ("{moral-rights} & {gives-up}", "**moral rights**, and before or after that **gives up**"),
        ("*{uses} …8 {creator}", "**uses**, within 8 words the creator"),
        ("{engager} …2 (may|can)", "the engager, within 2 words (“may” or “can”)"),
        ("(full buyout|unlimited usage)", "“full buyout” or “unlimited usage”"),
        ("(may|can) (use|show)", "(“may” or “can”) (“use” or “show”)"),
        ("{uses|shows}", "**uses** or **shows**"),
        ("portfolios?", "“portfolios” or “portfolio”"),
        ("rights (shall |will |)revert", "“rights” (perhaps “shall” or “will”) “revert”"),
        ("[irrevocably] {gives-up}", "(perhaps “irrevocably”) **gives up**"),
        ("within #days", "“within” a number of days"),
        ("#percent …3 royalty", "a percentage, within 3 words “royalty”"),
    ],
)
def test_every_part_of_the_language_has_its_words(pattern: str, words: str) -> None:
    assert pattern_in_words(pattern) == words
