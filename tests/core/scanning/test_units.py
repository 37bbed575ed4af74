"""A unit is a sentence with the words that carry into it, and every mention in it at its distance in words."""

from __future__ import annotations

from contract_registry.core.clauses.segment import segment
from contract_registry.core.scanning.cases import document_of
from contract_registry.core.scanning.mentions import find_mentions
from contract_registry.core.scanning.units import LONGEST_CLOSING, LONGEST_SENTENCE, Unit, places_of, unit_at, units_of, words_of
from contract_registry.core.text import Span
from hearing import WAIVER, scanner_of

LIST = "The Publisher may:\n(a) waive nothing; and\n(b) waive the moral rights of others."


def units(text: str, *, whole_clauses: bool = False) -> list[Unit]:
    clauses, scanner = segment(document_of(text)), scanner_of(WAIVER)
    return list(
        units_of(clauses, find_mentions(clauses, scanner.words, scanner.vocabulary(clauses.languages)), whole_clauses=whole_clauses)
    )


def words(text: str) -> list[list[str]]:
    clauses, scanner = segment(document_of(text)), scanner_of(WAIVER)
    mentions = find_mentions(clauses, scanner.words, scanner.vocabulary(clauses.languages))
    return [list(words_of(unit, mentions)[0]) for unit in units_of(clauses, mentions)]


def test_each_sentence_that_says_something_is_a_unit() -> None:
    text = "The Author waives nothing. Hello there. The moral rights stay."

    assert [unit.span.of(text) for unit in units(text)] == ["The Author waives nothing.", "The moral rights stay."]


def test_a_whole_clause_may_be_one_unit() -> None:
    text = "The Author waives nothing. The moral rights stay."

    assert [unit.span.of(text) for unit in units(text, whole_clauses=True)] == [text]


def test_a_unit_holds_only_the_mentions_that_are_listened_for() -> None:
    clauses, scanner = segment(document_of("The Author waives the moral rights.")), scanner_of(WAIVER)
    mentions = find_mentions(clauses, scanner.words, scanner.vocabulary(clauses.languages))
    place = next(places_of(clauses))

    every, unit = unit_at(place, mentions), unit_at(place, mentions, frozenset({"moral-rights"}))

    assert every
    assert {"gives-up", "moral-rights"} <= {each.concept for each in every.heard}
    assert unit
    assert {each.concept for each in unit.heard} == {"moral-rights"}


def test_a_sentence_that_never_ends_is_heard_in_parts_and_nothing_of_it_is_lost() -> None:
    text = "The Author shall: " + "waive no moral rights in the cover; " * 1_000
    clauses = segment(document_of(text))

    places = list(places_of(clauses))

    assert len(places) > 1
    assert "".join(place.span.of(text) for place in places) == text.strip()
    assert all(place.span.of(text).endswith("; ") for place in places[:-1])
    assert {place.part_of for place in places} == {Span(0, len(text.strip()))}


def test_a_word_that_never_ends_is_cut_too() -> None:
    places = list(places_of(segment(document_of("moral" * 10_000))))

    assert max(len(place.span) for place in places) <= LONGEST_SENTENCE


def test_of_endless_closing_words_an_item_hears_the_beginning() -> None:
    closing = "in each case without any claim, " * 1_000 + "for ever."
    text = f"The Author waives:\n(a) the moral rights in the Work;\n(b) the moral rights in the Title;\n{closing}"

    places = [place for place in places_of(segment(document_of(text))) if place.closing]

    assert [place.span.of(text)[-6:] for place in places] == [" Work;", "Title;"]
    assert {len(span) for place in places for span in place.closing} == {LONGEST_CLOSING}


def test_a_lead_in_carries_into_each_item_of_its_list() -> None:
    items = [unit for unit in units(LIST) if unit.span.of(LIST).startswith("waive")]

    assert [[piece.kind for piece in unit.pieces] for unit in items] == [["lead-in", "own"], ["lead-in", "own"]]
    assert [next(piece.span.of(LIST) for piece in unit.pieces) for unit in items] == ["The Publisher may:"] * 2


def test_closing_words_follow_the_own_words_of_each_item() -> None:
    text = f"{LIST[:-1]},\nonly if the moral rights are licensed."
    items = [unit for unit in units(text) if unit.span.of(text).startswith("waive")]

    assert [[piece.kind for piece in unit.pieces] for unit in items] == [["lead-in", "own", "closing"]] * 2
    assert [unit.own_word for unit in items] == [3, 3]
    assert {each.piece for unit in items for each in unit.heard if each.concept == "licenses"} == {"closing"}


def test_words_are_counted_without_punctuation_and_in_their_normal_form() -> None:
    assert words("The Author’s “moral rights”, i.e. all, aren't licensed.")[0][:5] == ["the", "author", "'s", "moral", "rights"]
    assert words("The Author doesn't waive.") == [["the", "author", "does", "not", "waive"]]


def test_every_mention_is_where_its_words_are() -> None:
    text = "In short, the Author – a poet – waives (gladly) all moral rights."
    unit = units(text)[0]

    said = {each.concept: (text[each.start : each.end], each.until - each.at) for each in unit.heard}
    assert said["gives-up"] == ("waives", 1)
    assert said["moral-rights"] == ("moral rights", 2)
    assert all(unit.span.start <= each.start < each.end <= unit.span.end for each in unit.heard)


def test_a_label_is_part_of_its_entry_and_a_heading_is_not_part_of_its_clause() -> None:
    long = f"Moral rights: The Author, {'who wrote it alone, ' * 8}waives nothing."

    assert [unit.span.of(text) for text in ("Moral rights: waived",) for unit in units(text)] == ["Moral rights: waived"]
    assert units(long)[0].span.of(long).startswith("The Author")
