"""An evaluation with what it was made of: which labels, which rules, and which documents could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from contract_registry.core.evaluation.evaluation import Evaluation


@dataclass(frozen=True, slots=True)
class Unread:
    """A document of the labels that could not be read, why, and how many passages were labelled in it."""

    doc: str
    why: str
    labels: int


@dataclass(frozen=True, slots=True)
class Measurement:
    """What was measured and how it came out.

    `part` is the half or batch of the labels, empty where it is all of them; `against` the name of the earlier run it was compared with.
    `unknown_types` are types in the labels that the rules' list of types does not have.
    """

    evaluation: Evaluation
    gold: str
    part: str
    rulebook_date: str
    rulebook_fingerprint: str
    unread: tuple[Unread, ...] = ()
    against: str = ""
    unknown_types: tuple[str, ...] = ()
