"""How fast clauses are found among a million: a fixed mix of questions, each with a count, seven facets and marked snippets, beside two peers.

    python benchmarks/search.py [--clauses 1000000] [--questions 200] [--peers 20]

Fills a database of its own in an embedded PostgreSQL (a folder that is removed afterwards) with clauses made up from wordings of our own, ten of each
contract. Ours looks at the newest rows first, stops counting at ten thousand, and ranks the newest three hundred of them; the peers count and rank all that
an untuned `tsvector` finds, or what `ILIKE` does. Prints milliseconds at the median and for 95 of 100 questions, by kind, and holds the counts of ours to those of the untuned.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import defaultdict
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

import psycopg
from searching.asked import MOST, Asked, ilike, ours, questions, untuned
from searching.generated import generated
from searching.tables import create, load
from sqlalchemy import make_url

from contract_registry.storage.embedded.server import embedded_server

Answer = Callable[[psycopg.Connection, Asked, int], int]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clauses", type=int, default=1_000_000)
    parser.add_argument("--questions", type=int, default=200)
    parser.add_argument("--peers", type=int, default=20, help="so many of the questions are put to the peers too")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="registry-search-") as folder:
        Path(folder).chmod(0o755)
        with embedded_server(Path(folder) / "data") as url, psycopg.connect(plain(url)) as connection:
            blocks = create(connection, args.clauses)
            load(connection, generated(args.clauses))
            for setting in ("jit = off", "work_mem = '64MB'", "random_page_cost = 1.1"):
                connection.execute(f"SET {setting}")
            asked = questions(list(islice(generated(args.clauses), 20_000)), args.questions)
            print(f"{args.clauses:,} clauses, {args.questions} questions; milliseconds, median and 95th of 100")
            counts = measured("ours", ours, connection, asked, blocks)
            exact = measured("untuned tsvector", untuned, connection, asked[: args.peers], blocks)
            measured("ILIKE", ilike, connection, asked[: args.peers], blocks)
            wrong = [each for each, count in exact.items() if not each.words.startswith('"') and min(count, MOST + 1) != counts[each]]
            print(f"counts that differ from the untuned: {len(wrong)} of {len(exact)}")


def measured(name: str, answer: Answer, connection: psycopg.Connection, asked: list[Asked], blocks: int) -> dict[Asked, int]:
    """Put every question twice, time the second, and print; how many each found."""
    times: dict[str, list[float]] = defaultdict(list)
    found: dict[Asked, int] = {}
    for each in asked:
        answer(connection, each, blocks)
        started = perf_counter()
        found[each] = answer(connection, each, blocks)
        took = 1000 * (perf_counter() - started)
        times[each.kind].append(took)
        times["all"].append(took)
    for kind, took in sorted(times.items()):
        last = quantiles(took, n=20)[-1] if len(took) > 1 else took[0]
        print(f"  {name:<18}{kind:<16}{len(took):>4}{median(took):>10.1f}{last:>10.1f}")
    return found


def plain(url: str) -> str:
    """The address as the driver alone takes it."""
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)


if __name__ == "__main__":
    main()
