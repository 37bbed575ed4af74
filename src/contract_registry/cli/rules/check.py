"""`contract-registry rules check`: whether every file of the rules is in order."""

from __future__ import annotations

from contract_registry.cli.exits import Exit
from contract_registry.cli.options import Debug, ReadForm, ReadFormat, Rules
from contract_registry.cli.output import write_text, write_utf8
from contract_registry.cli.session import opened


def check(rules: Rules = None, format: ReadForm = ReadFormat.TEXT, debug: Debug = False) -> int:  # noqa: A002, ARG001  the option's name; --debug is looked for by the door itself
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
