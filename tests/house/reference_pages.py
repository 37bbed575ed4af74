"""Makes the reference pages that are written by the code itself: `python tests/house/reference_pages.py` puts them in place."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from contract_registry.cli.app import NAME, app
from contract_registry.core.disclosure.roles import ALLOWED, Role
from contract_registry.exporting.comparison_schema import comparison_schema
from contract_registry.exporting.drift_schema import drift_schema
from contract_registry.exporting.scan_schema import scan_schema
from contract_registry.operations.rule_pages import write_rule_pages
from contract_registry.settings import variables
from contract_registry.web.app import with_routes
from contract_registry.web.who import what_routes_ask

ROOT = Path(__file__).parents[2]
MADE = "Made from the code by `make reference`; change the code and run it again."
WIDTH = 100
RULES = "docs/rules"


def pages() -> dict[str, str]:
    """The text of each page, by its path from the top of the checkout."""
    return {
        "docs/reference/cli.md": command_page(),
        "docs/reference/settings.md": settings_page(),
        "docs/reference/who-may.md": routes_page(),
        "docs/reference/scan.schema.json": json.dumps(scan_schema(), indent=2, ensure_ascii=False) + "\n",
        "docs/reference/compare.schema.json": json.dumps(comparison_schema(), indent=2, ensure_ascii=False) + "\n",
        "docs/reference/drift.schema.json": json.dumps(drift_schema(), indent=2, ensure_ascii=False) + "\n",
    }


def command_page() -> str:
    """What `--help` says of every command."""
    sections = [f"## {name}\n\n```text\n{text}\n```\n" for name, text in helps(typer.main.get_command(app), NAME, None)]
    return f"# Commands\n\n{MADE} Exit statuses stand on [a page of their own](exit-status.md).\n\n" + "\n".join(sections)


def helps(command: Any, name: str, parent: Any) -> Iterator[tuple[str, str]]:
    """The help of a command and of those below it."""
    width = {"terminal_width": WIDTH, "max_content_width": WIDTH}
    context = command.context_class(command, info_name=name.rpartition(" ")[2], parent=parent, **command.context_settings, **width)
    yield name, "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    for below, child in getattr(command, "commands", {}).items():
        yield from helps(child, f"{name} {below}", context)


def settings_page() -> str:
    """The variables of the environment with their defaults."""
    rows = [f"| `{name}` | {default or 'none'} | {says} |" for name, default, says in variables()]
    head = "| variable | default | what it sets |\n|---|---|---|"
    return f"# Settings\n\n{MADE} An option of a command goes before its variable.\n\n{head}\n" + "\n".join(rows) + "\n"


def routes_page() -> str:
    """Every address of the service with the roles that it lets in."""
    roles = list(Role)
    asked = sorted(what_routes_ask(with_routes()).items(), key=lambda each: (not each[0][1].startswith("/api/"), each[0][1], each[0][0]))
    rows = [
        f"| `{method} {path}` | {' · '.join(sorted(what.value for what in asks))} | "
        + " | ".join("●" if all(role in ALLOWED[what] for what in asks) else "" for role in roles)
        + " |"
        for (method, path), asks in asked
    ]
    head = f"| address | asks for | {' | '.join(role.value for role in roles)} |\n|---|---|{':-:|' * len(roles)}"
    return (
        f"# Who may do what\n\n{MADE} A visitor is whoever is not signed in. That a role may ask does not mean that there is an answer: a contract is there "
        "for its owner alone, and for an officer or a caseworker to whom it is granted, once a purpose is stated; for everybody else it is *not found*.\n\n"
        f"{head}\n" + "\n".join(rows) + "\n"
    )


def main() -> None:
    for path, text in pages().items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8", newline="\n")
        sys.stdout.write(f"{path}\n")
    for name in write_rule_pages(ROOT / "clause_rules", ROOT / RULES):
        sys.stdout.write(f"{RULES}/{name}\n")


if __name__ == "__main__":
    main()
