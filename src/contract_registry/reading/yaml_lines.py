"""YAML read safely into plain data, together with the line on which each field stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from contract_registry.core.rules.mistakes import FieldPath

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class NotReadable(ValueError):
    """A text is not YAML as rule files use it; `line` counts from 1, None where it cannot be told."""

    def __init__(self, problem: str, line: int | None) -> None:
        super().__init__(problem)
        self.problem, self.line = problem, line


class _PlainLoader(_Loader):  # type: ignore[misc]
    """The safe loader, except that dates stay the text they were written as."""


_PlainLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in {"tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool"}]
    for first, resolvers in _Loader.yaml_implicit_resolvers.items()
}
_UNQUOTED = re.compile(r"\s*(?:- +|[\w-]+: +)+([{*&@%`\[])(?![\w,\s.:'\"-]*[\]}]\s*(?:#.*)?$)")
"""A value that begins with a sign that YAML reads in its own way, and is no list or set of fields on one line."""
_PLAINER = {
    "mapping values are not allowed in this context": "a colon followed by a space stands in a text without quotes",
    "could not find expected ':'": "a name without a colon after it, or a text that runs on without indentation",
    "found unexpected end of stream": "a quotation mark is opened and not closed",
    "did not find expected key": "the indentation does not fit the lines above, or a quotation mark is closed too early",
    "did not find expected '-' indicator": "the indentation does not fit the lines above",
}
_TRUTH = {"true": True, "false": False}


def load_yaml(text: str) -> tuple[Any, dict[FieldPath, int]]:
    """The data in `text` and the line (from 1) of each field by its path; NotReadable when it is not YAML or says a field twice.

    "yes", "no", "on" and "off" stay words (a case may quote them); only true and false are truth values.
    """
    loader = _PlainLoader(text)
    try:
        node = loader.get_single_node()
        lines = dict(_lines(node, (), frozenset())) if node is not None else {}
        data = loader.construct_document(node) if node is not None else None
    except yaml.YAMLError as error:
        raise _not_readable(error, text) from error
    finally:
        loader.dispose()
    return _truths(data), lines


def _not_readable(error: yaml.YAMLError, text: str) -> NotReadable:
    """What is wrong and where, in words that do not ask for knowing YAML; the library often names the line after the one that is meant."""
    mark, problem = getattr(error, "problem_mark", None), getattr(error, "problem", None) or str(error)
    if mark is None:
        return NotReadable(problem, None)
    if "end of stream" in problem and (began := getattr(error, "context_mark", None)):
        mark = began
    lines = text.splitlines()
    for at in range(min(mark.line, len(lines) - 1), max(mark.line - 3, -1), -1):
        begins = _UNQUOTED.match(lines[at])
        if begins:
            return NotReadable(f"the text begins with {begins[1]}, so it must stand in quotes, '…'", at + 1)
    if "\t" in lines[mark.line][: mark.column + 1] if mark.line < len(lines) else False:
        return NotReadable("the line is indented with a tab; use spaces", mark.line + 1)
    return NotReadable(_PLAINER.get(problem, problem), mark.line + 1)


def _lines(node: yaml.Node, path: FieldPath, above: frozenset[int]) -> Iterator[tuple[FieldPath, int]]:
    line = node.start_mark.line + 1
    if id(node) in above:
        raise NotReadable("a field refers to itself", line)
    yield path, line
    above |= {id(node)}
    if isinstance(node, yaml.MappingNode):
        names: set[str] = set()
        for key, value in node.value:
            at = key.start_mark.line + 1
            name = key.value if isinstance(key, yaml.ScalarNode) else ""
            if name in names:
                raise NotReadable(f"{name!r} stands twice", at)
            names.add(name)
            for below, where in _lines(value, (*path, name), above):
                yield below, (at if below == (*path, name) else where)
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield from _lines(value, (*path, number), above)


def _truths(data: Any) -> Any:  # noqa: ANN401
    if isinstance(data, dict):
        return {key: _truths(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_truths(value) for value in data]
    return _TRUTH.get(data, data) if isinstance(data, str) else data
