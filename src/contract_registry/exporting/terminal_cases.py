"""How the cases of rules went, for a terminal: a line for what holds, for what fails all its author needs to mend it, and who else speaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.padding import Padding

from contract_registry.exporting.plain_words import counted
from contract_registry.exporting.terminal import bullets, labelled, rendered, words

if TYPE_CHECKING:
    from contract_registry.core.scanning.cases import Outcome
    from contract_registry.core.scanning.neighbours import Neighbour


def outcomes_page(outcomes: Iterable[Outcome], *, width: int = 80, colour: bool = False) -> str:
    """Each outcome in its order, a line where it holds and a table where it does not."""
    return rendered((part for outcome in outcomes for part in _outcome(outcome)), width=width, colour=colour)


def neighbours_page(neighbours: Iterable[Neighbour], *, width: int = 80, colour: bool = False) -> str:
    """For each rule the others that speak on the words it must find, and where one of them reports the passage; nothing where there are none."""
    by_rule: dict[str, list[Neighbour]] = {}
    for each in neighbours:
        by_rule.setdefault(each.rule, []).append(each)
    return rendered((part for rule, others in by_rule.items() for part in _beside(rule, others)), width=width, colour=colour)


def _beside(rule: str, others: list[Neighbour]) -> Iterator[RenderableType]:
    yield words(f"Where {rule} must speak, others do too:")
    yield Padding(bullets(map(_neighbour, others)), (0, 0, 0, 2))
    if any(each.reports for each in others):
        told = f"Each type is reported once a passage, by the rule that is gravest there, and not beside a type that implies it; {rule} is then told under “Also heard”."
        yield Padding(words(f"{told} Where one of them says all that it would, add the wordings there instead."), (0, 0, 0, 2))


def _neighbour(each: Neighbour) -> str:
    reports = f", and reports the passage in {'it' if len(each.cases) == 1 else len(each.reports)}" if each.reports else ""
    return f"{each.other} “{' '.join(each.title.split())}” in {counted(len(each.cases), 'case')}{reports}"


def _outcome(outcome: Outcome) -> Iterator[RenderableType]:
    if not outcome.failures:
        yield words(f"holds  {outcome.case.name}", "green")
        return
    yield words(f"FAILS  {outcome.case.name}", "bold red")
    if outcome.case.place:
        yield Padding(words(outcome.case.place, "dim"), (0, 0, 0, 7))
    yield Padding(labelled(_rows(outcome)), (0, 0, 1, 7))


def _rows(outcome: Outcome) -> Iterator[tuple[str, RenderableType]]:
    yield "Text", words(" ".join(outcome.case.text.split()))
    yield "Must", bullets(failure.removeprefix("it must ") for failure in outcome.failures)
    yield "Said", bullets(f"»{' '.join(quote.split())}«" for quote in outcome.said) if outcome.said else words("nothing")
    if outcome.why:
        yield "Because", bullets(outcome.why)
