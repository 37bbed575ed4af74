"""`contract-registry rules concepts`: which concepts of the vocabulary say some words."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from contract_registry.cli.exits import Exit
from contract_registry.cli.options import Debug, ReadForm, ReadFormat, Rules
from contract_registry.cli.output import screen_of, write_text, write_utf8
from contract_registry.cli.session import opened


def concepts(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORDS]...", help='Words of a contract, such as "free of charge", or a whole sentence.', show_default=False
        ),
    ] = None,
    rules: Rules = None,
    format: ReadForm = ReadFormat.TEXT,  # noqa: A002
    debug: Debug = False,  # noqa: ARG001
) -> int:
    """Tell which concepts say some words: what each means, its act, its file, its languages, and the rules that use it.

    First those that a scan hears in the words, then those whose name, meaning or other phrases hold them. Without words, every concept in short.
    """
    from contract_registry.operations.concepts import look_up
    from contract_registry.operations.render_concepts import looked_up_as_json, looked_up_as_text

    with opened(rules=rules) as system:
        found = look_up(system.rules_folder, " ".join(words or ()))
    if format is ReadFormat.JSON:
        write_utf8(looked_up_as_json(found))
    else:
        screen = screen_of(sys.stdout)
        write_text(looked_up_as_text(found, width=screen.width, colour=screen.colour))
    return Exit.DONE
