"""Whole contracts around a wording, harmless but for it: parties, delivery and pay, with the wording as a clause among them."""

from __future__ import annotations

import re
import textwrap

from pairs.sides import names_of, speaks_to_you

_OF_A_PLATFORM = re.compile(
    r"\b(content|upload\w*|post|posts|submissions?|services?|settings|audio|platform|users?|terms|account)\b", re.IGNORECASE
)


def contract(text: str, clause: str, *, before: str = "", after: str = "") -> str:
    """A contract between the parties that `text` names, with `clause` in its middle, `before` after the parties and `after` at its end.

    Words to "you" stand in an engagement letter, or in the terms of a platform where they speak of what is uploaded to one.
    """
    creator, engager = names_of(text)
    if speaks_to_you(text):
        made = _terms if _OF_A_PLATFORM.search(text) else _letter
        return made(clause, f'"we", "us" or the "{engager}"', before=before, after=after)
    return _paragraphs(
        "COMMISSION AGREEMENT",
        f'This agreement is made on 3 March 2027 between Northlight Books Ltd (the "{engager}") and Ada Ferrer (the "{creator}").',
        before,
        f"1. The {creator} shall deliver the Work by 1 May 2027.",
        clause,
        f"3. The {engager} shall pay a fee of £900 within 14 days of delivery.",
        after,
    )


def set_in(width: int, document: str) -> str:
    """`document` with its paragraphs set in lines of at most `width` letters."""
    return "\n\n".join(textwrap.fill(paragraph, width, break_on_hyphens=False) for paragraph in document.split("\n\n")) + "\n"


def _letter(clause: str, called: str, *, before: str, after: str) -> str:
    return _paragraphs(
        "LETTER OF ENGAGEMENT",
        "Dear Ada,",
        f"This letter is the agreement between you and Northlight Books Ltd ({called}) for one commission.",
        before,
        "1. You will deliver by 1 May 2027.",
        clause,
        "3. We will pay you £900 within 14 days of delivery.",
        after,
    )


def _terms(clause: str, called: str, *, before: str, after: str) -> str:
    return _paragraphs(
        "TERMS OF SERVICE",
        f"These terms are an agreement between you and Northlight Ltd ({called}).",
        before,
        "1. You need an account and must be 18 or older.",
        clause,
        "3. You can close your account on any day.",
        after,
    )


def _paragraphs(*paragraphs: str) -> str:
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph) + "\n"
