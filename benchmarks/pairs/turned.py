"""Recipes that turn the sense: the other side, denials once and twice, the creator's leave, exceptions that swallow and exceptions that do not."""

from __future__ import annotations

import re

from pairs.contract import contract
from pairs.recipe import HARM, Material, Recipe
from pairs.sides import changed_about
from pairs.statements import Statement, other_side
from pairs.verbs import in_form, under_denial

_TWO_SIDED = frozenset({"moral-photo-privacy-waiver"})
"""Types whose creator may stand on either side, so that a changed side says nothing."""
_OF_PERSONS = re.compile(r"\b(dies|death|heirs|scanned|WFH|for hire|made-for-hire)\b", re.IGNORECASE)
"""What befalls persons alone, or makes an author of whoever is named: changed about, it says nothing or as much."""
_FOR_NOTHING = re.compile(r"without (any |further |additional )*(consideration|payment|compensation|consent)")
_NAMES = {"You": "you", "We": "us", "I": "me"}


def plain(said: Material, side: str = "") -> Statement | None:
    """The statement that the wording is, where it states one act and denies nothing (and its subject is of `side`, where given)."""
    statement = said.statement
    if statement is None or not statement.is_plain or side not in {"", statement.side}:
        return None
    return statement


def denied(statement: Statement) -> str:
    """The statement denied, without its full stop."""
    rest = under_denial(statement.rest)
    if statement.modal:
        return f"{statement.subject} {statement.modal} not {in_form(statement.verb, rest, 'base')}"
    helper = "do" if statement.is_spoken_to else "does"
    return f"{statement.subject} {helper} not {in_form(statement.verb, rest, 'base')}"


def object_name(statement: Statement) -> str:
    """The subject as it is called after a preposition."""
    return _NAMES.get(
        statement.subject,
        statement.lower().split(" ")[0] + statement.subject[3:] if statement.subject.startswith("The ") else statement.subject,
    )


def _other_side(said: Material) -> str | None:
    if said.wording.type in _TWO_SIDED or not said.is_one_sentence or _OF_PERSONS.search(said.text):
        return None
    return changed_about(said.text)


def _denied(said: Material) -> str | None:
    statement = plain(said)
    if not statement or (statement.side == "creator" and statement.modal in {"may", "can"}) or _FOR_NOTHING.search(statement.rest):
        return None
    return f"{denied(statement)}." if said.wording.type != "ai-use-required" else None


def _denied_of_things(said: Material) -> str | None:
    """A statement on things ("All artwork belongs to the Client") denied."""
    if (
        said.statement
        or not said.is_one_sentence
        or re.search(r"\b(not|no|never|without|nothing|neither|nor|none)\b|n't", said.text, re.IGNORECASE)
    ):
        return None
    found = re.fullmatch(
        r"(?P<what>(?!If |When |To |By |Provided |Notwithstanding )[A-Z][\w ,'’-]{2,60}?) (?P<helper>may|shall|will|is|are) (?P<rest>[^;]+)",
        said.text,
    )
    if not found or re.search(r"\b(I|you|we|who|which|that|may|will|shall|is|are|can)\b", found["what"], re.IGNORECASE):
        return None
    if re.search(r"\b(and|but) ((\w+ )?(shall|will|may|is|are|you|we|it|only)|\w+s)\b", found["rest"]):
        return None
    what = re.sub(r"^(All|Every|Each|Any)\b", "None of the" if found["what"].startswith("All") else "No", found["what"])
    if what != found["what"]:
        return f"{what} {found['helper']} {found['rest']}"
    return f"{what} {found['helper']} not {under_denial(found['rest'])}"


def _nothing_lets(said: Material) -> str | None:
    statement = plain(said, "engager")
    if not statement or statement.modal not in {"may", "can", "will"}:
        return None
    rest = under_denial(statement.rest)
    return f"Nothing in this Agreement entitles {object_name(statement)} to {in_form(statement.verb, rest, 'base')}."


def _nothing_prevents(said: Material) -> str | None:
    statement = plain(said, "engager")
    if not statement or statement.modal not in {"may", "can", "will"}:
        return None
    return f"Nothing in this Agreement shall prevent {object_name(statement)} from {statement.does('gerund')}."


def _not_restricted(said: Material) -> str | None:
    statement = plain(said, "engager")
    if not statement or statement.modal not in {"may", "can", "will"}:
        return None
    return f"{statement.subject} shall not be restricted from {statement.does('gerund')}."


def _with_leave(said: Material) -> str | None:
    statement = plain(said, "engager")
    if not statement or statement.modal not in {"may", "can", "will"} or "consent" in said.text:
        return None
    return f"{statement.said()}, but only with {_whose(statement, said.text)} prior written consent in each case."


def _unless_leave(said: Material) -> str | None:
    statement = plain(said, "engager")
    if not statement or statement.modal not in {"may", "will", "shall", "can"}:
        return None
    return f"{denied(statement)} without {_whose(statement, said.text)} prior written consent."


def _without_leave(said: Material) -> str | None:
    statement = plain(said, "engager")
    if not statement or statement.modal not in {"may", "can", "will"} or "consent" in said.text:
        return None
    return f"{statement.said()}, with or without {_whose(statement, said.text)} consent."


def _narrow(said: Material) -> str | None:
    statement = plain(said)
    return f"{statement.said()}, except in relation to the cover of the first edition." if statement else None


def _swallowed(said: Material) -> str | None:
    statement = plain(said, "engager")
    if not statement or statement.modal not in {"may", "will", "can", "shall"}:
        return None
    decides = "we see fit" if statement.subject == "We" else f"{object_name(statement)} sees fit"
    return f"{denied(statement)}, except as {decides}."


def _swallowed_by_will(said: Material) -> str | None:
    statement = plain(said, "engager")
    if not statement or statement.modal not in {"may", "will", "can", "shall"}:
        return None
    decides = "we decide" if statement.subject == "We" else f"{object_name(statement)} decides"
    return f"{denied(statement)} unless {decides} otherwise."


def _whose(statement: Statement, text: str) -> str:
    other = other_side(statement, text)
    return {"you": "your", "us": "our"}.get(other, f"{other}'s")


def _in_contract(make):
    def inside(said: Material) -> str | None:
        text = make(said)
        return contract(said.text, f"2. {text}") if text else None

    return inside


TURNED = (
    Recipe("the other side", "silent", _other_side, HARM),
    Recipe("the other side, in a contract", "silent", _in_contract(_other_side), HARM),
    Recipe("denied", "silent", _denied, HARM),
    Recipe("denied, in a contract", "silent", _in_contract(_denied), HARM),
    Recipe("denied of things", "silent", _denied_of_things, HARM),
    Recipe("nothing entitles them", "silent", _nothing_lets, HARM),
    Recipe("twice denied: nothing prevents", "found", _nothing_prevents, HARM),
    Recipe("twice denied: not restricted from", "found", _not_restricted, HARM),
    Recipe("only with leave", "silent", _with_leave, HARM),
    Recipe("not without leave", "silent", _unless_leave, HARM),
    Recipe("with or without leave", "found", _without_leave, HARM),
    Recipe("exception that leaves the harm", "found", _narrow, HARM),
    Recipe("promise swallowed: as they see fit", "asked", _swallowed, HARM),
    Recipe("promise swallowed: unless they decide", "asked", _swallowed_by_will, HARM),
)
