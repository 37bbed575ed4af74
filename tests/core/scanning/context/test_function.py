"""What a sentence is there for decides whether its words bind."""

from __future__ import annotations

import pytest

from builders import a_rule
from hearing import found

PATTERN = "{gives-up} … {moral-rights}"


def functions(text: str) -> set[str]:
    """The functions for which a rule that reads one alone speaks on the text."""
    every = ("operative", "definition", "recital", "heading", "warranty", "example", "description")
    rules = {name: a_rule(PATTERN, "{moral-rights} … {gives-up}", flow="any", polarity="any", functions=[name]) for name in every}
    return {name for name, rule in rules.items() if found(text, rule)}


@pytest.mark.parametrize(
    ("text", "function"),
    [
        ("The Author waives all moral rights.", "operative"),
        ("You must waive your moral rights.", "operative"),
        ("Whereas the Author has waived the moral rights in an earlier work.", "recital"),
        ("The Author warrants that nobody has waived the moral rights in the Work.", "warranty"),
        ("The Work does not infringe any waiver of moral rights.", "warranty"),
        ("Any claim for infringement of moral rights is hereby waived.", "operative"),
        ("The Author warrants the above and hereby waives all moral rights.", "operative"),
        ("The Author warrants that the Author hereby waives all moral rights.", "operative"),
        ("“Release” means a document by which the Author waives moral rights.", "definition"),
        ("A “Giver” is a person who waives all moral rights.", "definition"),
        ("The “Giver” hereby waives all moral rights.", "operative"),
        ("The Author warrants that the Work is new, and the Author waives all moral rights.", "operative"),
        ("The Author warrants that the Work is new and waives all moral rights.", "operative"),
        ("The Author represents and warrants that: the Author understands that he or she waives all moral rights.", "operative"),
        ("The Author warrants and agrees that the Author waives all moral rights.", "operative"),
        ("Whereas the Author hereby waives all moral rights.", "operative"),
        ("The Company may assign the Work, for example the Author may waive moral rights.", "operative"),
        ("“Scope” means all uses for which the Author waives moral rights.", "operative"),
        ("You have obtained all consents necessary to allow us to waive moral rights.", "warranty"),
        ("You warrant that you may do so and automatically waive all moral rights.", "operative"),
        ("Some contracts take much, for example they waive moral rights.", "example"),
        ("Some publishers ask for terms under which the Author waives all moral rights.", "example"),
        ("The union's survey found that most artists waive their moral rights.", "example"),
        ("In 2019 the Author had already waived all moral rights.", "example"),
        ('The leaflet warns of clauses such as "The Author waives all moral rights."', "example"),
        ('The earlier draft read: "The Author waives all moral rights."', "example"),
        ('The Author agrees to the following: "The Author waives all moral rights."', "operative"),
        ("Like most publishers, we ask that you waive your moral rights.", "operative"),
        ("The Author, whom some publishers ask for more, waives all moral rights.", "operative"),
        ("The Author has waived all moral rights.", "operative"),
        ("The Author warrants that the Publisher may rely on it that the Author waives all moral rights.", "operative"),
        ("The Author warrants that the Publisher is free to say that the Author waives all moral rights.", "operative"),
        ("The Author warrants that the Publisher is the first to whom the Author waives all moral rights.", "warranty"),
        (
            "The Author releases the Publisher from all claims, those of infringement of moral rights among them, and waives them.",
            "operative",
        ),
        ("The Author covenants with the Publisher that the Author waives all moral rights.", "operative"),
    ],
)
def test_the_function_of_a_sentence_is_told(text: str, function: str) -> None:
    assert functions(text) == {function}
