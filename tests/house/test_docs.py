"""What the pages promise is there: links lead somewhere, and commands exist."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
import typer

from contract_registry.cli.app import NAME, app
from house.reference_pages import helps


class Link(NamedTuple):
    page: Path
    target: str
    anchor: str


def pages(files: list[Path]) -> list[Path]:
    """Every page; contracts that are written to try rules on are none."""
    return [file for file in files if file.suffix == ".md" and "samples" not in file.parts and file.parts[:2] != ("learning", "documents")]


def prose(text: str) -> str:
    """A page without its code."""
    return re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.DOTALL)


def links(page: Path, root: Path) -> list[Link]:
    found = re.findall(r"\]\((?![a-z]+:)([^)#\s]*)(?:#([^)\s]*))?\)", prose((root / page).read_text(encoding="utf-8")))
    return [Link(page, target, anchor) for target, anchor in found]


def anchors(page: Path) -> set[str]:
    """The anchors that a rendered page offers: its headings in lower case, words joined by dashes."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.fixture(scope="module")
def targets(root: Path) -> set[str]:
    return set(re.findall(r"^([a-z]+):", (root / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def test_no_link_is_broken(files: list[Path], root: Path) -> None:
    broken = []
    for page in pages(files):
        for link in links(page, root):
            goal = (root / page.parent / link.target).resolve() if link.target else root / page
            if not goal.exists() or (link.anchor and link.anchor not in anchors(goal)):
                broken.append(f"{page}: {link.target}#{link.anchor}")

    assert broken == []


def test_every_make_command_on_a_page_is_a_target(files: list[Path], root: Path, targets: set[str]) -> None:
    commands = {
        (str(page), name)
        for page in pages(files)
        for name in re.findall(r"(?:^|`|&& )make ([a-z]+)", (root / page).read_text(encoding="utf-8"), re.MULTILINE)
    }

    assert {(page, name) for page, name in commands if name not in targets} == set()


def commands(page: Path, root: Path) -> set[tuple[tuple[str, ...], str]]:
    """Each command of ours on a page, with each option that follows it on the same line ("" for none)."""
    found: set[tuple[tuple[str, ...], str]] = set()
    for line in (root / page).read_text(encoding="utf-8").splitlines():
        for said in re.split(r"contract-registry (?=[a-z])", line)[1:]:
            words = re.match(r"(?:rules|db|people|audit) [a-z-]+|[a-z]+(?:-[a-z]+)*", said)[0].split()
            found |= {(tuple(words), option) for option in ["", *re.findall(r"(?<=\s)--[a-z-]+", said)]}
    return found


def test_every_command_and_option_on_a_page_exists(files: list[Path], root: Path) -> None:
    said = set().union(*(commands(page, root) for page in pages(files)))
    shown = dict(helps(typer.main.get_command(app), NAME, None))

    asked = [(" ".join((NAME, *words)), option) for words, option in sorted(said)]
    assert {name for name, _ in asked if name not in shown} == set()
    assert [(name, option) for name, option in asked if option not in shown[name]] == []


def test_the_report_in_the_readme_is_the_one_that_scan_gives(root: Path) -> None:
    shown = re.search(r"```text\n(.*?)\n *It means", (root / "README.md").read_text(encoding="utf-8"), re.DOTALL)[1]

    given = subprocess.run(
        [sys.executable, "-m", "contract_registry", "scan", "tests/samples/commission.txt"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert given.partition("It means")[0].rstrip() == shown.rstrip(), "copy the report anew"


def test_make_alone_prints_every_target(root: Path, targets: set[str]) -> None:
    shown = subprocess.run(["make", "--no-print-directory"], cwd=root, capture_output=True, text=True, check=True).stdout

    assert set(re.findall(r"^make ([a-z]+) ", shown, re.MULTILINE)) == targets


def test_decisions_are_numbered_listed_and_of_one_shape(files: list[Path], root: Path) -> None:
    records = [file for file in files if file.parent == Path("docs/decisions") and re.match(r"\d{4}-", file.name)]
    index = (root / "docs/decisions/README.md").read_text(encoding="utf-8")

    assert [int(record.name[:4]) for record in records] == list(range(1, len(records) + 1))
    for record in records:
        sections = re.findall(r"^## (.+)$", (root / record).read_text(encoding="utf-8"), re.MULTILINE)
        assert sections == ["Context", "Decision", "Consequences", "Alternatives", "References"], record
        assert f"({record.name})" in index, record
