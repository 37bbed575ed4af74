"""YAML read safely into plain data, together with the line on which each field stands."""

from __future__ import annotations

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
        mark = getattr(error, "problem_mark", None)
        raise NotReadable(getattr(error, "problem", None) or str(error), mark.line + 1 if mark else None) from error
    finally:
        loader.dispose()
    return _truths(data), lines


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
