"""From checked plain data to the values the scanner works with: rules, concepts, packs, a rulebook."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from contract_registry.core.rules.patterns import Pattern, PatternMistake, parse_pattern
from contract_registry.core.rules.rule import Absent, Combines, LegalBasis, LooksFor, Misfire, Named, Rule, Threshold, Wording
from contract_registry.core.rules.rulebook import ClauseType, Pack, Rulebook, Signs
from contract_registry.core.rules.vocabulary import Concept, Entry, Phrases

Data = Mapping[str, Any]
Mistakes = list[tuple[tuple[str | int, ...], str]]
_Written = dict[str, dict[str, list[Entry]]]

_NOT_IN_FINGERPRINT = frozenset({"version", "status", "superseded_by", "sign_off", "schema"})


def fingerprint_of(data: Data) -> str:
    """The sha256 (first 16 hexadecimal digits) of what a rule or vocabulary says, apart from its version and standing.

    Fields left empty do not count, so that a field which later versions of the form add changes no fingerprint.
    """
    said = {key: value for key, value in data.items() if key not in _NOT_IN_FINGERPRINT}
    return hashlib.sha256(json.dumps(_filled(said), sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:16]


def _filled(value: Any) -> Any:  # noqa: ANN401
    """`value` without the fields that hold nothing."""
    if isinstance(value, Mapping):
        filled = {key: _filled(below) for key, below in value.items()}
        return {key: below for key, below in filled.items() if below not in ("", [], {}) and below is not None and below is not False}
    return [_filled(each) for each in value] if isinstance(value, list) else value


def build_rule(data: Data, pack: str) -> tuple[Rule | None, Mistakes]:
    """The rule in `data` (already in the form's full shape), or None with the mistakes in its patterns."""
    patterns = _PatternReader()
    looks_for = data["looks_for"]
    applies, in_force, threshold = data["applies_to"], data["in_force"], data["threshold"]
    rule = Rule(
        id=data["id"],
        version=data["version"],
        title=data["title"],
        status=data["status"],
        family=data["family"],
        type=data["type"],
        severity=data["severity"],
        why=_flowing(data["why"]),
        questions=tuple(_flowing(question) for question in data["questions"]),
        wording=Wording(**{name: _flowing(words) for name, words in data["wording"].items()}),
        legal_basis=tuple(_basis(each) for each in data["legal_basis"]),
        no_legal_basis=_flowing(data["no_legal_basis"]),
        known_misfires=tuple(_misfire(each) for each in data["known_misfires"]),
        references=tuple(data["references"]),
        principles=tuple(data["principles"]),
        sectors=frozenset(applies["sectors"]),
        roles=frozenset(applies["roles"]),
        jurisdictions=frozenset(applies["jurisdictions"]),
        languages=frozenset(applies["languages"]),
        in_force_from=in_force["from"] or "",
        in_force_until=in_force["until"] or "",
        about=data["about"],
        gives_way_to=frozenset(data["gives_way_to"]),
        superseded_by=data["superseded_by"],
        pack=pack,
        owner=data["owner"],
        sign_off=data["sign_off"],
        looks_for=patterns.looks_for(looks_for) if looks_for else None,
        combines=Combines(tuple(tuple(group) for group in data["combines"]["all_of"]), tuple(data["combines"]["without"]))
        if data["combines"]
        else None,
        absent=patterns.absent(data["absent"]) if data["absent"] else None,
        threshold=Threshold(**threshold) if threshold else None,
        unless=patterns.named("unless", data["unless"]),
        unclear_when=patterns.named("unclear_when", data["unclear_when"]),
        raises=patterns.named("raises", data["raises"]),
        lowers=patterns.named("lowers", data["lowers"]),
        unclear_unless_about=patterns.patterns(("unclear_unless_about",), data["unclear_unless_about"]),
        question=_flowing(data["question"]),
        fingerprint=fingerprint_of(data),
    )
    return (None if patterns.mistakes else rule), patterns.mistakes


def build_pack(data: Data) -> Pack:
    """The pack in `data`."""
    return Pack(
        id=data["id"],
        title=data["title"],
        version=data["version"],
        date=data["date"],
        sectors=frozenset(data["sectors"]),
        languages=frozenset(data["languages"]),
        includes=tuple(data["includes"]),
        owner=data["owner"],
        shown_by=_signs(data["shown_by"]) if data["shown_by"] else None,
    )


def _signs(data: Data) -> Signs:
    return Signs(tuple(data["ideas"]), data["at_least"], frozenset(data["document_kinds"]))


def _told(signs: Signs | None) -> str:
    return f" {signs.ideas} {signs.at_least} {sorted(signs.document_kinds)}" if signs else ""


def build_vocabulary(files: Iterable[Data]) -> dict[str, Concept]:
    """All concepts of all vocabulary files: one concept may be spread over several languages; `includes` is followed to the end."""
    acts: dict[str, str] = {}
    means: dict[str, str] = {}
    said: _Written = {}
    unsaid: _Written = {}
    includes: dict[str, set[str]] = {}
    for file in files:
        language = file["language"]
        for name, entry in file["concepts"].items():
            acts[name] = acts.get(name) or entry["act"]
            means[name] = means.get(name) or entry["means"]
            ways = Entry(tuple(entry["verbs"]), tuple(entry["nouns"]), tuple(entry["phrases"]), inflect=language == "en")
            said.setdefault(name, {}).setdefault(language, []).append(ways)
            unsaid.setdefault(name, {}).setdefault(language, []).append(Entry(phrases=tuple(entry["but_not"])))
            includes.setdefault(name, set()).update(entry["includes"])
    vocabulary = {}
    for name in sorted(said):
        every = _closure(name, includes)
        vocabulary[name] = Concept(name, means[name], acts[name], _by_language(every, said), _by_language(every, unsaid))  # type: ignore[arg-type]
    return vocabulary


def _by_language(names: Iterable[str], written: _Written) -> Phrases:
    """What any of the concepts `names` says, by language."""
    entries: dict[str, list[Entry]] = {}
    for name in names:
        for language, ways in written.get(name, {}).items():
            entries.setdefault(language, []).extend(each for each in ways if each.verbs or each.nouns or each.phrases)
    return Phrases(entries)


def build_types(files: Iterable[Data]) -> dict[str, ClauseType]:
    """All types of all lists, in the order written."""
    return {
        name: ClauseType(name, _flowing(each["title"]), _flowing(each["means"]), frozenset(each["implies"]))
        for file in files
        for name, each in file["types"].items()
    }


def build_rulebook(packs: Iterable[Pack], rules: Iterable[Rule], vocabularies: Iterable[Data], types: Iterable[Data] = ()) -> Rulebook:
    """The rulebook of these parts, rules sorted by id, so that the same files always make the same rulebook."""
    files = list(vocabularies)
    ordered = tuple(sorted(rules, key=lambda rule: rule.id))
    every_pack = tuple(sorted(packs, key=lambda pack: pack.id))
    told = [f"{rule.id} {rule.version} {rule.status} {rule.fingerprint}" for rule in ordered]
    told += [f"{pack.id} {pack.version} {pack.date} {sorted(pack.sectors)} {pack.includes}{_told(pack.shown_by)}" for pack in every_pack]
    told += sorted(fingerprint_of(file) for file in files)
    kinds = build_types(types)
    told += sorted(f"{kind.id} implies {sorted(kind.implies)}" for kind in kinds.values() if kind.implies)
    return Rulebook(
        packs=every_pack,
        rules=ordered,
        vocabulary=build_vocabulary(files),
        date=max((pack.date for pack in every_pack), default=""),
        fingerprint=hashlib.sha256("\n".join(told).encode()).hexdigest(),
        types=kinds,
    )


def _closure(name: str, includes: Mapping[str, set[str]]) -> list[str]:
    reached, waiting = {name}, [name]
    while waiting:
        for more in includes.get(waiting.pop(), ()):
            if more not in reached:
                reached.add(more)
                waiting.append(more)
    return sorted(reached)


def _basis(data: Data) -> LegalBasis:
    named = ("jurisdiction", "citation", "proposition", "effect", "as_at", "confidence")
    return LegalBasis(**{name: data[name] for name in named}, in_force_from=data["from"] or "", in_force_until=data["until"] or "")


def _misfire(data: Data) -> Misfire:
    return Misfire(_flowing(data["says"]), data["wrongly_finds"], data["overlooks"])


def _flowing(text: str) -> str:
    return " ".join(text.split())


class _PatternReader:
    """Parses the patterns of one rule, collecting mistakes with the path to the field each stands in."""

    def __init__(self) -> None:
        self.mistakes: Mistakes = []

    def patterns(self, path: tuple[str | int, ...], texts: Iterable[str]) -> tuple[Pattern, ...]:
        made = []
        for number, text in enumerate(texts):
            try:
                made.append(parse_pattern(text))
            except PatternMistake as mistake:
                self.mistakes.append(((*path, number), str(mistake)))
        return tuple(made)

    def named(self, field: str, data: Mapping[str, str | list[str]]) -> tuple[Named, ...]:
        return tuple(
            Named(name, self.patterns((field, name), [texts] if isinstance(texts, str) else texts)) for name, texts in data.items()
        )

    def looks_for(self, data: Data) -> LooksFor:
        return LooksFor(
            patterns=self.patterns(("looks_for", "any_of"), data["any_of"]),
            in_short_texts=self.patterns(("looks_for", "in_short_texts"), data["in_short_texts"]),
            outright=self.patterns(("looks_for", "outright"), data["outright"]),
            within=data["within"],
            flow=data["flow"],
            polarity=data["polarity"],
            functions=frozenset(data["functions"]),
            document_says=self.patterns(("looks_for", "document_says"), data["document_says"]),
            under=self.patterns(("looks_for", "under"), data["under"]),
            document_kinds=frozenset(data["document_kinds"]),
            through_definitions=data["through_definitions"],
        )

    def absent(self, data: Data) -> Absent:
        return Absent(
            types=tuple(data["none_of"]),
            patterns=self.patterns(("absent", "no_words"), data["no_words"]),
            when_found=tuple(data["when_found"]),
            document_kinds=frozenset(data["document_kinds"]),
            polarity=data["polarity"],
        )
