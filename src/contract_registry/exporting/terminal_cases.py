"""How the cases of rules went, for a terminal: a line for what holds, and for what fails all its author needs to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.padding import Padding

from contract_registry.exporting.terminal import bullets, labelled, rendered, words

if TYPE_CHECKING:
    from contract_registry.core.scanning.cases import Outcome


def outcomes_page(outcomes: Iterable[Outcome], *, width: int = 80, colour: bool = False) -> str:
    """Each outcome in its order, a line where it holds and a table where it does not."""
    return rendered((part for outcome in outcomes for part in _outcome(outcome)), width=width, colour=colour)


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
