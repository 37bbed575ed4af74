"""The error tree fits on a page, is drawn at its head, and speaks for itself."""

from __future__ import annotations

import inspect
import re

from contract_registry import errors
from contract_registry.errors import ContractRegistryError, UnreadableFile


def drawn() -> dict[str, str]:
    """Each class of the drawing at the head of the module with the class it hangs from."""
    parents: dict[str, str] = {}
    branch: list[str] = []
    for line in (errors.__doc__ or "").splitlines():
        if found := re.match(r"([│├└─ ]+|(?=\w+$))([A-Z]\w+)", line):
            depth = len(found[1]) // 4
            branch[depth:] = [found[2]]
            parents[found[2]] = branch[depth - 1] if depth else "Exception"
    return parents


def declared() -> dict[str, str]:
    classes = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, Exception)]
    return {kind.__name__: kind.__bases__[0].__name__ for kind in classes}


def test_the_drawing_is_the_tree() -> None:
    assert drawn() == declared()


def test_each_error_made_without_words_says_what_happened() -> None:
    for name in declared().keys() - {"InvalidFiles", "InvalidRules", "InvalidLabels"}:
        assert str(getattr(errors, name)()).endswith("."), name


def test_each_unreadable_file_has_a_kind_of_its_own_and_a_next_step() -> None:
    kinds = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, UnreadableFile)]

    assert len({kind.kind for kind in kinds}) == len(kinds)
    assert all(kind().next_step.endswith(".") for kind in kinds)


def test_every_error_can_be_caught_as_one() -> None:
    assert all(issubclass(getattr(errors, name), ContractRegistryError) for name in declared())
