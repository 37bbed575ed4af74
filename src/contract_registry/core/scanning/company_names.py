"""Names that hold a word of the vocabulary, of companies ("Mistral AI") and of fields ("consent_ai_twin"): what is called so does nothing by its name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from contract_registry.core.scanning.matchers import Said, Tokens

_AS_OFTEN = 3
"""A name is used again and again; two capitals beside each other once are not one."""
_NO_NAMES = frozenset(
    "generative artificial conversational agentic responsible prohibited approved trained voice using any the our your all such no other this these "
    "third-party custom new and for with about how when what".split()
)


def ai_names(text: str, tokens: Tokens) -> Iterator[Said]:
    """Every place where a name ends in "AI": a capitalised word before it that the document never writes small, three times or more."""
    places = [
        at
        for at, norm in enumerate(tokens.norms)
        if norm == "ai" and at and text[tokens.starts[at] : tokens.ends[at]] == "AI" and _may_be_named(text, tokens, at - 1)
    ]
    often = Counter(tokens.norms[at - 1] for at in places)
    small = {norm for norm, count in often.items() if count < _AS_OFTEN or f" {norm} " in text}
    return (Said(at - 1, at + 1, ("name",)) for at in places if tokens.norms[at - 1] not in small)


def _may_be_named(text: str, tokens: Tokens, at: int) -> bool:
    word = text[tokens.starts[at] : tokens.ends[at]]
    return word[:1].isupper() and not word.isupper() and len(word) > 1 and tokens.norms[at] not in _NO_NAMES


def field_names(tokens: Tokens) -> Iterator[Said]:
    """Every name that joins words by an underscore, as forms and programs name their fields."""
    first = 0
    for at, norm in enumerate(tokens.norms):
        if at and tokens.starts[at] != tokens.ends[at - 1]:
            first = at
        if norm == "_" and first < at < len(tokens.norms) - 1 and tokens.starts[at + 1] == tokens.ends[at] and tokens.are_words[at + 1]:
            yield Said(first, at + 2, ("name",))
