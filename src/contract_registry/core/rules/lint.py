"""What can be wrong with rule files that are well formed each by itself: names nobody knows, cases that are missing or cannot hold."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from contract_registry.core.rules.essay import placeholder_complaints
from contract_registry.core.rules.mistakes import FieldPath
from contract_registry.core.rules.patterns import QUANTITIES, SIDES, Pattern
from contract_registry.core.rules.rule import Rule, patterns_of
from contract_registry.core.rules.rule_file import RuleFile
from contract_registry.core.rules.rulebook import Rulebook
from contract_registry.core.rules.vocabulary import PhraseMistake, expand
from contract_registry.errors import Complaint

WAYS = ("verbs", "nouns", "phrases")
MULTIPLIED_OUT = (*WAYS, "but_not")
_VERY_NEAR = 0.9


def phrase_complaints(vocabularies: Iterable[RuleFile]) -> Iterator[Complaint]:
    """Phrases that were written wrongly."""
    for file in vocabularies:
        for name, concept in file.data["concepts"].items():
            for way in MULTIPLIED_OUT:
                for number, phrase in enumerate(concept[way]):
                    try:
                        expand(phrase)
                    except PhraseMistake as mistake:
                        yield file.complaint(("concepts", name, way, number), str(mistake))


def vocabulary_complaints(files: Iterable[RuleFile], rulebook: Rulebook, unread: Collection[str]) -> Iterator[Complaint]:
    """Concepts that say nothing, or include what no vocabulary has; one may hold only what others that include it do not mean."""
    for file in files:
        for name, concept in file.data["concepts"].items():
            if not any(concept[way] for way in (*WAYS, "includes", "but_not")):
                yield file.complaint(("concepts", name), "has no words.", "Give it `verbs`, `nouns` or `phrases`.")
            for included in concept["includes"]:
                if included not in rulebook.vocabulary and not _any_vocabulary(unread):
                    remedy = _did_you_mean(included, rulebook.vocabulary)
                    yield file.complaint(("concepts", name, "includes"), f"includes {included}, which no vocabulary has.", remedy)


def pack_complaints(every: Iterable[RuleFile], unread: Collection[str]) -> Iterator[Complaint]:
    """Packs that are not called like their folders or include what is not there, and folders of rules without a pack."""
    files = list(every)
    known = {file.data["id"] for file in files if file.form == "pack"}
    folders = {file.pack for file in files if file.form == "pack"} | {name.split("/")[1] for name in unread if name.endswith("/pack.yaml")}
    for file in files:
        if file.form == "pack":
            if file.data["id"] != file.pack:
                yield file.complaint(("id",), f"is {file.data['id']!r}, but its folder is {file.pack}.", f"Write {file.pack}.")
            for included in sorted(set(file.data["includes"]) - known):
                yield file.complaint(("includes",), f"includes {included}, which is not here.", f"Packs here: {', '.join(sorted(known))}.")
        elif file.form == "rule" and file.pack not in folders:
            yield file.complaint((), f"its folder {file.pack} has no pack.yaml.", "Write one, or move the rule to another pack.")


def sign_complaints(every: Iterable[RuleFile], rulebook: Rulebook, unread: Collection[str]) -> Iterator[Complaint]:
    """Packs whose sector is shown by ideas that no vocabulary has, or that have no sector to show."""
    for file in every:
        if file.form != "pack" or not file.data["shown_by"]:
            continue
        if not file.data["sectors"]:
            yield file.complaint(("shown_by",), "shows the sector of a pack that is for everybody.", "Say `sectors`, or leave it out.")
        for idea in file.data["shown_by"]["ideas"]:
            if idea not in rulebook.vocabulary and not _any_vocabulary(unread):
                yield file.complaint(
                    ("shown_by", "ideas"), f"names {idea}, which no vocabulary has.", _did_you_mean(idea, rulebook.vocabulary)
                )


def rule_complaints(
    rulebook: Rulebook, sources: Mapping[str, RuleFile], unread: Collection[str], *, even_unwritten: bool = False
) -> Iterator[Complaint]:
    """Rules that speak of what is not there, or of nothing yet; with `even_unwritten` the latter are let through."""
    spoken = {name for rule in rulebook.rules for name in (rule.id, rule.type)}
    for rule in rulebook.rules:
        file = sources[rule.id]
        if rule.id != f"{rule.pack}.{file.stem}":
            place = f"is {rule.id!r}, but the file is {file.pack}/{file.stem}.yaml."
            yield file.complaint(("id",), place, f"Call it {rule.pack}.{file.stem}.")
        if rule.superseded_by and rule.superseded_by not in sources and not unread:
            known = difflib.get_close_matches(rule.superseded_by, sources, n=1)
            yield file.complaint(("superseded_by",), f"is {rule.superseded_by}, which is no rule here.", _question(known))
        if rulebook.types and rule.type not in rulebook.types:
            yield file.complaint(("type",), f"is {rule.type}, which is not in types.yaml.", type_remedy(rule.type, rulebook.types))
        if rule.status != "draft" and not even_unwritten:
            yield from placeholder_complaints(file)
        yield from _pattern_complaints(rule, file, rulebook, unread)
        yield from _name_complaints(rule, file, spoken)
        if not _any_vocabulary(unread):
            yield from _flow_complaints(rule, file, rulebook)


def type_complaints(every: Iterable[RuleFile], rulebook: Rulebook) -> Iterator[Complaint]:
    """Types that are said to imply what is no type, or one of another family, whose words nobody would look for beside it."""
    for file in every:
        for name, kind in file.data["types"].items() if file.form == "types" else ():
            for implied in kind["implies"]:
                if implied not in rulebook.types:
                    place = f"names {implied}, which is not in types.yaml."
                    yield file.complaint(("types", name, "implies"), place, _did_you_mean(implied, rulebook.types))
                elif implied.partition("-")[0] != name.partition("-")[0] or implied == name:
                    yield file.complaint(
                        ("types", name, "implies"), f"names {implied}: a type implies others of its family.", "Leave it out."
                    )


def type_remedy(type_name: str, known: Iterable[str]) -> str:
    """What to do about a type that the list does not have: take one that is there, or have it added, by whom and where."""
    near = difflib.get_close_matches(type_name, list(known), n=3)
    nearest = f"Nearest in it: {' or '.join(near)}. " if near else ""
    agreed = "in a change of its own, once the union's rule editors agree to it"
    return f"{nearest}A new type is added to types.yaml with `title` and `means`, {agreed}."


def case_complaints(every: Iterable[RuleFile], unread: Collection[str]) -> Iterator[Complaint]:
    """Rules without the cases they need, cases without their rule, and cases that can never hold."""
    files = list(every)
    beside = {(file.pack, file.stem): file for file in files if file.form == "cases"}
    for file in files:
        if file.form != "rule":
            continue
        cases = beside.pop((file.pack, file.stem), None)
        if cases is not None:
            yield from _cases_beside(file, cases)
        elif file.data["status"] != "retired" and f"packs/{file.pack}/{file.stem}.cases.yaml" not in unread:
            remedy = "Write one case in which it speaks and one that it leaves alone."
            yield file.complaint((), f"has no cases beside it ({file.stem}.cases.yaml).", remedy)
    for left in beside.values():
        if f"packs/{left.pack}/{left.stem}.yaml" not in unread:
            yield left.complaint((), "stands beside no rule.", "Give it the stem of its rule, or remove it.")


def _pattern_complaints(rule: Rule, file: RuleFile, rulebook: Rulebook, unread: Collection[str]) -> Iterator[Complaint]:
    known = (*QUANTITIES, *SIDES, *rulebook.vocabulary)
    for path, pattern in patterns_of(rule):
        for concept in sorted(pattern.concepts):
            if concept.startswith("="):
                if concept[1:] in rulebook.vocabulary and "-" in concept:
                    yield file.complaint(path, f"reads {concept[1:]} as plain words.", f"A concept stands in braces: {{{concept[1:]}}}.")
            elif concept not in known and not _any_vocabulary(unread):
                remedy = _did_you_mean(concept, (*SIDES, *rulebook.vocabulary))
                yield file.complaint(path, f"speaks of {{{concept}}}, which no vocabulary has.", remedy)
    written = Counter(pattern.text for pattern in rule.looks_for.every) if rule.looks_for else Counter[str]()
    for text in [text for text, times in written.items() if times > 1]:
        yield file.complaint(("looks_for", "any_of"), f"holds {text!r} twice.", "Once is enough.")
    if rule.threshold and rule.looks_for and not any(_holds(f"#{rule.threshold.unit}", pattern) for pattern in rule.looks_for.every):
        remedy = "Put it into `any_of` where the number stands, with the whole pattern in quotes."
        yield file.complaint(("threshold", "unit"), f"no pattern holds #{rule.threshold.unit}.", remedy)


def _flow_complaints(rule: Rule, file: RuleFile, rulebook: Rulebook) -> Iterator[Complaint]:
    """A flow that is asked for where no pattern holds a concept that says who does what."""
    if rule.looks_for is None or rule.looks_for.flow == "any":
        return
    concepts = {name for pattern in rule.looks_for.every for name in pattern.concepts if name in rulebook.vocabulary}
    if not any(rulebook.vocabulary[name].act for name in concepts):
        problem = f"is {rule.looks_for.flow}, but no concept of its patterns has an `act`, so nobody can tell who does what."
        remedy = f"Give {{{min(concepts)}}} an `act` in the vocabulary, or write `flow: any`." if concepts else "Write `flow: any`."
        yield file.complaint(("looks_for", "flow"), problem, remedy)


def _name_complaints(rule: Rule, file: RuleFile, spoken: Collection[str]) -> Iterator[Complaint]:
    """Names of types and rules that are all but spelled like one that is there."""
    named: list[tuple[tuple[str, str], Sequence[str]]] = []
    if rule.combines:
        named += [(("combines", "all_of"), group) for group in rule.combines.groups]
        named.append((("combines", "without"), rule.combines.without))
    if rule.absent:
        named += [(("absent", "none_of"), rule.absent.types), (("absent", "when_found"), rule.absent.when_found)]
    for path, names in named:
        for name in names:
            near = difflib.get_close_matches(name, sorted(spoken), n=1, cutoff=_VERY_NEAR)
            if name not in spoken and near:
                yield file.complaint(path, f"names {name}, which no rule finds.", _question(near))


def _cases_beside(rule: RuleFile, cases: RuleFile) -> Iterator[Complaint]:
    if cases.data["rule"] != rule.data["id"]:
        yield cases.complaint(("rule",), f"is {cases.data['rule']!r}, but it stands beside {rule.data['id']}.", f"Write {rule.data['id']}.")
    speaks = [bool(case["finds"] or case["unclear"] or case["speaks"]) for case in cases.data["cases"]]
    if not any(speaks) or all(speaks):
        missing = "finds" if not any(speaks) else "leaves alone"
        remedy = "Each rule has at least one it finds and one it leaves alone."
        yield cases.complaint(("cases",), f"has no case that the rule {missing}.", remedy)
    said = Counter(case["says"] for case in cases.data["cases"])
    for number, case in enumerate(cases.data["cases"]):
        if said[case["says"]] > 1:
            yield cases.complaint(("cases", number, "says"), "says what another case says.", "Tell them apart by what each is about.")
        if rule.data["looks_for"]:
            yield from _one_case(case, ("cases", number), cases, rule.data["unless"])
        elif case["speaks"] is None or any(case[field] for field in ("finds", "unclear", "excused_by", "severity")):
            problem = "is of a rule that quotes no words of its own."
            yield cases.complaint(("cases", number), problem, "Say `speaks: true` or `speaks: false`, and nothing of `finds` and the like.")


def _one_case(case: Mapping[str, Any], at: FieldPath, cases: RuleFile, exceptions: Collection[str]) -> Iterator[Complaint]:
    if case["speaks"] is not None:
        yield cases.complaint((*at, "speaks"), "is for rules without words of their own.", "Say with `finds` which words must be quoted.")
    for field in ("finds", "unclear"):
        for words in case[field]:
            if words not in case["text"]:
                problem = f"holds {words!r}, which is not in the text of the case."
                yield cases.complaint((*at, field), problem, "Copy the words from the text, letter for letter.")
    if case["excused_by"] and case["excused_by"] not in exceptions:
        known = ", ".join(exceptions) or "none"
        yield cases.complaint(
            (*at, "excused_by"), f"is {case['excused_by']}, which is no exception of the rule.", f"Under `unless`: {known}."
        )
    elif case["excused_by"] and case["finds"]:
        yield cases.complaint((*at, "excused_by"), "cannot stand beside `finds`.", "A text is found or excused: keep one of them.")


def _holds(concept: str, pattern: Pattern) -> bool:
    return concept in pattern.concepts


def _any_vocabulary(unread: Collection[str]) -> bool:
    return any(name.startswith("vocabulary/") for name in unread)


def _did_you_mean(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, list(known), n=1)
    return (
        f"Did you mean {{{near[0]}}}?"
        if near
        else "Add it to a file in clause_rules/vocabulary/, or write it as plain words without braces; "
        "`contract-registry rules concepts WORDS` finds those that are there."
    )


def _question(near: Sequence[str]) -> str:
    return f"Did you mean {near[0]}?" if near else "Write the id of a rule that is here."
