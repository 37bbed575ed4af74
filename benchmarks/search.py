"""How fast officers find clauses among a million: a fixed mix of questions, each a page of hits with snippets, a count and all facets, beside two peers.

    python benchmarks/search.py [--clauses 1000000] [--questions 200] [--peers 20] [--data folder]

Fills a registry of its own, with our migrations in an embedded PostgreSQL (a folder that is removed afterwards, or one that is named and kept, and then asked again without being filled), with clauses made up from wordings of our own, ten of
each contract, and asks as the service does (`operations.searching.search`), one time in ten for the second page too. Ours looks at the newest rows first, stops counting at ten
thousand, ranks the newest three hundred, and tells figures through the gate; the peers count and rank all that an untuned `tsvector` finds, or what `ILIKE` does, with
seven facets and no gate; a count by `ILIKE` and nothing else says how fast the machine is, here and on clauses of eighty words, as the promise was made by. Prints
milliseconds at the median and for 95 of 100 questions, by kind, where ours spends them, the longest of those put while a block is written anew, as after something was taken back, and whether the counts of ours are those of the untuned.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from functools import partial
from itertools import chain, islice
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from searching.asked import Question, questions
from searching.clocked import clocked
from searching.filling import fill, fill_long
from searching.generated import CLAUSES_OF_A_CONTRACT, MONTHS, OPENED, contracts
from searching.meanwhile import meanwhile
from searching.peers import ilike, ilike_alone, ilike_in_long, untuned
from searching.processor import Processor

from contract_registry.bootstrap import open_access, open_foundations
from contract_registry.operations import searching
from contract_registry.settings import Settings, StorageSettings
from contract_registry.storage.registry.asking import MOST
from contract_registry.storage.store import Store

PAGE = 20
PROMISED = 50 / 308
"""Milliseconds for 95 of 100 over those of `ILIKE` on a million clauses of eighty words, in the trial that the promise was made by."""
ASKED_AT = OPENED + timedelta(days=30.4 * MONTHS)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clauses", type=int, default=1_000_000)
    parser.add_argument("--questions", type=int, default=200)
    parser.add_argument("--peers", type=int, default=20, help="so many of the questions are put to the peers too")
    parser.add_argument("--data", type=Path, help="a folder to keep what is filled in, and to find it in the next time")
    args = parser.parse_args()
    made = args.clauses // CLAUSES_OF_A_CONTRACT
    os.environ.pop("DATABASE_URL", None)
    with kept_in(args.data) as folder:
        settings = Settings(storage=StorageSettings(data=folder / "data"))
        with open_foundations(settings) as foundations:
            store = replace(open_access(settings, foundations).store, clock=lambda: ASKED_AT)
            filled(store, folder / "filled", made)
            some = islice(chain.from_iterable(contracts(made)), 20_000)
            compare(store, questions([each.row for each in some], args.questions), args.peers)


@contextmanager
def kept_in(folder: Path | None) -> Iterator[Path]:
    """The folder, or one that is removed afterwards."""
    with tempfile.TemporaryDirectory(prefix="registry-search-") as passing:
        kept = folder or Path(passing)
        kept.mkdir(parents=True, exist_ok=True)
        kept.chmod(0o755)
        yield kept


def filled(store: Store, note: Path, made: int) -> None:
    """Fill the registry with so many contracts, unless the note says that it is."""
    if note.exists() and note.read_text(encoding="ascii").strip() != str(made):
        raise SystemExit(
            f"{note.parent} holds {note.read_text(encoding='ascii').strip()} contracts. Name another folder, or ask for as many clauses as it holds."
        )
    if not note.exists():
        started = perf_counter()
        blocks = fill(store.engine, contracts(made))
        print(f"{made * CLAUSES_OF_A_CONTRACT:,} clauses in {len(blocks)} blocks, filled in {perf_counter() - started:.0f} s")
        note.write_text(f"{made}\n", encoding="ascii")
    fill_long(store.engine)


def compare(store: Store, asked: list[Question], peers: int) -> None:
    """Put the questions to ours and some of them to the peers, and print."""
    print(f"milliseconds by the clock, median and 95th of 100, and of processors; load {os.getloadavg()[0]:.1f}")
    clock = Processor(store.engine)
    asking = partial(ours, store)
    with clocked(searching) as steps:
        counts, took = measured("ours", clock, asking, asked)
    measured("ours", clock, asking, [each for each in (second(store, each) for each in asked if each.goes_on) if each])
    measured("ours", clock, asking, either_word(asked))
    printed("of which", steps)
    took_meanwhile = meanwhile(store.engine, asking, asked)
    print(f"  while a block is written anew, {len(took_meanwhile)} searches, the longest of {1000 * max(took_meanwhile):.0f} ms")
    with store.engine.connect() as connection:
        exact, _ = measured("untuned tsvector", clock, partial(untuned, connection), asked[:peers])
        measured("ILIKE", clock, partial(ilike, connection), asked[:peers])
        of_words = [each for each in asked if each.words][:peers]
        measured("ILIKE, a count", clock, partial(ilike_alone, connection), of_words)
        _, yardstick = measured("ILIKE, 80 words", clock, partial(ilike_in_long, connection), of_words)
    print(
        f"95 of 100 of ours below {last_of(took) / median(yardstick):.2f} of the median of ILIKE in clauses of 80 words; promised of a million: {PROMISED:.2f}"
    )
    alike = [each for each in exact if not each.words.startswith('"')]
    wrong = [each for each in alike if min(exact[each], MOST + 1) != counts[each]]
    print(f"counts that differ from the untuned: {len(wrong)} of {len(alike)}; load {os.getloadavg()[0]:.1f}")


def ours(store: Store, each: Question) -> int:
    """A page as the service answers; how many were found."""
    found = searching.search(store, each.asker, each.asked, PAGE, each.after)
    return found.count + found.is_more


def second(store: Store, each: Question) -> Question | None:
    """The question that goes on behind the first page, where there is more."""
    found = searching.search(store, each.asker, each.asked, PAGE)
    last = found.hits[-1] if found.goes_on else None
    return replace(each, kind="second page", after=(last.key, last.number)) if last else None


def either_word(asked: Iterable[Question]) -> list[Question]:
    """Those of two words that leave a choice between the two: beside the mix, since each word is then counted alone as well."""
    return [replace(each, kind="either of two", words=each.words.replace(" ", " or ")) for each in asked if each.kind == "two words"]


def measured(
    name: str, clock: Processor, answer: Callable[[Question], int], asked: Iterable[Question]
) -> tuple[dict[Question, int], list[float]]:
    """Put every question twice, time the second, and print; how many each found, and the seconds of all."""
    times: dict[str, list[float]] = defaultdict(list)
    worked: dict[str, list[float]] = defaultdict(list)
    found: dict[Question, int] = {}
    for each in asked:
        answer(each)
        started, worked_before = perf_counter(), clock.seconds()
        found[each] = answer(each)
        took, work = perf_counter() - started, clock.seconds() - worked_before
        for kind in {each.kind, "all"}:
            times[kind].append(took)
            worked[kind].append(work)
    printed(name, times, worked)
    return found, times["all"]


def printed(name: str, *seconds: Mapping[str, Sequence[float]]) -> None:
    for kind in sorted(seconds[0]):
        figures = "   ".join(f"{1000 * median(took[kind]):>8.1f}{1000 * last_of(took[kind]):>9.1f}" for took in seconds)
        print(f"  {name:<18}{kind:<20}{len(seconds[0][kind]):>4}{figures}", flush=True)


def last_of(took: Sequence[float]) -> float:
    """What 95 of 100 stay below."""
    return quantiles(took, n=20)[-1] if len(took) > 1 else took[0]


if __name__ == "__main__":
    main()
