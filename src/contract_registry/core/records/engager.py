"""An engager as an organisation knows it: its name, what it is also called, and the group that it belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Engager:
    """An engager; `id` is empty as long as it is not kept."""

    name: str
    aliases: tuple[str, ...] = ()
    group: str = ""
    country: str = ""
    company_number: str = ""
    id: str = ""

    @property
    def every_name(self) -> tuple[str, ...]:
        """The name and the aliases, each once."""
        return tuple(dict.fromkeys((self.name, *self.aliases)))


def folded_name(name: str) -> str:
    """What spellings of one name have in common, whatever their case, dots and spaces."""
    return " ".join(re.findall(r"\w+", name.casefold()))
