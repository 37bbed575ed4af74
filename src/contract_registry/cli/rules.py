"""`contract-registry rules`: check, test, lock, show and begin rules, for those who write them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from contract_registry.cli.exits import Exit
from contract_registry.cli.options import Debug, ReadFormat, Rules
from contract_registry.cli.output import screen_of, write_text, write_utf8
from contract_registry.cli.session import opened

app = typer.Typer(name="rules", no_args_is_help=True, help="Check, test, lock, show and begin rules.", rich_markup_mode=None)

Form = Annotated[ReadFormat, typer.Option("--format", help="For people, or for programs.")]


@app.command()
def check(rules: Rules = None, format: Form = ReadFormat.TEXT, debug: Debug = False) -> int:  # noqa: A002, ARG001  the option's name; --debug is looked for by the door itself
    """Check every rule file: form, patterns, concepts, cases, versions, and that nothing made from them is behind."""
    from contract_registry.operations.render_rules import checked_as_json, checked_as_text
    from contract_registry.operations.rules import check_rules

    with opened(rules=rules) as system:
        checked = check_rules(system.rules_folder)
    if format is ReadFormat.JSON:
        write_utf8(checked_as_json(checked))
    else:
        write_text(checked_as_text(checked))
    return Exit.FILE_FAILED if checked.complaints else Exit.DONE


@app.command("test")
def try_(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[RULE]...", help="Ids, short names or types; all rules without.", show_default=False)
    ] = None,
    rules: Rules = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show the cases that hold, too.")] = False,
    format: Form = ReadFormat.TEXT,  # noqa: A002
    debug: Debug = False,  # noqa: ARG001
) -> int:
    """Run the cases of rules: what each must find, what it said, and what stopped it or made it speak."""
    from contract_registry.operations.render_rules import tried_as_json, tried_as_text
    from contract_registry.operations.rules import try_rules

    with opened(rules=rules) as system:
        tried = try_rules(system.rules_folder, names or ())
    if format is ReadFormat.JSON:
        write_utf8(tried_as_json(tried))
    else:
        screen = screen_of(sys.stdout)
        write_text(tried_as_text(tried, width=screen.width, colour=screen.colour, verbose=verbose))
    return Exit.FILE_FAILED if tried.failed else Exit.DONE


@app.command()
def lock(rules: Rules = None, debug: Debug = False) -> int:  # noqa: ARG001
    """Lock the versions of all rules that are no drafts, and write what is made from the rules: rulebook.lock, rulebook.json, schema/."""
    from contract_registry.operations.rule_lock import lock_rules

    with opened(rules=rules) as system:
        changes = lock_rules(system.rules_folder)
    write_text("".join(f"{change}\n" for change in changes) or "Nothing has changed since the last lock.\n")
    return Exit.DONE


@app.command()
def show(
    name: Annotated[
        str, typer.Argument(metavar="[RULE]", help="Id, short name or type of a rule; all are listed without it.", show_default=False)
    ] = "",
    rules: Rules = None,
    format: Form = ReadFormat.TEXT,  # noqa: A002
    debug: Debug = False,  # noqa: ARG001
) -> int:
    """Show a rule as its small essay: what, why, what to ask and propose, law, misfires, cases, version and file."""
    from contract_registry.operations.render_rules import pages_as_json, pages_as_text, rules_as_text
    from contract_registry.operations.rules import pages_of

    screen = screen_of(sys.stdout)
    with opened(rules=rules) as system:
        if format is ReadFormat.JSON:
            write_utf8(pages_as_json(pages_of(system.rules_folder, name)))
        elif name:
            write_text(pages_as_text(pages_of(system.rules_folder, name), width=screen.width, colour=screen.colour))
        else:
            write_text(rules_as_text(system.rulebook(), width=screen.width, colour=screen.colour))
    return Exit.DONE


@app.command()
def pages(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder for the pages.", show_default=False)],
    rules: Rules = None,
    debug: Debug = False,  # noqa: ARG001
) -> int:
    """Write a page in Markdown for each rule and each type, and an index: README.md in the folder for the pages."""
    from contract_registry.operations.render_rules import written_pages_as_text
    from contract_registry.operations.rule_pages import write_rule_pages

    with opened(rules=rules) as system:
        changed = write_rule_pages(system.rules_folder, folder)
    write_text(written_pages_as_text(changed, folder))
    return Exit.DONE


@app.command()
def new(
    rule: Annotated[str, typer.Argument(metavar="PACK.RULE", help="Id of the new rule, such as common.portfolio-ban.", show_default=False)],
    type_name: Annotated[
        str, typer.Option("--type", metavar="TYPE", help="The kind of clause, such as terms-portfolio-ban.", show_default=False)
    ],
    rules: Rules = None,
    debug: Debug = False,  # noqa: ARG001
) -> int:
    """Begin a rule: a file with every field in its order and comments that teach, and its cases beside it."""
    from contract_registry.operations.rules import begin_rule

    with opened(rules=rules) as system:
        files = begin_rule(system.rules_folder, rule, type_name)
    write_text("".join(f"{file}\n" for file in files) + f"Write your cases and patterns, then run `contract-registry rules test {rule}`.\n")
    return Exit.DONE
