"""The words in which consent was asked for, by version: a version that somebody agreed to is never changed, another is written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from contract_registry.core.disclosure.consent.ladder import Level, Purpose


@dataclass(frozen=True, slots=True)
class Wording:
    """What a person reads before agreeing: a sentence or two for each rung and each purpose, and what taking it back does."""

    version: str
    levels: Mapping[Level, str]
    purposes: Mapping[Purpose, str]
    withdrawal: str

    @property
    def sum(self) -> str:
        """A sum over every word of it, hexadecimal."""
        said = [self.version, *(self.levels[level] for level in Level), *(self.purposes[purpose] for purpose in Purpose), self.withdrawal]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:16]


_FIRST = Wording(
    "2026-12",
    {
        Level.NOTHING: "Nothing of this contract is shared. You keep your report.",
        Level.FACTS: (
            "We share which kinds of clause were found, the sector, the year, the law and the fee as a range. "
            "We share a fingerprint of each clause: from it nobody can read the clause, but whoever has the same clause can tell that it is the same."
        ),
        Level.CLAUSES: "We also share the words of the clauses that were found. Names, addresses, titles, sums and dates are taken out first. You see the result before it is shared.",
        Level.TEXT: "We also share the rest of the contract, with the same taken out. You see the result before it is shared.",
        Level.ENGAGER: "We also say who offered you this contract. If few people work for them, they may guess that it was you.",
    },
    {
        Purpose.SEARCH: "Officers of those you choose can find it when they search.",
        Purpose.STATISTICS: "It is counted in figures. A figure is shown only if enough different people stand behind it, and not before thirty days have passed.",
        Purpose.EVIDENCE: "It can go into a file of evidence, with names taken out.",
        Purpose.CAMPAIGN: "Its words can be quoted in public without names, if the same words stand in at least three contracts.",
        Purpose.CONTACT: "We write to you when somebody else reports the same clause. They do not learn who you are.",
        Purpose.RULES: "An officer can turn it into a test for our rules. It is never used to train anybody's AI.",
    },
    "You can take this back on any day. Then it is gone from searches and from all figures made afterwards. Figures that were published before cannot be called back.",
)
_SECOND = replace(
    _FIRST,
    version="2026-12b",
    levels={
        **_FIRST.levels,
        Level.FACTS: (
            "We share which kinds of clause were found and, if you or an officer wrote it down, what became of them. "
            "We share the sector and kind of work, the quarter, the law, the language, the union agreement, the fee and the time of payment as ranges, and how sure we are that the contract is real. "
            "We share a fingerprint of each clause: from it nobody can read the clause, but whoever has the same clause can tell that it is the same."
        ),
    },
)
_THIRD = replace(
    _SECOND,
    version="2026-12c",
    levels={
        **_SECOND.levels,
        Level.FACTS: (
            "We share which kinds of clause were found and, if you or an officer wrote it down, what became of them. "
            "If an officer of those you choose looked at what was found, the other officers there see whether they agree. "
            "We share the sector and kind of work, the quarter, the law, the language, the union agreement, the fee and the time of payment as ranges, and how sure we are that the contract is real. "
            "We share a fingerprint of each clause: from it nobody can read the clause, but whoever has the same clause can tell that it is the same."
        ),
    },
)
_FOURTH = replace(
    _THIRD,
    version="2026-12d",
    levels={
        **_THIRD.levels,
        Level.CLAUSES: (
            "We also share the words of the clauses that were found. Names, addresses, titles, sums and dates are taken out first. You see the result before it is shared. "
            "If you or an officer wrote down the wording that was agreed instead, then or later, it is shown too, with the same taken out, where enough different people agreed on the same words."
        ),
    },
)
WORDINGS: dict[str, Wording] = {each.version: each for each in (_FIRST, _SECOND, _THIRD, _FOURTH)}
"""Every version that was ever in use, the newest last."""
NEWEST = _FOURTH
SAID_NOTHING_OF_OUTCOMES = frozenset({_FIRST.version})
"""The versions in which nobody was told that it is shared what became of a clause."""
SAID_NOTHING_OF_REVIEWS = frozenset({_FIRST.version, _SECOND.version})
"""Those in which nobody was told that officers see what others of their organisation said of it."""
SAID_NOTHING_OF_COUNTERS = SAID_NOTHING_OF_REVIEWS | {_THIRD.version}
"""Those in which nobody was told that the wording that was agreed instead is shown."""
