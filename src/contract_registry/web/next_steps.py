"""What to do next about a file that could not be read, in the words of the pages and of the API: an option of a command is no help there."""

from __future__ import annotations

_PRINT = "or open the file yourself and print it to a new PDF."
_BOTH = {
    "too slow": "Split it into smaller files.",
    "unexpected": "Try again. If it does not work then either, tell whoever runs this service.",
}
_ON_PAGES = {**_BOTH, "encrypted": f"Send it again with its password, in the field “Password of a locked PDF”; {_PRINT}"}
_OVER_API = {**_BOTH, "encrypted": f"Send it again with its password in the field `password`, {_PRINT}"}


def on_page(next_step: str | None, kind: str) -> str | None:
    """What to do next about an error of this kind, as it is told on a page."""
    return _ON_PAGES.get(kind.replace("-", " "), next_step)


def over_api(next_step: str | None, kind: str) -> str | None:
    """The same as it is told over the API."""
    return _OVER_API.get(kind.replace("-", " "), next_step)
