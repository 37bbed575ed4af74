"""A finder of names that asks a spaCy model which names stand in a text: helpful, never needed."""

from __future__ import annotations

from collections.abc import Iterator

import spacy
from spacy.language import Language

from contract_registry.core.text import Span
from contract_registry.errors import WrongUsage

_NAMES = frozenset({"PERSON", "PER", "ORG", "GPE", "LOC", "FAC", "WORK_OF_ART", "NORP", "MISC", "EVENT", "PRODUCT"})
"""What models call names of people, companies, places and works; sums and dates have finders of their own."""
_AT_ONCE = 10_000
"""Letters read at once: a model's memory rises with them."""
_UNUSED = ("parser", "tagger", "lemmatizer", "attribute_ruler", "senter")
"""What models bring and names are found without."""


class NameModel:
    """The names that a pipeline of spaCy finds."""

    def __init__(self, pipeline: Language) -> None:
        self._pipeline = pipeline

    def names_in(self, text: str) -> Iterator[Span]:
        """Where names stand, read in pieces that end with a line."""
        start = 0
        while start < len(text):
            line = text.rfind("\n", start, start + _AT_ONCE) + 1
            end = line if line > start and start + _AT_ONCE < len(text) else start + _AT_ONCE
            for entity in self._pipeline(text[start:end]).ents:
                if entity.label_ in _NAMES:
                    yield Span(start + entity.start_char, start + entity.end_char)
            start = end


def load_name_model(package: str) -> NameModel:
    """The model that is installed under this name; WrongUsage, with what to do, where none is."""
    try:
        return NameModel(spacy.load(package, exclude=_UNUSED))
    except (OSError, ImportError, ValueError) as error:
        raise WrongUsage(
            f"No model called {package!r} is installed. Install it beside this program, or name none (--name-model, CONTRACT_REGISTRY_NAME_MODEL): names are found without it too."
        ) from error
