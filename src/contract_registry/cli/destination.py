"""Where reports go and in which form: worked out from --output and --format, and refused where the two contradict each other."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from contract_registry.cli.options import Format
from contract_registry.errors import WrongUsage

_BY_ENDING = {
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".json": Format.JSON,
    ".jsonl": Format.JSON,
    ".txt": Format.TERMINAL,
}
_ENDINGS = {Format.HTML: ".html", Format.JSON: ".json", Format.TERMINAL: ".txt"}
_EXAMPLE = "reports/"


@dataclass(frozen=True, slots=True)
class Destination:
    """The form of the reports and their place: standard output without a `path`, one file, or a folder with a file for each."""

    form: Format
    path: Path | None = None
    is_folder: bool = False
    on_one_line: bool = False
    taken: set[Path] = field(default_factory=set)

    def file_for(self, name: str) -> Path:
        """The file for the report on the document of this name; in a folder one that was not given before."""
        assert self.path is not None
        if not self.is_folder:
            return self.path
        plain = "".join(letter if letter.isalnum() or letter in " -_.+()" else "_" for letter in name).strip(" .")[:120] or "report"
        ending, count = _ENDINGS[self.form], 2
        path = self.path / f"{plain}{ending}"
        while path.resolve() in self.taken:
            path, count = self.path / f"{plain}-{count}{ending}", count + 1
        self.taken.add(path.resolve())
        return path


def destination_of(
    output: str | None, form: Format | None, *, several: bool, keep: Iterable[Path] = (), is_terminal: bool = False
) -> Destination:
    """The destination that was asked for; WrongUsage, saying what would do, where --output fits neither the form nor the number of reports.

    JSON is indented for a person: on a terminal or in a file that ends in .json; else every document is one line. `keep` must not be written over.
    """
    if output is None:
        return _standard_output(form or Format.TERMINAL, several=several, is_terminal=is_terminal)
    path = Path(output)
    if output.endswith(("/", os.sep)) or path.is_dir():
        if path.exists() and not path.is_dir():
            raise WrongUsage(f"{path} is a file, so it cannot be a folder for reports. Give --output another name.")
        return Destination(form or Format.HTML, path, is_folder=True, taken=set(keep))
    if path.exists() and not path.is_file():
        return Destination(form or Format.TERMINAL, path, on_one_line=several)
    return _one_file(path, form, several=several, keep=keep)


def _standard_output(form: Format, *, several: bool, is_terminal: bool) -> Destination:
    if form is Format.HTML and (several or is_terminal):
        many = "Several reports need a folder" if several else "A page of HTML is for a browser"
        raise WrongUsage(f"{many}: add --output {_EXAMPLE if several else 'report.html'}.")
    return Destination(form, on_one_line=several or not is_terminal)


def _one_file(path: Path, form: Format | None, *, several: bool, keep: Iterable[Path]) -> Destination:
    ending = path.suffix.lower()
    if not ending and form is Format.HTML and several:
        return Destination(form, path, is_folder=True, taken=set(keep))
    if ending not in _BY_ENDING and (ending or form is None):
        says = f"ends in {path.suffix}" if ending else "has no ending"
        raise WrongUsage(
            f"{path} {says}, and no report has that form. Let --output end in .html, .txt, .json or .jsonl, or in / for a folder of reports."
        )
    named = _BY_ENDING.get(ending, form)
    assert named is not None
    if form not in {None, named}:
        raise WrongUsage(
            f"{path} is a name for {named}, and --format asks for {form}. Leave --format out, or give --output another ending."
        )
    if several and ending in {".html", ".htm", ".json"}:
        instead = " A file that ends in .jsonl takes them all, one a line." if ending == ".json" else ""
        raise WrongUsage(f"One file {path} cannot hold several reports. Give a folder: --output {_EXAMPLE}.{instead}")
    return Destination(named, path, on_one_line=ending == ".jsonl" or several)
