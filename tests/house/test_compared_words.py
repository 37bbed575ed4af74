"""Words that code compares with the words of a text stand in the form in which those are held: "shall" would never be found, "shal" is."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from contract_registry.core.scanning import company_names, context, let_go, mentions, phrase_tree
from contract_registry.core.scanning.language import normal

MODULES = [
    company_names,
    let_go,
    mentions,
    phrase_tree,
    *(import_module(f"{context.__name__}.{each.name}") for each in iter_modules(context.__path__)),
]
WORD_BY_WORD = [module for module in MODULES if module.__name__.startswith(context.__name__)]
"""Modules whose code compares words of a text with nothing but words in that form."""


def held(value: object) -> Iterator[str]:
    """Every word that a constant holds, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Iterable):
        for each in value:
            yield from held(each)


def constants(module: ModuleType) -> Iterator[tuple[str, str]]:
    for name, value in vars(module).items():
        if name.strip("_").isupper() and not isinstance(value, str):
            yield from ((name, word) for word in held(value))


def written(module: ModuleType) -> Iterator[tuple[str, str]]:
    """The strings in the bodies of functions, but for what describes them."""
    for function in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(function, ast.FunctionDef):
            for statement in function.body[bool(ast.get_docstring(function)) :]:
                for node in ast.walk(statement):
                    if isinstance(node, ast.Constant) and isinstance(node.value, str):
                        yield function.name, node.value


def never_found(words: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted({(place, word) for place, word in words if normal(word) != word})


def test_no_list_of_words_holds_one_that_no_text_can_hold() -> None:
    found = {module.__name__: never_found(constants(module)) for module in MODULES}

    assert len(MODULES) > 15
    assert {name: words for name, words in found.items() if words} == {}


def test_no_function_asks_for_a_word_that_no_text_can_hold() -> None:
    found = {module.__name__: never_found(written(module)) for module in WORD_BY_WORD}

    assert {name: words for name, words in found.items() if words} == {}


def test_a_word_in_the_spelling_of_a_dictionary_is_told() -> None:
    module = ModuleType("planted")
    module.__dict__.update(_MODALS=frozenset({"may", "shall"}), _PAIRS=(("by", "law"), ("on", "licence")))

    assert never_found(constants(module)) == [("_MODALS", "shall"), ("_PAIRS", "licence")]
