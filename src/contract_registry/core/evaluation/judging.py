"""Labelled passages and reported findings of one document side by side: what was found, what was missed, and what was wrong."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from contract_registry.core.evaluation.label import Label
from contract_registry.core.evaluation.placing import Placed, overlapping
from contract_registry.core.evaluation.reported import Reported
from contract_registry.core.text import Span

Side = Literal["right", "borderline", "wrong", "not judged"]


@dataclass(frozen=True, slots=True)
class JudgedLabel:
    """A labelled passage, where it stands (nowhere, when its words are not in the text), and the findings of its family that lie on it."""

    label: Label
    at: tuple[Span, ...]
    found_by: tuple[Reported, ...] = ()

    @property
    def is_found_as_its_type(self) -> bool:
        return any(finding.type == self.label.type for finding in self.found_by)

    @property
    def is_missed(self) -> bool:
        return self.label.stance == "harm" and not self.found_by


@dataclass(frozen=True, slots=True)
class JudgedFinding:
    """A finding and the side it fell on: `on` are the harmful passages it lies on, `protective` the protecting ones that a wrong one lies on.

    "right": on harm of its family. "borderline": on none, but on a borderline passage of its family. "wrong": on neither. "not judged": nobody
    labelled its family.
    """

    finding: Reported
    at: tuple[Span, ...]
    side: Side
    on: tuple[Label, ...] = ()
    protective: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """One document: its labels and its findings, each with what became of it."""

    doc: str
    labels: tuple[JudgedLabel, ...]
    findings: tuple[JudgedFinding, ...]


def judge(doc: str, labels: Sequence[Label], findings: Sequence[Reported], placed: Placed, families: Collection[str]) -> Judged:
    """The labels and findings of a document compared where both stand in its text.

    Only those of `families` are judged; that a finding lies on a protecting passage counts whatever the family of the passage.
    """
    here = [(label, placed.places(label.quote)) for label in labels]
    told = [(finding, placed.places(finding.quote)) for finding in findings]
    return Judged(
        doc,
        tuple(
            JudgedLabel(label, at, tuple(finding for finding, its in told if _lies_on(finding, its, label, at)))
            for label, at in here
            if label.family in families
        ),
        tuple(_judged(finding, at, here, families) for finding, at in told),
    )


def _judged(
    finding: Reported, at: tuple[Span, ...], labels: Sequence[tuple[Label, tuple[Span, ...]]], families: Collection[str]
) -> JudgedFinding:
    if finding.family not in families:
        return JudgedFinding(finding, at, "not judged")
    on = tuple(label for label, its in labels if label.stance == "harm" and _lies_on(finding, at, label, its))
    if on:
        return JudgedFinding(finding, at, "right", on)
    if any(label.stance == "borderline" and _lies_on(finding, at, label, its) for label, its in labels):
        return JudgedFinding(finding, at, "borderline")
    return JudgedFinding(
        finding, at, "wrong", protective=tuple(label for label, its in labels if label.stance == "protective" and overlapping(at, its))
    )


def _lies_on(finding: Reported, at: Sequence[Span], label: Label, its: Sequence[Span]) -> bool:
    return finding.family == label.family and overlapping(at, its)
