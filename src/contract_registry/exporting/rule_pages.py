"""A page for each rule and each type in Markdown, and an index: the rules as union officers and lawyers read them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from contract_registry.core.contracts.place_codes import place_called
from contract_registry.core.rules.patterns import SIDES
from contract_registry.core.rules.rule import Rule, patterns_of
from contract_registry.core.rules.rulebook import ClauseType, Rulebook
from contract_registry.core.rules.vocabulary import Vocabulary
from contract_registry.exporting import pack_words, plain_words, rule_words
from contract_registry.exporting.law import law_sentence, subject_of
from contract_registry.exporting.markdown import Markdown, link, page, quoted
from contract_registry.exporting.pattern_words import idea_name, pattern_in_words
from contract_registry.exporting.rule_atlas import INDEX, Atlas, rule_path, title_of, type_path

Cases = Mapping[str, Sequence[Mapping[str, Any]]]
MOST_EXAMPLES = 6


class Idea(NamedTuple):
    """A concept of the vocabulary: its name in words, what it means, some of its phrases, and how many it has in all."""

    name: str
    means: str
    examples: tuple[str, ...]
    ways: int


def rule_pages(rulebook: Rulebook, cases: Cases, made: str, rules_at: str = "") -> dict[str, str]:
    """The text of every page by its path in a folder of pages; `made` says how they are made.

    `rules_at` is the way from that folder to the folder of rules, empty where no page is to lead there.
    """
    atlas = Atlas.of(rulebook)
    everywhere = {
        "atlas": atlas,
        "made": Markdown(made),
        "words": plain_words,
        "rule_path": rule_path,
        "type_path": type_path,
        "link": link,
    }
    pages = {INDEX: page("rules.md.jinja", **everywhere, where_it_speaks=pack_words.where_it_speaks)}
    for rule in rulebook.rules:
        pages[rule_path(rule)] = page("rule.md.jinja", **everywhere, **_about_rule(rule, atlas, cases.get(rule.id, ()), rules_at))
    for each in atlas.types.values():
        pages[type_path(each.id)] = page("type.md.jinja", **everywhere, **_about_type(each, atlas))
    return pages


def _about_rule(rule: Rule, atlas: Atlas, cases: Sequence[Mapping[str, Any]], rules_at: str) -> dict[str, object]:
    stem = rule_path(rule).removesuffix(".md")
    return {
        "rule": rule,
        "title": title_of(rule),
        "speaks": pack_words.where_it_speaks(atlas.pack_of(rule)),
        "type": atlas.types[rule.type],
        "laws": [law_sentence(law, subject_of(rule)) for law in rule.legal_basis],
        "has_unread_law": any(law.confidence != "read" for law in rule.legal_basis),
        "says": rule_words,
        "in_words": pattern_in_words,
        "ideas": tuple(_ideas(rule, atlas.rulebook.vocabulary)),
        "quoted": quoted,
        "finds": [case for case in cases if case["finds"] or case["unclear"] or case["speaks"]],
        "leaves": [case for case in cases if not (case["finds"] or case["unclear"] or case["speaks"])],
        "file": f"../{rules_at}/packs/{stem}.yaml" if rules_at else "",
    }


def _about_type(type_: ClauseType, atlas: Atlas) -> dict[str, object]:
    rules = atlas.rules_of(type_.id)
    told: dict[str, dict[str, None]] = {}
    for rule in rules:
        for law in rule.legal_basis:
            sentence = law_sentence(law, subject_of(rule)).partition(": ")[2]
            told.setdefault(place_called(law.jurisdiction).removeprefix("the "), {})[sentence[:1].upper() + sentence[1:]] = None
    return {
        "type": type_,
        "rules": rules,
        "laws": {place: tuple(sentences) for place, sentences in told.items()},
        "has_unread_law": any(law.confidence != "read" for rule in rules for law in rule.legal_basis),
        "harm": tuple(dict.fromkeys(rule.about for rule in rules if rule.about)),
        "answers": atlas.answers_to(type_.id),
        "combinations": atlas.combinations_with(type_.id),
        "asked": atlas.absences_asked_by(type_.id),
        "filled": atlas.absences_filled_by(type_.id),
    }


def _ideas(rule: Rule, vocabulary: Vocabulary) -> Iterator[Idea]:
    """The concepts that the patterns of a rule speak in, in the order of their names."""
    spoken = {name for _, pattern in patterns_of(rule) for name in pattern.concepts} - set(SIDES)
    for name in sorted(spoken & vocabulary.keys()):
        concept = vocabulary[name]
        phrases = concept.phrases.get("en") or next(iter(concept.phrases.values()), ())
        yield Idea(idea_name(name), concept.means, tuple(phrases[:MOST_EXAMPLES]), sum(map(len, concept.phrases.values())))
