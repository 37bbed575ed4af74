"""JSON with the same bytes everywhere: keys in the order written, no dependence on locale or hash seed, any Unicode text."""

from __future__ import annotations

import json
import re

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def json_page(value: object) -> str:
    """`value` as indented JSON for one reader, ending in a line break."""
    return _escaped(json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2)) + "\n"


def json_line(value: object) -> str:
    """`value` as JSON on one line, so that many can follow each other, ending in a line break."""
    return _escaped(json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))) + "\n"


def _escaped(text: str) -> str:
    """Half a surrogate pair cannot be written in UTF-8; JSON has an escape for it."""
    return _LONE_SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
