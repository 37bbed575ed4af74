"""What is asked of the registry, in a fixed mix, by officers of its circles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from contract_registry.core.disclosure.consent.ladder import PUBLIC
from contract_registry.core.disclosure.consent.projection import Row
from contract_registry.core.disclosure.people import Asker
from contract_registry.core.disclosure.roles import Role
from contract_registry.core.disclosure.searching.question import Asked, Facet
from searching.generated import CIRCLES, rare_word

MIX = {"rare word": 0.2, "common word": 0.15, "two words": 0.35, "phrase": 0.2, "filters alone": 0.1}
COMMON = "rights work author publisher licence copyright fee training consent agreement moral waive use company perpetual".split()


@dataclass(frozen=True)
class Question:
    """A question of an officer: its kind, the words typed, the family that was chosen, if any, whether the second page is wanted too, and behind which hit."""

    kind: str
    asker: Asker
    words: str
    family: str
    goes_on: bool
    after: tuple[float, int] | None = None

    @property
    def asked(self) -> Asked:
        return Asked(self.words, frozenset({(Facet.FAMILY, self.family)} if self.family else ()))


def questions(rows: Sequence[Row], count: int, seed: int = 2) -> list[Question]:
    """So many questions in the mix; words and phrases are those of clauses that are there, and whoever asks may read them."""
    chance = Random(seed)
    readable = [row for row in rows if row.text and row.found]
    return [_question(kind, chance.choice(readable), chance) for kind in chance.choices(list(MIX), list(MIX.values()), k=count)]


def _question(kind: str, row: Row, chance: Random) -> Question:
    words = row.text.replace('"', " ").split()
    at = chance.randrange(max(1, len(words) - 3))
    said = {
        "rare word": rare_word(chance.randrange(200, 20_000)),
        "common word": chance.choice(COMMON),
        "two words": " ".join(chance.sample(COMMON, 2)),
        "phrase": f'"{" ".join(words[at : at + 3])}"',
        "filters alone": "",
    }[kind]
    circle = chance.choice(CIRCLES) if row.circle == PUBLIC else row.circle
    family = row.found[0].family if chance.random() < 0.5 or not said else ""
    return Question(kind, Asker(Role.OFFICER, organisation=circle.organisation), said, family, chance.random() < 0.1)
