"""Recipes that say the same in several places: list and lead-in, passive, defined terms of one hop and two, two sentences, two clauses, a schedule."""

from __future__ import annotations

import re

from pairs.contract import contract
from pairs.recipe import HARM, Material, Recipe
from pairs.statements import Statement, other_side, parts_of
from pairs.turned import object_name, plain
from pairs.verbs import form_of, in_form, under_denial

_LICENCE = re.compile(r"(?P<head>.*? an?) (?P<words>[a-z-]+(?:(?:, | and |, and )[a-z-]+)*) (?P<noun>licen[cs]e)(?P<tail> .*)?")
_PURPOSE = re.compile(r" to (?P<verb>[a-z]+)(?P<rest> .+)")
_FOR = re.compile(r" for (?P<what>(?!any purpose|all|the duration|what|a period|use in).+)")
_NOT_TAKEN_APART = frozenset({"ai-use-required", "buyout-power-of-attorney"})


def _listed(said: Material, *, closing: str = "") -> str | None:
    statement = plain(said)
    if not statement or ";" in said.text:
        return None
    if statement.modal:
        first, last = ("correct errors of spelling", "keep the invoice")
        lead, own = f"{statement.subject} {statement.modal}", f"{statement.adverbs}{statement.does('base')}"
    elif statement.is_spoken_to:
        first, last = ("are 18 or older", "keep your password secret")
        lead, own = statement.subject, f"{statement.adverbs}{statement.does('base')}"
    else:
        first, last = ("delivers the Work on time", "reads the proofs")
        lead, own = statement.subject, f"{statement.adverbs}{statement.does('third')}"
    return contract(said.text, f"2. {lead}:\n\n(a) {first};\n\n(b) {own}; and\n\n(c) {last}{closing}")


def _list(said: Material) -> str | None:
    return _listed(said, closing=".")


def _list_denied(said: Material) -> str | None:
    statement = plain(said, "engager")
    if not statement or not statement.modal:
        return None
    own = in_form(statement.verb, under_denial(statement.rest), "base")
    return contract(
        said.text,
        f"2. {statement.subject} {statement.modal} not:\n\n(a) be late with any payment;\n\n(b) {own}; or\n\n(c) lose the proofs.",
    )


def _list_with_leave(said: Material) -> str | None:
    statement = plain(said, "engager")
    if not statement or statement.modal not in {"may", "can"} or "consent" in said.text:
        return None
    whose = {"you": "your"}.get(other := other_side(statement, said.text), f"{other}'s")
    return _listed(said, closing=f",\n\nin each case only with {whose} prior written consent.")


def _passive(said: Material) -> str | None:
    statement = plain(said)
    parts = parts_of(statement) if statement else None
    if not statement or not parts or statement.subject == "I" or " to " in parts.object or " or " in statement.rest[:20]:
        return None
    if parts.tail.startswith(",") or _is_a_favour(statement):
        return None
    if parts.object.split(" ")[0] not in {"a", "an", "the", "any", "all", "your", "our", "automated", "every"}:
        return None
    what, done, by = parts.object[0].upper() + parts.object[1:], form_of(statement.verb, "participle"), object_name(statement)
    whom = f" {parts.whom if parts.whom.startswith('to') else 'to ' + parts.whom}" if parts.whom else ""
    be = f"{statement.modal} be" if statement.modal else f"{'are' if parts.is_many else 'is'} hereby"
    return f"{what} {be} {done}{whom} by {by}{parts.tail}."


def _is_a_favour(statement: Statement) -> bool:
    """Whether it lets the creator act, so that the harm lies in the conditions behind it."""
    return statement.side == "creator" and statement.modal in {"may", "can"}


def _purpose(statement: Statement) -> tuple[str, str] | None:
    """The statement without what it is done for, and that as a thing: ("We may use your content", "training our models")."""
    parts = parts_of(statement)
    if not parts or statement.side != "engager":
        return None
    if found := _PURPOSE.fullmatch(parts.tail):
        meaning = in_form(found["verb"], found["rest"], "gerund")
        if " or " in found["rest"].split(" the ")[0]:
            return None
    elif found := _FOR.fullmatch(parts.tail):
        meaning = found["what"]
    else:
        return None
    return statement.said(f" {parts.object}"), meaning


def _matter(statement: Statement) -> tuple[str, str] | None:
    """The statement with a term for what it is about, and that: ("The Author waives the Specified Rights", "all moral rights in the Work")."""
    parts = parts_of(statement)
    if (
        not parts
        or (parts.whom and not parts.whom.startswith("to"))
        or " to " in f" {parts.object} {parts.tail}"
        or "," in parts.object + parts.tail
    ):
        return None
    if not re.match(r"(all|any|every|the|any and all) ", parts.object):
        return None
    whom = f" {parts.whom}" if parts.whom else ""
    return statement.said(f"{whom} the Specified Matters{parts.tail}"), parts.object


def _terms(said: Material) -> tuple[str, str, str] | None:
    """(the statement with a term, the term, what it means)."""
    statement = plain(said)
    if not statement or said.wording.type in _NOT_TAKEN_APART or _is_a_favour(statement):
        return None
    if purpose := _purpose(statement):
        return f"{purpose[0]} for the Permitted Purpose", "Permitted Purpose", purpose[1]
    if matter := _matter(statement):
        return matter[0], "Specified Matters", matter[1]
    return None


def _one_hop(said: Material) -> str | None:
    terms = _terms(said)
    if not terms:
        return None
    clause, term, meaning = terms
    return contract(said.text, f"2. {clause}.", before=f'In this agreement:\n\n"{term}" means {meaning}.')


def _one_hop_far(said: Material) -> str | None:
    """The term defined at the end, in a schedule."""
    terms = _terms(said)
    if not terms:
        return None
    clause, term, meaning = terms
    return contract(said.text, f"2. {clause}.", after=f'SCHEDULE 1\n\nDefinitions\n\n"{term}" means {meaning}.')


def _two_hops(said: Material) -> str | None:
    terms = _terms(said)
    if not terms:
        return None
    clause, term, meaning = terms
    hops = f'"{term}" means the Further {term.split()[1]}.\n\n"Further {term.split()[1]}" means {meaning}.'
    return contract(said.text, f"2. {clause}.", before=f"In this agreement:\n\n{hops}")


def _two_sentences(said: Material) -> str | None:
    halves = _halves(said)
    return f"{halves[0]}. {halves[1]}." if halves else None


def _two_clauses(said: Material) -> str | None:
    halves = _halves(said)
    return contract(said.text, f"2. Use\n\n2.1 {halves[0]}.\n\n2.2 {halves[1]}.") if halves else None


def _halves(said: Material) -> tuple[str, str] | None:
    """What is done, and in a sentence of its own what that includes."""
    statement = plain(said)
    if statement is None or statement.modal not in {"may", "can", "will"}:
        return None
    parts = parts_of(statement)
    purpose = _purpose(statement)
    if not parts or not purpose:
        return None
    it = "them" if parts.is_many else "it"
    return purpose[0], f"This includes the right to {statement.verb} {it}{parts.tail}"


def _licence(said: Material) -> tuple[str, str] | None:
    statement = plain(said)
    found = _LICENCE.fullmatch(statement.said()) if statement else None
    if not found:
        return None
    *others, last = re.split(r", and |, | and ", found["words"])
    words = f"{', '.join(others)} and {last}" if others else last
    return (
        f"{found['head'].removesuffix('n') if found['head'].endswith(' an') else found['head']} {found['noun']}{found['tail'] or ''}",
        f"The {found['noun']} is {words}",
    )


def _licence_in_two(said: Material) -> str | None:
    halves = _licence(said)
    return f"{halves[0]}. {halves[1]}." if halves else None


def _licence_in_clauses(said: Material) -> str | None:
    halves = _licence(said)
    return contract(said.text, f"2. Licence\n\n2.1 {halves[0]}.\n\n2.2 {halves[1]}.") if halves else None


def _scheduled(said: Material) -> str | None:
    statement = plain(said)
    matter = _matter(statement) if statement and said.wording.type not in _NOT_TAKEN_APART and not _is_a_favour(statement) else None
    if not matter or not matter[0].endswith("the Specified Matters"):
        return None
    clause = matter[0].replace("the Specified Matters", "what is listed in Schedule 1")
    return contract(said.text, f"2. {clause}.", after=f"SCHEDULE 1\n\n1. {matter[1][0].upper()}{matter[1][1:]}.\n\n2. The sketches.")


APART = (
    Recipe("list with a lead-in", "found", _list),
    Recipe("list with a lead-in that denies", "silent", _list_denied, HARM),
    Recipe("list closed by leave", "silent", _list_with_leave, HARM),
    Recipe("passive", "found", _passive, HARM),
    Recipe("defined term", "found", _one_hop, HARM),
    Recipe("defined term, at the end", "found", _one_hop_far, HARM),
    Recipe("defined terms, two hops", "found", _two_hops, HARM),
    Recipe("two sentences", "found", _two_sentences, HARM),
    Recipe("two clauses", "found", _two_clauses, HARM),
    Recipe("licence in two sentences", "found", _licence_in_two, HARM),
    Recipe("licence in two clauses", "found", _licence_in_clauses, HARM),
    Recipe("listed in a schedule", "found", _scheduled, HARM),
)
