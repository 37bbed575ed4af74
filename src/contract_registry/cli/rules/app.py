"""`contract-registry rules`: the commands for those who write rules, put together."""

from __future__ import annotations

import typer

from contract_registry.cli.rules import cases, check, diff, evaluate, lock, new, pages, show

app = typer.Typer(
    name="rules", no_args_is_help=True, help="Check, test, lock, show and begin rules, measure and compare them.", rich_markup_mode=None
)
app.command()(check.check)
app.command("test")(cases.try_)
app.command()(evaluate.evaluate)
app.command()(diff.diff)
app.command()(lock.lock)
app.command()(show.show)
app.command()(pages.pages)
app.command()(new.new)
