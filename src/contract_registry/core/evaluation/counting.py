"""The figures: what was judged, counted by family, by rule and by type, and the ratios that are made of the counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from contract_registry.core.evaluation.judging import Judged

PLACES = 3


@dataclass(frozen=True, slots=True)
class FamilyFigures:
    """The counts of one family and its ratios, each None where there is nothing to divide by."""

    family: str
    harm: int = 0
    hit: int = 0
    typed: int = 0
    right: int = 0
    wrong: int = 0
    borderline: int = 0
    protective: int = 0

    @property
    def recall(self) -> float | None:
        """Of the harmful passages, how many were found."""
        return _ratio(self.hit, self.harm)

    @property
    def precision(self) -> float | None:
        """Of the findings that are right or wrong, how many are right."""
        return _ratio(self.right, self.right + self.wrong)

    @property
    def f1(self) -> float | None:
        """Twice precision times recall through their sum, of the ratios as they are told; 0 where either is 0."""
        if self.precision is None or self.recall is None:
            return None
        if not (self.precision and self.recall):
            return 0.0
        return round(2 * self.precision * self.recall / (self.precision + self.recall), PLACES)

    @property
    def typed_accuracy(self) -> float | None:
        """Of the harmful passages found, how many by a finding of their very type."""
        return _ratio(self.typed, self.hit)


@dataclass(frozen=True, slots=True)
class RuleFigures:
    """What became of the findings of one rule; `hit` counts the harmful passages they lie on by the type they were labelled with.

    `missed` counts the harmful passages that nothing found and that this rule came nearest to finding.
    """

    rule: str
    right: int = 0
    wrong: int = 0
    borderline: int = 0
    protective: int = 0
    hit: Mapping[str, int] = field(default_factory=dict)
    missed: int = 0


@dataclass(frozen=True, slots=True)
class TypeFigures:
    """How many passages were labelled as harm of one type, and how many of them were found, as that type or as any of its family."""

    type: str
    family: str
    harm: int
    hit: int
    typed: int


def by_family(judged: Iterable[Judged], families: Iterable[str]) -> tuple[FamilyFigures, ...]:
    """The figures of each of `families`, in alphabetical order."""
    counts = {family: Counter[str]() for family in sorted(families)}
    for document in judged:
        for each in document.labels:
            if each.label.stance == "harm":
                counts[each.label.family].update(harm=1, hit=int(bool(each.found_by)), typed=int(each.is_found_as_its_type))
        for finding in document.findings:
            if finding.side != "not judged":
                counts[finding.finding.family].update({finding.side: 1, "protective": int(bool(finding.protective))})
    return tuple(FamilyFigures(family, **count) for family, count in counts.items())


def by_rule(judged: Iterable[Judged], nearest: Iterable[str] = ()) -> tuple[RuleFigures, ...]:
    """The figures of every rule that reported something or is among `nearest`, which names a rule for each passage missed; the busiest first."""
    counts: dict[str, Counter[str]] = {}
    hits: dict[str, Counter[str]] = {}
    for document in judged:
        for each in document.findings:
            if each.side != "not judged":
                counts.setdefault(each.finding.rule, Counter()).update({each.side: 1, "protective": int(bool(each.protective))})
        for label in document.labels:
            for rule in {finding.rule for finding in label.found_by} if label.label.stance == "harm" else ():
                hits.setdefault(rule, Counter())[label.label.type] += 1
    missed = Counter(nearest)
    every = [
        RuleFigures(rule, **counts.get(rule, Counter()), hit=dict(sorted(hits.get(rule, Counter()).items())), missed=missed[rule])
        for rule in counts.keys() | missed.keys()
    ]
    return tuple(sorted(every, key=lambda rule: (-(rule.right + rule.wrong + rule.missed), -rule.borderline, rule.rule)))


def by_type(judged: Iterable[Judged]) -> tuple[TypeFigures, ...]:
    """The figures of every type that a harmful passage was labelled with, by family and name."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for document in judged:
        for each in document.labels:
            if each.label.stance == "harm":
                count = counts.setdefault((each.label.family, each.label.type), Counter())
                count.update(harm=1, hit=int(bool(each.found_by)), typed=int(each.is_found_as_its_type))
    return tuple(TypeFigures(name, family, count["harm"], count["hit"], count["typed"]) for (family, name), count in sorted(counts.items()))


def quotes_not_in_the_text(judged: Iterable[Judged]) -> int:
    """How many findings quote words that do not stand in their document; there must be none."""
    return sum(not each.at for document in judged for each in document.findings)


def _ratio(part: int, whole: int) -> float | None:
    return round(part / whole, PLACES) if whole else None
