"""What a rule is: the words it looks for, the context they must stand in, and what it tells a person about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from contract_registry.core.rules.mistakes import FieldPath
from contract_registry.core.rules.patterns import Pattern

Family = Literal["moral", "ai", "buyout", "terms", "protective"]
Severity = Literal["critical", "high", "medium", "low", "info"]
Status = Literal["draft", "trial", "stable", "retired"]
LegalEffect = Literal["likely-effective", "limited", "possibly-void", "void-in-jurisdiction", "unknown"]
Effect = Literal["supports", "limits", "voids", "none"]
Sureness = Literal["read", "secondary", "known", "likely"]
Polarity = Literal["affirmed", "denied", "any"]
Flow = Literal["from creator", "to creator", "by engager", "by creator", "any", "either side"]
Within = Literal["sentence", "clause"]
Function = Literal["operative", "definition", "recital", "heading", "warranty", "example", "remark", "description"]

SEVERITIES: tuple[Severity, ...] = ("info", "low", "medium", "high", "critical")


def severity_moved(severity: Severity, steps: int) -> Severity:
    """`severity` raised (or lowered, for negative `steps`), never past either end."""
    at = SEVERITIES.index(severity) + steps
    return SEVERITIES[min(max(at, 0), len(SEVERITIES) - 1)]


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """What a law says to such a clause in one jurisdiction, from when until when, and how sure the source of that is."""

    jurisdiction: str
    citation: str
    proposition: str
    effect: Effect
    as_at: str
    confidence: Sureness
    in_force_from: str = ""
    in_force_until: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """Wording to propose instead: the one to open with, the one to settle for, and where to walk away.

    Of a protective rule `ideal` is the wording to have, and `weakened_by` says what takes it back.
    """

    ideal: str = ""
    acceptable: str = ""
    walk_away: str = ""
    weakened_by: str = ""


@dataclass(frozen=True, slots=True)
class Misfire:
    """Where a rule is known to be wrong, with a text on which it speaks and should not, or one that it overlooks."""

    says: str
    wrongly_finds: str = ""
    overlooks: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A pattern with a name a person understands ("limited-to-cropping"), used for exceptions and for what raises or lowers severity."""

    name: str
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class LooksFor:
    """The words of a pattern rule and the context they must stand in.

    `flow` says which way the right must go (or who must act), `polarity` whether the act must be affirmed or denied,
    `in_short_texts` holds patterns that are looked for only where the whole text is short, `outright` words so plain that no second opinion
    is asked where they stand in the sentence,
    `functions` which functions a sentence may have, `document_says` what the document must say somewhere (each pattern once at least), `under` what the heading must say that the sentence stands under
    (one of the patterns),
    `through_definitions` whether words may come from the definition of a defined term.
    """

    patterns: tuple[Pattern, ...]
    in_short_texts: tuple[Pattern, ...] = ()
    outright: tuple[Pattern, ...] = ()
    within: Within = "sentence"
    flow: Flow = "from creator"
    polarity: Polarity = "affirmed"
    functions: frozenset[Function] = frozenset({"operative"})
    document_says: tuple[Pattern, ...] = ()
    under: tuple[Pattern, ...] = ()
    document_kinds: frozenset[str] = frozenset()
    through_definitions: bool = False

    @property
    def every(self) -> tuple[Pattern, ...]:
        """The patterns for any text, then those for short ones."""
        return (*self.patterns, *self.in_short_texts)


@dataclass(frozen=True, slots=True)
class Combines:
    """A combination rule: at least one finding (or protection, absence) of each group must be there."""

    groups: tuple[tuple[str, ...], ...]
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Absent:
    """An absence rule: none of `types` and none of `patterns` is in the document, though the document is one where it would be.

    `when_found` asks for a finding of one of these types first; `document_kinds` limits it to kinds of document where the gap matters.
    `polarity` says whether words of `patterns` count only where they are affirmed ("no credit is given" gives none) or "any" word does.
    """

    types: tuple[str, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    when_found: tuple[str, ...] = ()
    document_kinds: frozenset[str] = frozenset()
    polarity: Polarity = "affirmed"


@dataclass(frozen=True, slots=True)
class Threshold:
    """A threshold rule: a quantity in the matched words reaches a limit (days to pay, years of option)."""

    unit: Literal["days", "years", "percent"]
    at_least: float | None = None
    at_most: float | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule at one version, as a union lawyer wrote it. See `clause_rules/README.md` for each field in plain words."""

    id: str
    version: int
    title: str
    status: Status
    family: Family
    type: str
    severity: Severity
    why: str
    questions: tuple[str, ...] = ()
    wording: Wording = Wording()
    legal_basis: tuple[LegalBasis, ...] = ()
    no_legal_basis: str = ""
    known_misfires: tuple[Misfire, ...] = ()
    references: tuple[str, ...] = ()
    principles: tuple[str, ...] = ()
    sectors: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    jurisdictions: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset({"en"})
    in_force_from: str = ""
    in_force_until: str = ""
    about: str = ""
    gives_way_to: frozenset[str] = frozenset()
    superseded_by: str = ""
    pack: str = ""
    owner: str = ""
    sign_off: str = ""
    looks_for: LooksFor | None = None
    combines: Combines | None = None
    absent: Absent | None = None
    threshold: Threshold | None = None
    unless: tuple[Named, ...] = ()
    raises: tuple[Named, ...] = ()
    lowers: tuple[Named, ...] = ()
    unclear_when: tuple[Named, ...] = ()
    unclear_unless_about: tuple[Pattern, ...] = ()
    question: str = ""
    fingerprint: str = ""

    @property
    def kind(self) -> Literal["pattern", "combination", "absence", "threshold"]:
        if self.combines:
            return "combination"
        if self.absent:
            return "absence"
        return "threshold" if self.threshold else "pattern"


def patterns_of(rule: Rule) -> list[tuple[FieldPath, Pattern]]:
    """Every pattern of a rule with the path of the field it stands in."""
    found: list[tuple[FieldPath, Pattern]] = []
    if rule.looks_for:
        found += [(("looks_for", "any_of", at), pattern) for at, pattern in enumerate(rule.looks_for.patterns)]
        found += [(("looks_for", "in_short_texts", at), pattern) for at, pattern in enumerate(rule.looks_for.in_short_texts)]
        found += [(("looks_for", "outright", at), pattern) for at, pattern in enumerate(rule.looks_for.outright)]
        found += [(("looks_for", "document_says", at), pattern) for at, pattern in enumerate(rule.looks_for.document_says)]
    if rule.absent:
        found += [(("absent", "no_words", at), pattern) for at, pattern in enumerate(rule.absent.patterns)]
    found += [(("unclear_unless_about", at), pattern) for at, pattern in enumerate(rule.unclear_unless_about)]
    for field in ("unless", "unclear_when", "raises", "lowers"):
        found += [((field, named.name, at), pattern) for named in getattr(rule, field) for at, pattern in enumerate(named.patterns)]
    return found
