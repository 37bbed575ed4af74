"""Whether a rule that speaks tells all a person needs: why, what to ask, what to propose, the law, and all of it in words that may be used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from contract_registry.core.rules.mistakes import FieldPath
from contract_registry.core.rules.rule import Rule
from contract_registry.core.rules.rule_file import RuleFile
from contract_registry.core.rules.rulebook import Rulebook
from contract_registry.core.rules.speech import LONGEST_SAID, LONGEST_WORDING, law_spoken_of, mistakes_in
from contract_registry.core.rules.template import PLACEHOLDERS
from contract_registry.errors import Complaint

_OR_DRAFT = "or leave the rule a draft"
_OF_HARM = {
    "ideal": "the wording to open with",
    "acceptable": "the wording to settle for",
    "walk_away": "the words at which to stop",
}
_OF_PROTECTION = {"ideal": "the wording to have", "weakened_by": "the words that take back what it gives"}


def essay_complaints(rulebook: Rulebook, files: Iterable[RuleFile]) -> Iterator[Complaint]:
    """What rules on trial or signed off still have to say, and what they or the list of types say otherwise than they may.

    Drafts and retired rules speak to nobody.
    """
    every = list(files)
    by_id = {file.data["id"]: file for file in every if file.form == "rule"}
    for file in every:
        if file.form == "types":
            yield from _of_types(file)
    for rule in rulebook.rules:
        if rule.status in {"trial", "stable"}:
            yield from _of_one(rule, by_id[rule.id])


def _of_one(rule: Rule, file: RuleFile) -> Iterator[Complaint]:
    yield from placeholder_complaints(file)
    for path, missing in gaps(rule):
        yield file.complaint(path, "is missing.", f"Write {missing}, {_OR_DRAFT}.")
    for path, text, longest in _told(rule):
        for problem, remedy in mistakes_in(text, longest):
            yield file.complaint(path, problem, remedy)
    if rule.legal_basis and rule.no_legal_basis:
        yield file.complaint(("no_legal_basis",), "stands beside `legal_basis`.", "Keep one of them.")
    elif not rule.legal_basis:
        yield from _law_without_basis(rule, file)


def _of_types(file: RuleFile) -> Iterator[Complaint]:
    for name, each in file.data["types"].items():
        for field in ("title", "means"):
            for problem, remedy in mistakes_in(each[field]):
                yield file.complaint(("types", name, field), problem, remedy)


def placeholder_complaints(file: RuleFile) -> Iterator[Complaint]:
    """The fields of a rule which still hold what a new rule begins with."""
    for path, what in _placeholders(file):
        yield file.complaint(path, "still holds the words a new rule begins with.", f"Write {what}, {_OR_DRAFT}.")


def unwritten(rule: Rule, file: RuleFile) -> tuple[str, ...]:
    """The names of all fields that are still to write before the rule speaks, in the order of the essay; none where it is whole."""
    paths = (path for path, _ in (*_placeholders(file), *gaps(rule)))
    return tuple(dict.fromkeys(".".join(map(str, path)) for path in paths))


def _placeholders(file: RuleFile) -> Iterator[tuple[FieldPath, str]]:
    for field, what in (
        ("title", "in a few words what the clause does"),
        ("why", "what it does to a person"),
        ("questions", "what to ask"),
    ):
        said = file.data[field]
        if PLACEHOLDERS.intersection(each.strip() for each in ([said] if isinstance(said, str) else said)):
            yield (field,), what


def gaps(rule: Rule) -> Iterator[tuple[FieldPath, str]]:
    """The fields that a rule of this kind needs before it speaks and that are empty, each with what belongs there."""
    if not rule.questions:
        yield ("questions",), "what to ask the other side"
    for step, what in (_OF_PROTECTION if rule.family == "protective" else _OF_HARM).items():
        if not getattr(rule.wording, step):
            yield ("wording", step), what
    if not rule.legal_basis and not rule.no_legal_basis:
        yield ("legal_basis",), "what the law says to it, or why none is cited under `no_legal_basis`"


def _told(rule: Rule) -> Iterator[tuple[FieldPath, str, int]]:
    """Every text that a person is told, with its path and the most words that a sentence of it may have."""
    yield ("title",), rule.title, LONGEST_SAID
    yield ("why",), rule.why, LONGEST_SAID
    yield ("question",), rule.question, LONGEST_SAID
    for at, question in enumerate(rule.questions):
        yield ("questions", at), question, LONGEST_SAID
    for step in (*_OF_HARM, "weakened_by"):
        yield ("wording", step), getattr(rule.wording, step), LONGEST_WORDING
    for at, law in enumerate(rule.legal_basis):
        yield ("legal_basis", at, "proposition"), law.proposition, LONGEST_SAID
    yield ("no_legal_basis",), rule.no_legal_basis, LONGEST_SAID
    for at, misfire in enumerate(rule.known_misfires):
        yield ("known_misfires", at, "says"), misfire.says, LONGEST_SAID


def _law_without_basis(rule: Rule, file: RuleFile) -> Iterator[Complaint]:
    """A rule that cites no law says nothing of what the law makes of the clause."""
    spoken: list[tuple[FieldPath, str]] = [(("title",), rule.title), (("why",), rule.why)]
    spoken += [(("questions", at), question) for at, question in enumerate(rule.questions)]
    for path, text in spoken:
        if words := law_spoken_of(text):
            yield file.complaint(
                path, f'says "{words}", and the rule cites no law.', "Cite it under `legal_basis`, or say it without the law."
            )
