"""`contract-registry audit`: what was done, and whether the trail of it is whole."""

from __future__ import annotations

import json
import re
from typing import Annotated

import typer

from contract_registry.cli.exits import Exit
from contract_registry.cli.options import Data
from contract_registry.cli.output import write_message, write_text, write_utf8
from contract_registry.cli.session import opened_access
from contract_registry.core.disclosure.audit import Break
from contract_registry.errors import WrongUsage

app = typer.Typer(name="audit", no_args_is_help=True, help="Read the audit trail, and see whether it is whole.", rich_markup_mode=None)


@app.command()
def verify(
    expect: Annotated[
        str,
        typer.Option(
            metavar="NUMBER:SUM", help="What an earlier run printed, so that a trail whose end was cut off is noticed.", show_default=False
        ),
    ] = "",
    data: Data = None,
) -> int:
    """Check that no entry was changed, taken away or put in between, and name the first that was.

    Write down elsewhere what it prints, and give it to the next run with --expect.
    """
    from contract_registry.operations.audit import verify_trail

    expected = _expected(expect) if expect else None
    with opened_access(data) as access:
        found = verify_trail(access, expected)
    if isinstance(found, Break):
        write_message(f"The audit trail is broken at entry {found.number}: {found.why}.\n")
        return Exit.CHANGED
    write_message(f"{found.entries:,} entries, each as it was written. To expect next time:\n")
    write_text(f"{found.entries}:{found.sum}\n")
    return Exit.DONE


@app.command()
def show(last: Annotated[int, typer.Option(min=1, metavar="NUMBER", help="How many of the last entries.")] = 50, data: Data = None) -> int:
    """Print the last entries, a line of JSON each: ids and what happened, never a name or a word of a contract."""
    from contract_registry.operations.audit import entries_of

    with opened_access(data) as access:
        for entry in entries_of(access, last):
            write_utf8(json.dumps(entry, ensure_ascii=False) + "\n")
    return Exit.DONE


def _expected(words: str) -> tuple[int, str]:
    if not (found := re.fullmatch(r"([1-9]\d{0,17}):([0-9a-f]{64})", words)):
        raise WrongUsage("--expect takes what an earlier run printed: a number, a colon and a sum of 64 digits.")
    return int(found[1]), found[2]
