"""A verb listed once is found in all its forms, a noun in singular and plural."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_registry.core.rules.inflection import noun_forms, verb_forms


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("waive", "waive waives waived waiving"),
        ("assign", "assign assigns assigned assigning"),
        ("vest", "vest vests vested vesting"),
        ("modify", "modify modifies modified modifying"),
        ("convey", "convey conveys conveyed conveying"),
        ("publish", "publish publishes published publishing"),
        ("transfer", "transfer transfers transferred transferring"),
        ("permit", "permit permits permitted permitting"),
        ("develop", "develop develops developed developing"),
        ("edit", "edit edits edited editing"),
        ("open", "open opens opened opening"),
        ("omit", "omit omits omitted omitting"),
        ("strip", "strip strips stripped stripping"),
        ("train", "train trains trained training"),
        ("ban", "ban bans banned banning"),
        ("crop", "crop crops cropped cropping"),
        ("own", "own owns owned owning"),
        ("use", "use uses used using"),
        ("agree", "agree agrees agreed agreeing"),
        ("dye", "dye dyes dyed dyeing"),
        ("sell", "sell sells sold selling"),
        ("resell", "resell resells resold reselling"),
        ("sub-let", "sub-let sub-lets sub-letting"),
        ("withhold", "withhold withholds withheld withholding"),
    ],
)
def test_a_verb_is_found_in_all_its_forms(verb: str, forms: str) -> None:
    assert list(verb_forms(verb)) == forms.split()


def test_in_a_phrase_the_first_word_of_a_verb_is_inflected() -> None:
    assert verb_forms("give up") == ("give up", "gives up", "gave up", "given up", "giving up")


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("right", "rights"),
        ("copy", "copies"),
        ("essay", "essays"),
        ("waiver", "waivers"),
        ("sketch", "sketches"),
        ("box", "boxes"),
        ("moral right", "moral rights"),
        ("work for hire", "work for hires"),
    ],
)
def test_a_noun_is_found_in_singular_and_plural(noun: str, plural: str) -> None:
    assert noun_forms(noun) == (noun, plural)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz- ", min_size=1, max_size=20).map(str.strip).filter(bool))
def test_any_word_has_forms_and_the_word_is_the_first(word: str) -> None:
    assert verb_forms(word)[0] == word
    assert noun_forms(word)[0] == word
