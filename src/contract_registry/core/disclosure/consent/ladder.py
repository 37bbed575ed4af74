"""The ladder of consent: what each rung shows, to which circles, and for which purposes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Level(IntEnum):
    """How much of a contract is shared; each rung shows what those below it show."""

    NOTHING = 0
    FACTS = 1
    CLAUSES = 2
    TEXT = 3
    ENGAGER = 4


class Part(StrEnum):
    """What of a contract may be seen."""

    FINGERPRINTS = "fingerprints of its clauses"
    TYPES = "which types of clause were found in it"
    FACTS = "its sector, year, law and fee band"
    CLAUSES = "the redacted words of the clauses that were found"
    TEXT = "its whole redacted text"
    ENGAGER = "the name of the engager"


_ADDED: dict[Level, frozenset[Part]] = {
    Level.NOTHING: frozenset(),
    Level.FACTS: frozenset({Part.FINGERPRINTS, Part.TYPES, Part.FACTS}),
    Level.CLAUSES: frozenset({Part.CLAUSES}),
    Level.TEXT: frozenset({Part.TEXT}),
    Level.ENGAGER: frozenset({Part.ENGAGER}),
}
SHOWN: dict[Level, frozenset[Part]] = {
    level: frozenset().union(*(parts for rung, parts in _ADDED.items() if rung <= level)) for level in Level
}
"""What each rung shows."""


class Purpose(StrEnum):
    """What those who see it may use it for; each is agreed to by itself."""

    SEARCH = "officers find the clause when they search"
    STATISTICS = "it is counted in statistics that show nobody"
    EVIDENCE = "it goes into evidence that a clinic or a union puts together"
    CAMPAIGN = "it is quoted without names in a campaign"
    CONTACT = "I am told when others report the same clause"
    RULES = "an officer turns it into a test for the rules"


@dataclass(frozen=True, slots=True, order=True)
class Circle:
    """Who may see: the officers of an organisation, or of one branch of it. Without an organisation nobody sees it and it is only counted; one is everybody."""

    organisation: str
    branch: str = ""

    def holds(self, organisation: str, branch: str = "") -> bool:
        """Whether somebody of that organisation and branch belongs to it."""
        return self == PUBLIC or (bool(self.organisation) and self.organisation == organisation and self.branch in {"", branch})

    def meets(self, other: Circle) -> bool:
        """Whether somebody may belong to both and read."""
        if PUBLIC in {self, other}:
            return COUNTED not in {self, other}
        return self.organisation == other.organisation and (self.branch == other.branch or not self.branch or not other.branch)


COUNTED = Circle("")
"""The circle of what is given to statistics alone."""
PUBLIC = Circle("public")
"""The circle of terms that anybody can read already: whoever is signed in belongs to it."""
READ_IN_STATISTICS = Level.FACTS
"""The highest rung that can be given to statistics alone: nobody reads words there."""
