"""A registry made up from wordings of our own: clauses with a long tail of rare words, spread over contracts, people, engagers, circles and months as real ones are."""

from __future__ import annotations

import json
from bisect import bisect
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from random import Random
from uuid import UUID

from contract_registry.core.contracts.fingerprints.fingerprint import Fingerprint
from contract_registry.core.disclosure.consent.consent import Consent
from contract_registry.core.disclosure.consent.ladder import PUBLIC, Circle, Level, Purpose
from contract_registry.core.disclosure.consent.projection import Found, KeptClause, KeptContract, rows_of
from contract_registry.core.disclosure.consent.wordings import NEWEST
from contract_registry.storage.registry.columns import Numbered

TEACH = Path(__file__).resolve().parent.parent.parent / "learning" / "wordings" / "teach"
CLAUSES_OF_A_CONTRACT = 10
OPENED = datetime(2023, 1, 1, tzinfo=UTC)
MONTHS = 46
"""So long has the registry been open; more is shared with each month."""
CIRCLES = tuple(Circle(str(UUID(int=0x4000_8000_0000_0000_0000 + number))) for number in range(20))
_PUBLIC_SHARE, _NO_SEARCH, _NOTHING_FOUND, _RARELY = 0.1, 0.05, 0.1, 0.06
_ENGAGERS, _RARE_WORDS, _CONTRACTS_OF_A_PERSON = 5_000, 60_000, 2.5
_FACTS = {
    "sector": ("publishing", "music", "screen", "stage", "visual art", "photography", "games", "audio", "journalism", "translation", "platforms"),
    "role family": ("writing", "performing", "music", "visual art", "crew", "translation", "journalism", "development", ""),
    "jurisdiction": ("GB", "GB", "GB", "US", "US", "IE", "DE", "FR", "ES", "CA", "AU", "NL", "PL", "", ""),
    "agreement": ("", "", "", *(f"agreement {number}" for number in range(15))),
    "fee": ("", "", "under 500", "500 to 2,000", "2,000 to 5,000", "5,000 to 20,000", "over 20,000"),
    "paid within": ("", "30 days", "60 days", "90 days"),
    "verification": ("V0", "V1", "V1", "V1", "V2", "V2", "V3", "V4"),
    "language": ("en",),
}  # fmt: skip
_BECAME = ("", "", "", "", "", "struck", "changed", "signed as it was", "refused")
_SYLLABLES = "ba cor dan el fi gor hal im jun kel lor mar nim os pel quin ras sol tam ur ven wil xan yor zet".split()


def contracts(count: int, seed: int = 1) -> Iterator[list[Numbered]]:
    """So many contracts as they stand in the registry, always the same ones, the first shared first: the rows of each."""
    chance = Random(seed)
    wordings = [json.loads(line) for file in sorted(TEACH.glob("*.jsonl")) for line in file.read_text(encoding="utf-8").splitlines()]
    engagers, circles, rare = (_tail(size) for size in (_ENGAGERS, len(CIRCLES), _RARE_WORDS))
    for number in range(count):
        months = MONTHS * (number / count) ** 0.6
        shared_at = OPENED + timedelta(days=months * 30.4)
        is_public = chance.random() < _PUBLIC_SHARE
        circle = PUBLIC if is_public else CIRCLES[_drawn(circles, chance)]
        person = "keeper" if is_public else f"person {int(chance.random() ** 1.5 * count / _CONTRACTS_OF_A_PERSON)}"
        signed = shared_at - timedelta(days=3_000 * chance.random() ** 2)
        facts = {name: chance.choice(values) for name, values in _FACTS.items()}
        facts |= {"year": str(signed.year), "quarter": f"{signed.year} Q{(signed.month + 2) // 3}"}
        clauses = tuple(_clause(place, wordings, rare, chance) for place in range(CLAUSES_OF_A_CONTRACT))
        contract = KeptContract(
            str(UUID(int=chance.getrandbits(128), version=4)), person, f"Engager {_drawn(engagers, chance)} Ltd", tuple(facts.items()), clauses
        )  # fmt: skip
        level = Level.ENGAGER if is_public else chance.choice((Level.FACTS, *[Level.CLAUSES, Level.TEXT, Level.ENGAGER] * 3))
        purposes = frozenset(Purpose) - ({Purpose.SEARCH} if chance.random() < _NO_SEARCH and not is_public else set())
        consent = Consent("k", contract.contract, person, level, frozenset({circle}), purposes, NEWEST.version, shared_at)
        month = (shared_at.year - 2000) * 12 + shared_at.month - 1
        mark = int(sha256(person.encode()).hexdigest()[:15], 16)
        yield [Numbered(row, month << 51 | chance.getrandbits(51), mark) for row in rows_of(contract, consent)]


def rare_word(rank: int) -> str:
    """The made-up word of a rank: whom or what a single contract speaks of."""
    size = len(_SYLLABLES)
    return "".join(_SYLLABLES[rank // size**power % size] for power in range(4))


def _clause(place: int, wordings: list[dict[str, str]], rare: list[float], chance: Random) -> KeptClause:
    """A wording, one time in three with another behind it, and with rare words in place of a few of its own."""
    said = chance.choices(wordings, k=1 + (chance.random() < 1 / 3))
    words = " ".join(each["text"] for each in said).split()
    text = " ".join(rare_word(_drawn(rare, chance)) if chance.random() < _RARELY else word for word in words)
    became = chance.choice(_BECAME)
    found = tuple(_found(each["type"], each["family"], became) for each in said) if chance.random() > _NOTHING_FOUND else ()
    return KeptClause(place, found, Fingerprint(sha256(said[0]["text"].encode()).hexdigest()[:32]), text)


@cache
def _found(type_: str, family: str, became: str) -> Found:
    """A type is as grave as it is, and found by one of three rules."""
    drawn = sha256(type_.encode()).digest()[0]
    return Found(type_, family, ("critical", "high", "medium", "low")[drawn % 4], f"{family}.{type_}.{drawn % 3}", 1 + drawn % 4, became)


def _tail(size: int) -> list[float]:
    return list(accumulate(1 / (rank + 1) for rank in range(size)))


def _drawn(sums: list[float], chance: Random) -> int:
    """A rank drawn as words and names are: the second half as often as the first, the third a third as often."""
    return bisect(sums, chance.random() * sums[-1])
