"""Concepts for a terminal: what each means, its act, its file, its languages, and some of the ways to say it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding

from contract_registry.core.rules.concepts import KnownConcept
from contract_registry.exporting.inert import inert
from contract_registry.exporting.plain_words import counted
from contract_registry.exporting.terminal import labelled, rendered, words

MOST_WAYS = 6
_LABEL_WIDTH = 6
_ACTS = {
    "gives": "gives (its doer gives the right away)",
    "lets": "lets (its doer gives leave)",
    "takes": "takes (its doer takes, owns or uses)",
    "passes": "passes (the right goes to the one named after it)",
    "keeps": "keeps (its doer keeps the right)",
}


def concepts_page(
    title: str, concepts: Iterable[tuple[KnownConcept, Sequence[str], bool]], *, width: int = 80, colour: bool = False
) -> str:
    """Concepts under a title, each with the words by which it was found, and whether those were heard; nothing where there are none."""
    every = list(concepts)
    if not every:
        return ""
    parts: list[RenderableType] = [words(title), *(part for each in every for part in _concept(*each))]
    return rendered(parts, width=width, colour=colour)


def concepts_list(concepts: Iterable[KnownConcept], *, width: int = 80, colour: bool = False) -> str:
    """Every concept in a line or two: its name, its act and what it means."""
    rows = ((f"{{{each.name}}}", f"{_flowing(each.means) or '—'}{f' · {each.act}' if each.act else ''}") for each in concepts)
    return rendered((labelled(rows),), width=width, colour=colour)


def _concept(concept: KnownConcept, found_by: Sequence[str], is_heard: bool) -> Iterator[RenderableType]:
    yield Padding(words(f"{{{concept.name}}}", "bold"), (1, 0, 0, 2))
    yield Padding(labelled(_rows(concept, found_by, is_heard), least=_LABEL_WIDTH), (0, 0, 0, 4))


def _rows(concept: KnownConcept, found_by: Sequence[str], is_heard: bool) -> Iterator[tuple[str, str]]:
    yield "Means", _flowing(concept.means) or "nobody has written it down yet: see how it is said"
    if is_heard:
        yield "Heard", ", ".join(f"“{inert(said)}”" for said in found_by)
    ways = _ways(concept, {said.lower() for said in found_by})
    first = [*(found_by if not is_heard else ()), *(way for way in ways if way not in found_by)]
    shown = [way for way in dict.fromkeys(first) if way in ways][:MOST_WAYS]
    if shown:
        more = len(ways) - len(shown)
        yield "Also" if is_heard else "Says", ", ".join(f"“{inert(way)}”" for way in shown) + (f", and {more} more" if more > 0 else "")
    yield "Act", _ACTS.get(concept.act, "none: `flow` has nothing to ask of it")
    yield "File", f"{', '.join(concept.places)} ({', '.join(sorted(concept.phrases))})"
    yield "Rules", f"{counted(len(concept.rules), 'rule')}{f', such as {concept.rules[0]}' if concept.rules else ''}"


def _ways(concept: KnownConcept, found_by: Collection[str]) -> list[str]:
    """Every way to say the concept, in the languages first in which it was found."""
    languages = sorted(concept.phrases.items(), key=lambda each: (not set(found_by).intersection(each[1]), each[0] != "en"))
    return [way for _, ways in languages for way in ways]


def _flowing(text: str) -> str:
    return inert(" ".join(text.split()))
