"""Schemas made stricter than they are published, so that a field that nobody named is noticed."""

from __future__ import annotations


def closed(schema: object) -> object:
    """The same schema with no room for fields it does not name."""
    if isinstance(schema, dict):
        inner = {name: closed(each) for name, each in schema.items()}
        return inner | {"additionalProperties": False} if "properties" in inner else inner
    return [closed(each) for each in schema] if isinstance(schema, list) else schema
