"""What must be said of a web page that does not show all of its words."""

from __future__ import annotations

from contract_registry.core.document import Problem

_MANY_HIDDEN_WORDS = 100
"""From here on, what the page hides may well be a section of the terms that was closed when the page was saved."""

FRAMES = Problem(
    "part not read",
    "This page shows other pages inside it, which the file does not hold. Open the inner page by itself and save that one, or paste its text.",
)


def hidden_text(words: int) -> Problem:
    """A page that hides about so many words."""
    return Problem(
        "part not read" if words >= _MANY_HIDDEN_WORDS else "hidden text",
        f"The page hides about {words} words (closed sections, or text that nobody can see). They were not read: "
        "open every section in the browser and save the page again, or paste the text.",
    )
