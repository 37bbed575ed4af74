"""A block as the outline of a document sees it, and where the outline hangs it."""

from __future__ import annotations

from typing import NamedTuple


class Entry(NamedTuple):
    """A block as the outline sees it; `heading_level` is an outline heading's rank, `depth` a list item's, where the file tells.

    `is_titled` when it is or begins with a heading, `recites` when that heading stands over recitals, `agrees` when it ends them.
    """

    clause: int
    is_heading: bool = False
    heading_level: int | None = None
    depth: int | None = None
    leads: bool = False
    is_titled: bool = False
    recites: bool = False
    agrees: bool = False


class Place(NamedTuple):
    """Where a block hangs: its parent's index, its own level, the full number it is cited by, whether it is an item of its parent's list, and whether its closing words."""

    parent: int | None
    level: int
    number: str = ""
    is_item: bool = False
    closes: bool = False
