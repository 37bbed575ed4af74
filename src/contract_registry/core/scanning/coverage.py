"""What these rules cannot judge: languages that no rule is written in, sentences too long to be heard at once, what is no contract at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from contract_registry.core.clauses.language_profiles import NAMES
from contract_registry.core.clauses.tree import DocumentKind
from contract_registry.core.document import Problem
from contract_registry.core.rules.rule import Rule
from contract_registry.core.text import Span, opening

_FAMILIES = {"moral": "moral rights", "ai": "AI", "buyout": "buy-outs", "terms": "other terms"}


def language_problems(languages: Iterable[str], rules: Iterable[Rule]) -> tuple[Problem, ...]:
    """A problem for each of the document's languages in which some family of harm has no rule; each withholds the word *fine*."""
    harms = [rule for rule in rules if rule.family in _FAMILIES]
    families = {rule.family for rule in harms}
    spoken = [(language, {rule.family for rule in harms if language in rule.languages}) for language in languages]
    how_much = "Part of this is" if len(spoken) > 1 else "This is"
    return tuple(Problem("language not covered", _said(how_much, language, heard)) for language, heard in spoken if heard != families)


def kind_problems(kind: DocumentKind) -> tuple[Problem, ...]:
    """A problem where the document tells of contracts and is none, so that no rule speaks on it; it withholds the word *fine*."""
    if kind != "commentary":
        return ()
    return (
        Problem(
            "not a contract",
            "This reads like writing about contracts (a chapter, an article, a judgment), so nothing in it was judged. "
            "To have a clause judged that it quotes, scan that clause alone.",
        ),
    )


def length_problems(in_parts: Mapping[Span, int], text: str) -> tuple[Problem, ...]:
    """A problem for each sentence of `text` that was heard in so many parts; each withholds the word *fine*."""
    return tuple(
        Problem(
            "judged in parts",
            f'The passage that begins "{opening(text, span)}" is too long to be judged at once. It was judged in {parts} parts, and what '
            "belongs together across two of them may have been missed: read it yourself.",
        )
        for span, parts in in_parts.items()
    )


def _said(how_much: str, language: str, heard: AbstractSet[str]) -> str:
    name = NAMES.get(language, f"a language with the code {language!r}")
    read = [words for family, words in _FAMILIES.items() if family in heard]
    if not read:
        return f"{how_much} in {name}, which no rule here reads: have it read by somebody who knows the language and the law there."
    return f"{how_much} in {name}, in which these rules know only {_listed(read)}: other clauses in it were not judged."


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
