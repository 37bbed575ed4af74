"""Pages in Markdown: what a rule file says, made harmless, and the templates it is set in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from contract_registry.exporting.inert import inert

TEMPLATES = Path(__file__).parent / "templates"
_MARKS = re.compile(r"([\\`*_\[\]<>|#~&])")
_AT_THE_BEGINNING = re.compile(r"^(\d+)([.)])(?=\s)|^([-+=])")


class Markdown(str):
    """Text that is Markdown already, and is set as it stands."""

    __slots__ = ()


def escaped(text: object) -> Markdown:
    """Text that reads in Markdown as it stands: on one line, with nothing in it taken for a mark. Markdown is left as it is."""
    if isinstance(text, Markdown):
        return text
    flowing = _MARKS.sub(r"\\\1", " ".join(inert(str(text)).split()))
    return Markdown(_AT_THE_BEGINNING.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", flowing))


def code(text: str) -> Markdown:
    """Text in the letters of a machine, whatever backticks stand in it."""
    flowing = " ".join(inert(text).split())
    ticks = "`" * (max(map(len, re.findall("`+", flowing)), default=0) + 1)
    room = " " if flowing.startswith("`") or flowing.endswith("`") else ""
    cell = flowing.replace("|", "\\|")
    return Markdown(f"{ticks}{room}{cell}{room}{ticks}")


def link(text: object, target: str) -> Markdown:
    """A link that reads `text`."""
    return Markdown(f"[{escaped(text)}]({target})")


def bold(text: object) -> Markdown:
    return Markdown(f"**{escaped(text)}**")


def quoted(text: str, focuses: Iterable[str] = ()) -> Markdown:
    """Words of a contract between quotation marks, each of `focuses` in bold where it stands in them."""
    flowing = " ".join(text.split())
    wanted = [re.escape(" ".join(focus.split())) for focus in focuses if focus.strip()]
    pieces = re.split(f"({'|'.join(wanted)})", flowing) if wanted else [flowing]
    return Markdown(f"“{''.join(_kept(piece, is_focus=bool(at % 2)) for at, piece in enumerate(pieces))}”")


def page(template: str, **said: object) -> str:
    """The page that `template` makes of what is said; every text in it is escaped, Markdown alone is set as it stands."""
    made = _environment().get_template(template).render(**said)
    return re.sub(r"\n{3,}", "\n\n", made).strip() + "\n"


def _kept(piece: str, *, is_focus: bool) -> str:
    """A piece of a text, escaped, with the space around it that escaping would take."""
    inner = bold(piece) if is_focus else escaped(piece)
    return f"{' ' * piece[:1].isspace()}{inner}{' ' * (piece[-1:].isspace() and bool(piece.strip()))}" if piece else ""


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=False,  # noqa: S701  what is made is Markdown, and `finalize` escapes for it
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=escaped,
    )
    environment.filters |= {"code": code, "bold": bold}
    return environment
