"""What every page for the browser is made with: templates, and its own style, which its policy allows by hash and nothing else."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from contract_registry.exporting import plain_words

TEMPLATES = Path(__file__).parent / "templates"


def html_page(template: str, styles: tuple[str, ...], **values: object) -> str:
    """The page that `template` makes of `values`, with these style sheets inside; nothing in it is fetched from anywhere, and nothing runs."""
    style = Markup("\n".join(_sheet(name) for name in styles))  # noqa: S704  our own files
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii")
    return _environment().get_template(template).render(style=style, style_hash=digest, words=plain_words, **values)


def _sheet(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    return Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
