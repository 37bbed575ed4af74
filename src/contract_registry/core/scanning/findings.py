"""What a scan says: findings, protections, unclear passages, absences and combinations, each with its own why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from contract_registry.core.document import Place, Problem
from contract_registry.core.rules.rule import Family, LegalBasis, LegalEffect, Severity, Status, Wording
from contract_registry.core.text import Span

Verdict = Literal["stop", "ask first", "check", "fine"]
Confidence = Literal["high", "medium", "low"]
Outcome = Literal["finding", "protection", "unclear"]


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known of the case, chosen by the person: each empty when not said. `as_of` is an ISO date, the rulebook's own when not said."""

    sector: str = ""
    role: str = ""
    jurisdiction: str = ""
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """A concept that was heard in the text: its name, the words, their place, and the defined term it came through, if any."""

    concept: str
    span: Span
    words: str
    through: str = ""


@dataclass(frozen=True, slots=True)
class AlsoHeard:
    """Another rule that spoke on the passage, and how grave it finds it there; `has_finding` where its type has a finding of its own in the scan."""

    rule: str
    rule_version: int
    type: str
    title: str
    severity: Severity
    has_finding: bool = False


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a rule spoke: what was heard, how the context was read, what nearly excused it, what moved the severity, who spoke too."""

    pattern: str
    heard: tuple[Heard, ...]
    polarity: str
    giver: str
    receiver: str
    function: str
    lead_in: str = ""
    nearly_excused_by: tuple[str, ...] = ()
    raised_by: tuple[str, ...] = ()
    lowered_by: tuple[str, ...] = ()
    defined_terms: tuple[str, ...] = ()
    also: tuple[AlsoHeard, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A type of clause that rules heard in a passage. `quote` is the sentence or sub-clause, `focus` the words in it that decided (25 at most).

    A passage in which several types of one family are heard has a finding for each, all of one `quote`; `led_by` is the id of the first of them, which speaks for
    the passage and than which none is graver, empty for that one itself.

    `outcome` says whether it harms, protects or cannot be told; a protection names the harm it answers in `about`,
    an unclear passage asks `question`. `spoken_as` are the types and rules it stands for, its own first: of a passage that has several findings each stands for its own type, the first for those too that another implies. `score` is how likely the second reader finds harm in it, None where it was not asked; `weighed_by` are the words by which that reader found it where no rule spoke. `id` comes from the hash of the passage, the family and the type, so it survives a re-scan.
    """

    id: str
    outcome: Outcome
    family: Family
    type: str
    rule: str
    rule_version: int
    rule_status: Status
    title: str
    severity: Severity
    confidence: Confidence
    legal_effect: LegalEffect
    clause_number: str
    clause_heading: str
    clause_index: int
    quote: Span
    focus: Span
    places: tuple[Place, ...]
    why: str
    questions: tuple[str, ...]
    wording: Wording
    basis: tuple[LegalBasis, ...]
    principles: tuple[str, ...]
    fingerprint: str
    explanation: Explanation
    about: str = ""
    question: str = ""
    spoken_as: tuple[str, ...] = ()
    score: float | None = None
    weighed_by: tuple[str, ...] = ()
    led_by: str = ""

    @property
    def passage(self) -> str:
        """The id of the finding that speaks for its passage: its own, or that of a graver type in the same words."""
        return self.led_by or self.id


@dataclass(frozen=True, slots=True)
class Absence:
    """Something a careful contract would hold and that was not found in this document."""

    id: str
    family: Family
    type: str
    rule: str
    rule_version: int
    rule_status: Status
    title: str
    severity: Severity
    legal_effect: LegalEffect
    why: str
    questions: tuple[str, ...]
    wording: Wording
    basis: tuple[LegalBasis, ...]
    principles: tuple[str, ...]
    because: str = ""


@dataclass(frozen=True, slots=True)
class Combination:
    """What several findings make together: `members` are the ids of the findings (and absences) that make it."""

    id: str
    family: Family
    type: str
    rule: str
    rule_version: int
    rule_status: Status
    title: str
    severity: Severity
    why: str
    questions: tuple[str, ...]
    wording: Wording
    basis: tuple[LegalBasis, ...]
    principles: tuple[str, ...]
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overrun:
    """A rule that used up its budget of steps on the sentence at `span`: said aloud, since what it did not look at is unknown."""

    rule: str
    clause_number: str
    steps: int
    span: Span


@dataclass(frozen=True, slots=True)
class PackVersion:
    """A pack of rules that took part in a scan; `because` says why, of a pack that is not for everybody."""

    id: str
    version: str
    title: str = ""
    because: str = ""


@dataclass(frozen=True, slots=True)
class Scan:
    """Everything a scan says about one document, in the order of the text; `problems` are what these rules could not judge in it.

    `second_reader` is the version of the reader that was asked for a second opinion, empty where none was.
    """

    verdict: Verdict
    verdict_because: tuple[str, ...]
    circumstances: Circumstances
    packs: tuple[PackVersion, ...]
    rulebook_date: str
    rulebook_fingerprint: str
    engine_version: str
    second_reader: str = ""
    findings: tuple[Finding, ...] = ()
    protections: tuple[Finding, ...] = ()
    unclear: tuple[Finding, ...] = ()
    absences: tuple[Absence, ...] = ()
    combinations: tuple[Combination, ...] = ()
    overruns: tuple[Overrun, ...] = ()
    problems: tuple[Problem, ...] = ()
