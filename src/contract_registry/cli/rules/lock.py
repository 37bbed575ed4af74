"""`contract-registry rules lock`: the versions of the rules as they stand now."""

from __future__ import annotations

from contract_registry.cli.exits import Exit
from contract_registry.cli.options import Debug, Rules
from contract_registry.cli.output import write_text
from contract_registry.cli.session import opened


def lock(rules: Rules = None, debug: Debug = False) -> int:  # noqa: ARG001
    """Lock the versions of all rules that are no drafts, and write what is made from the rules: rulebook.lock, rulebook.json, phrases.json, schema/."""
    from contract_registry.operations.rule_lock import lock_rules

    with opened(rules=rules) as system:
        changes = lock_rules(system.rules_folder)
    write_text("".join(f"{change}\n" for change in changes) or "Nothing has changed since the last lock.\n")
    return Exit.DONE
