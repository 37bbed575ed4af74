"""The commands of `contract-registry` and the way out of them: every error ends as one paragraph and a documented status."""

from __future__ import annotations

import io
import sys
import traceback
from collections.abc import Sequence
from typing import Annotated

import typer

from contract_registry import __version__
from contract_registry.cli import (
    audit,
    bulk_import,
    compare,
    db,
    drift,
    history_import,
    people,
    read,
    redact,
    scan,
    search,
    serve,
    token,
    worker,
)
from contract_registry.cli.exits import Exit, exit_for
from contract_registry.cli.output import OUTPUT_TROUBLES, OutputClosed, output_trouble, silence, write_message, write_text
from contract_registry.cli.rules.app import app as rules
from contract_registry.errors import ContractRegistryError

NAME = "contract-registry"
FAULT = (
    "Something went wrong inside Contract Registry: {what}.\n"
    "Run the command again with --debug and report what it shows; leave the contract itself out of the report.\n"
)

_UsageError: type[Exception] = typer.BadParameter.__bases__[0]

app = typer.Typer(
    name=NAME,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(scan.scan)
app.command()(compare.compare)
app.command()(drift.drift)
app.command()(read.read)
app.command()(redact.redact)
app.command()(search.search)
app.command()(serve.serve)
app.command()(worker.worker)
app.command("import")(bulk_import.import_)
app.command()(history_import.import_history)
app.command()(token.token)
app.add_typer(rules)
app.add_typer(db.app)
app.add_typer(people.app)
app.add_typer(audit.app)


def _version(asked: bool) -> None:
    if asked:
        write_text(f"{NAME} {__version__}\n")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")] = False,
) -> None:
    """Read contracts of creative work and show the words that take rights away."""


def run(arguments: Sequence[str]) -> int:
    """The exit status of the command that `arguments` ask for; whatever happens is told on standard error."""
    try:
        status = _obey(arguments)
    except _UsageError as error:
        _show(error)
        return Exit.WRONG_USAGE
    except ContractRegistryError as error:
        write_message(f"{NAME}: {error.message}\n")
        return exit_for(error)
    except OutputClosed:
        return Exit.OUTPUT_CLOSED
    except Exception as fault:  # noqa: BLE001  nobody should have to read a traceback
        _tell_fault(fault, with_traceback="--debug" in arguments)
        return Exit.FAULT
    return status


def _obey(arguments: Sequence[str]) -> int:
    """The status that the command gives back; the parser writes help itself, and what goes wrong with that is told like any other output."""
    try:
        return int(typer.main.get_command(app).main(list(arguments), prog_name=NAME, standalone_mode=False) or 0)
    except OSError as error:
        if error.errno not in OUTPUT_TROUBLES:
            raise
        silence(sys.stdout)
        raise output_trouble(error) from error


def _show(error: Exception) -> None:
    """What the parser of the command line has to say, in its own form."""
    told = io.StringIO()
    show = getattr(error, "show", None)
    if show:
        show(file=told)
    write_message(told.getvalue() or f"{error}\n")


def _tell_fault(fault: Exception, *, with_traceback: bool) -> None:
    if with_traceback:
        write_message("".join(traceback.format_exception(fault)))
    what = " ".join(f"{type(fault).__name__}: {fault}".split())
    write_message(FAULT.format(what=what[:300].rstrip(".")))
