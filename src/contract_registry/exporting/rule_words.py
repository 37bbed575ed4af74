"""What a rule looks for, in words: the way the right goes, what is done or denied, the limits, what must be there together or missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from contract_registry.core.rules.rule import Flow, Function, Misfire, Named, Polarity, Rule, Threshold
from contract_registry.exporting.markdown import Markdown, bold, escaped
from contract_registry.exporting.pattern_words import pattern_in_words
from contract_registry.exporting.plain_words import listed
from contract_registry.exporting.severity_words import PHRASES
from contract_registry.exporting.whereabouts import LANGUAGES

FLOWS: dict[Flow, str] = {
    "from creator": "that the right goes from you to them",
    "to creator": "that the right goes from them to you",
    "by engager": "that they are the ones who act",
    "by creator": "that you are the one who acts",
    "any": "",
    "either side": "",
}
POLARITIES: dict[Polarity, str] = {"affirmed": "that it is done, not denied", "denied": "that it is denied or forbidden", "any": ""}
FUNCTIONS: dict[Function, str] = {
    "operative": "sentences that bind",
    "definition": "definitions",
    "recital": "recitals",
    "heading": "headings",
    "warranty": "warranties",
    "example": "examples",
    "remark": "remarks",
    "description": "descriptions",
}


def context_in_words(rule: Rule) -> str:
    """Which sentences are read and what is asked of them: `It reads sentences that bind, each by itself, and asks that you are the one who acts.` Empty for a rule without patterns."""
    looks = rule.looks_for
    if looks is None:
        return ""
    how = "those of a clause together" if looks.within == "clause" else "each by itself"
    asked = [each for each in (FLOWS[looks.flow], POLARITIES[looks.polarity]) if each]
    asks = f"and asks {' and '.join(asked)}" if asked else "whoever acts, and whether it is done or denied"
    told = [f"It reads {listed(sorted(FUNCTIONS[each] for each in looks.functions))}, {how}, {asks}."]
    if looks.through_definitions:
        told.append("Words may come from the definition of a term.")
    if looks.document_kinds:
        told.append(f"Only in these documents: {', '.join(sorted(looks.document_kinds))}.")
    return " ".join(told)


def threshold_in_words(threshold: Threshold) -> str:
    """The limit in words: `Only from 45 days upwards.` It ends with a full stop."""
    limits = [(threshold.at_least, "from {} {} upwards"), (threshold.at_most, "up to {} {}")]
    return f"Only {' and '.join(said.format(f'{limit:g}', threshold.unit) for limit, said in limits if limit is not None)}."


def exceptions_in_words(named: Iterable[Named]) -> Iterator[Markdown]:
    """Each exception by its name, with the words that make it."""
    for each in named:
        ways = "; or ".join(pattern_in_words(pattern.text) for pattern in each.patterns)
        yield Markdown(f"{bold(each.name.replace('-', ' '))}: {ways}")


def reasons_in_words(named: Iterable[Named]) -> Iterator[Markdown]:
    """What makes it graver or milder, in the phrase that reports use, with the words that make it."""
    for each in named:
        ways = "; or ".join(pattern_in_words(pattern.text) for pattern in each.patterns)
        yield Markdown(f"{escaped(PHRASES.get(each.name, each.name.replace('-', ' ')))}: {ways}")


def misfire_shown(rule: Rule, misfire: Misfire) -> tuple[str, str]:
    """What the rule does on the text of a misfire, and that text; empty where it shows none."""
    wrongly, overlooks = ("It finds", "It overlooks") if rule.looks_for else ("It speaks on", "It is silent on")
    return (wrongly, misfire.wrongly_finds) if misfire.wrongly_finds else (overlooks, misfire.overlooks)


def for_whom(rule: Rule) -> str:
    """Whose contracts it reads: `Contracts in English and German.` Limits to sectors, roles or laws follow."""
    languages = listed([LANGUAGES.get(each, each) for each in sorted(rule.languages)]) or "any language"
    only = [f"{name} {', '.join(sorted(values))}" for name, values in _limits(rule) if values]
    return f"Contracts in {languages}" + (f"; only for {'; '.join(only)}" if only else "") + "."


def _limits(rule: Rule) -> Iterator[tuple[str, Iterable[str]]]:
    yield "the sectors", rule.sectors
    yield "the roles", rule.roles
    yield "the law of", rule.jurisdictions
