"""What a look into the vocabulary found, as text and as JSON."""

from __future__ import annotations

from contract_registry.exporting.json_text import json_page
from contract_registry.operations.concepts import LookedUp, Said

MOST_NEAR = 8
_ADD = "Write them as plain words in a pattern, or add a concept: README.md shows one under “Vocabulary”."


def looked_up_as_text(found: LookedUp, *, width: int, colour: bool) -> str:
    """The concepts heard in the words, then those that speak of them; every concept in short where no words were given."""
    from contract_registry.exporting.terminal_concepts import concepts_list, concepts_page

    if not found.words:
        return concepts_list((each.concept for each in found.near), width=width, colour=colour)
    heard = concepts_page("Heard in these words:", ((each.concept, each.words, True) for each in found.heard), width=width, colour=colour)
    title = "These speak of them, too:" if heard else "No concept is heard in these words. These speak of them:"
    shown = found.near[:MOST_NEAR]
    near = concepts_page(title, ((each.concept, each.words, False) for each in shown), width=width, colour=colour)
    more = f"{len(found.near) - MOST_NEAR} more speak of them; ask with more words to see fewer.\n" if len(found.near) > MOST_NEAR else ""
    return "\n".join(filter(None, (heard, near, more))) or f"No concept says these words, or speaks of them. {_ADD}\n"


def looked_up_as_json(found: LookedUp) -> str:
    """The same for a program, with every way to say each concept."""
    return json_page(
        {"schema": 1, "words": found.words, "heard": [_form(each) for each in found.heard], "near": [_form(each) for each in found.near]}
    )


def _form(said: Said) -> dict[str, object]:
    concept = said.concept
    return {
        "name": concept.name,
        "means": " ".join(concept.means.split()),
        "act": concept.act,
        "found_by": list(said.words),
        "places": list(concept.places),
        "languages": sorted(concept.phrases),
        "phrases": {language: list(phrases) for language, phrases in concept.phrases.items()},
        "rules": list(concept.rules),
    }
