"""`contract-registry search`: clauses of the registry as somebody may see them, on the screen or as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from contract_registry.cli.exits import Exit
from contract_registry.cli.options import Data
from contract_registry.cli.output import harmless, write_message, write_text
from contract_registry.cli.session import opened_access
from contract_registry.core.disclosure.searching.question import Asked, Facet, Sort
from contract_registry.errors import NotWritten, WrongUsage

if TYPE_CHECKING:
    from contract_registry.core.disclosure.searching.hit import Hit
    from contract_registry.operations.taking_out import TableFormat

_FACETS = ", ".join(Facet)


def search(
    words: Annotated[
        str, typer.Argument(metavar="WORDS", help="Words, phrases in quotation marks, or, and -without.", show_default=False)
    ] = "",
    as_: Annotated[str, typer.Option("--as", metavar="WHO", help="Mail address or id of whoever asks: what they may see is shown.")] = "",
    where: Annotated[
        list[str] | None, typer.Option(metavar="FACET=VALUE", help=f"Only what has this value; again for others. Facets: {_FACETS}.")
    ] = None,
    sort: Annotated[Sort, typer.Option(help="The order.")] = Sort.RELEVANCE,
    most: Annotated[int, typer.Option(min=1, max=500, metavar="NUMBER", help="How many clauses at most.")] = 20,
    output: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Take everything out as a file instead: .csv, .xlsx or .jsonl; the audit trail says so.",
            show_default=False,
        ),
    ] = None,
    data: Data = None,
) -> int:
    """Search the registry on behalf of somebody who can sign in.

    An officer or a caseworker sees what was shared with their organisation or branch, everybody what is public.
    """
    from contract_registry.operations.askers import asker_of_person
    from contract_registry.operations.people import find_person
    from contract_registry.operations.searching import search as run

    if not as_:
        raise WrongUsage("Say with --as on whose behalf you ask: a mail address or an id, as `contract-registry people list` shows them.")
    asked = Asked(words, frozenset(map(_pair, where or ())), sort)
    with opened_access(data) as access:
        asker = asker_of_person(find_person(access, as_))
        if output is not None:
            from contract_registry.operations.taking_out import take_out

            taken = take_out(access.store, asker, asked, _form(output))
            _write(output, taken.data)
            write_message(f"{taken.clauses:,} clauses are in {output}.\n")
            return Exit.DONE
        found = run(access.store, asker, asked, most)
    for hit in found.hits:
        write_text(_told(hit))
    write_message(f"{found.count:,}{'+' if found.is_more else ''} clauses; {len(found.hits):,} shown.\n")
    return Exit.DONE


def _told(hit: Hit) -> str:
    """A clause as a paragraph."""
    words = harmless("".join(words for words, _ in hit.snippet)) or "(no words of it are shared)"
    facts = [*hit.types, hit.severity, *hit.facts.values(), hit.engager, "public" if hit.is_public else ""]
    return f"{hit.id}  {harmless(' · '.join(filter(None, facts)))}\n  {words}\n\n"


def _pair(said: str) -> tuple[Facet, str]:
    facet, _, value = said.partition("=")
    if facet not in set(Facet) or not value:
        raise WrongUsage(f"--where takes FACET=VALUE, such as sector=games. Facets: {_FACETS}.")
    return Facet(facet), value


def _form(output: Path) -> TableFormat:
    from contract_registry.operations.taking_out import FORMATS

    for form in FORMATS:
        if output.suffix == f".{form}":
            return form
    raise WrongUsage(f"--output takes a name that ends in one of {', '.join(FORMATS)}.")


def _write(output: Path, data: bytes) -> None:
    try:
        output.write_bytes(data)
    except OSError as error:
        raise NotWritten(f"{output} cannot be written: {error.strerror}. Give another name.") from error
