"""YAML read safely into plain data, together with the line on which each field stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from contract_registry.core.rules.mistakes import FieldPath

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _PlainLoader(_Loader):  # type: ignore[misc]
    """The safe loader, except that dates stay the text they were written as."""


_PlainLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in {"tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool"}]
    for first, resolvers in _Loader.yaml_implicit_resolvers.items()
}
_TRUTH = {"true": True, "false": False}


def load_yaml(text: str) -> tuple[Any, dict[FieldPath, int]]:
    """The data in `text` and the line (from 1) of each field by its path; yaml.YAMLError when it is not YAML.

    "yes", "no", "on" and "off" stay words (a case may quote them); only true and false are truth values.
    """
    loader = _PlainLoader(text)
    try:
        node = loader.get_single_node()
        data = loader.construct_document(node) if node is not None else None
    finally:
        loader.dispose()
    return _truths(data), dict(_lines(node, ())) if node is not None else {}


def _lines(node: yaml.Node, path: FieldPath) -> Iterator[tuple[FieldPath, int]]:
    yield path, node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            for at, line in _lines(value, (*path, key.value)):
                yield at, (key.start_mark.line + 1 if at == (*path, key.value) else line)
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield from _lines(value, (*path, number))


def _truths(data: Any) -> Any:  # noqa: ANN401
    if isinstance(data, dict):
        return {key: _truths(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_truths(value) for value in data]
    return _TRUTH.get(data, data) if isinstance(data, str) else data
