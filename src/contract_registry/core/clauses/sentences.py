"""Where sentences begin and end in a stretch of contract text, down to abbreviations, numbered references and table cells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contract_registry.core.clauses.tree import Clause
from contract_registry.core.clauses.wordlists import words_in
from contract_registry.core.text import Span, trimmed

_ENDS_LINE = r"\n\t\v\f\x1c-\x1e\x85\u2028\u2029"
_STOPS = re.compile(
    rf"[.?!…。！？｡{_ENDS_LINE}](?:(?<=[{_ENDS_LINE}])|(?<=[.?!…])[.?!…]*[\"”’»“'\)\]*_]*(?=\s)|(?<=[。！？｡])[。！？｡]*[”」』）\"]*)"
)
_CANNOT_END = words_in("""mr mrs ms dr prof sr st messrs hon rev no nos nr nrs art arts s ss cl cll sec sect para paras pt vol fig ed eds e.g i.e eg ie viz cf v vs approx ca
    abs bzw z.b d.h u.a i.d.r i.s.d o.ä evtl ggf vgl ziff bspw inkl zzgl sog gem lit hr fr m.e mme mlle p.ex ex p.e r.c ej núm núms pág págs apdo
    incl excl est resp al www nb n.b id ibid""")
"""Abbreviations that a sentence does not end with."""
_SELDOM_END = words_in("""inc ltd co corp llc plc l.l.c bros cia s.a s.l s.r.l s.à.r.l gmbh b.v n.v u.s u.k u.s.a u.s.c e.u d.b.a etc usw etcétera jr a.m p.m ph.d b.a m.a
    jan feb mar apr jun jul aug sep sept oct nov dec a.k.a c.f.r u.c.c u.n d.c n.y st ave blvd rd ste dept assn intl mfg""")
"""Abbreviations after which a sentence goes on, unless a word follows that commonly opens one."""
_OPENERS = words_in("""the this these those that you we i if in it any all each for no our your such by as to on at a an when where however nothing subject except notwithstanding
    he she they there neither either both every upon unless without with from after before until during my his her its their licensor licensee
    le la les l' un une ce cette ces il elle tout toute si en sous dans der die das ein eine es er sie wir ich im bei mit für wenn alle jede
    el los las una este esta si en todo toda lo""")
_BEFORE = 24
_PAIR, _LABEL = 2, 8
"""The cells of a row that is a label and an entry, and the most words of a label."""
_ANSWER = 2
"""Words of a sentence that is an answer and no number: "No. You keep them.", "A: No. We never do."."""
_LEADING_MARK = re.compile(r"[\s(\[\"“„«*_#>•–-]*(?:\d{1,3}|[A-Za-z]|[ivxlcdmIVXLCDM]{1,6})(?:\.(?:\d{1,3}|[a-z]))*\.[*_]*\Z")
_ITEM = re.compile(r"\s+\((?:[ivxl]{1,5}|[a-z])\)\s+[A-ZÀ-Þ“\"]")
"""The mark of an item that begins a new sentence: "…. (ii) Company acknowledges"."""
_MONTHS = re.compile(r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Abs|Satz|Kalender|Lebens)")
_WORD = re.compile(r"[^\s]*")


def sentences(text: str, span: Span) -> tuple[Span, ...]:
    """The sentences of `text` at `span`, in order: each without white space at its ends, together holding every other character.

    A full stop does not end one after an abbreviation, in a number or before a small letter; a semicolon never does; line breaks and tabs always do.
    """
    return tuple(sentences_as_asked(text, span))


def sentences_as_asked(text: str, span: Span) -> Iterator[Span]:
    """The same one by one, for whoever needs only the first of many."""
    start = span.start
    for end in _ends(text, span):
        piece = trimmed(Span(start, end), text)
        if piece.start < piece.end:
            yield piece
        start = end


def is_abbreviation(word: str) -> bool:
    """Whether a word with a full stop behind it is cut short ("Inc.", "e.g.")."""
    bare = word.rstrip(".").lower()
    return bare in _CANNOT_END or bare in _SELDOM_END or "." in bare


def units(text: str, clause: Clause) -> tuple[Span, ...]:
    """What is read as one statement in a clause: its sentences, or of a table row the row and then each of its cells.

    The label of a row of two cells says nothing without what stands beside it ("Waiver of moral rights | none").
    """
    if not clause.block.cells:
        return sentences(text, clause.body)
    row = trimmed(clause.own, text)
    cells = [trimmed(cell, text) for cell in clause.block.cells]
    if len(cells) == _PAIR and len(cells[0].of(text).split()) <= _LABEL:
        del cells[0]
    return (row, *(cell for cell in cells if cell.start < cell.end and cell != row))


def last_sentence(text: str, span: Span) -> Span:
    """The last sentence of `text` at `span`; `span` itself where there is none."""
    every = sentences(text, span)
    return every[-1] if every else span


def _ends(text: str, span: Span) -> Iterator[int]:
    """The offsets at which sentences end, the end of the span last."""
    start = span.start
    for match in _STOPS.finditer(text, span.start, span.end):
        if _is_end(text, start, match, span.end):
            start = match.end()
            yield start
    yield span.end


def _is_end(text: str, start: int, match: re.Match[str], limit: int) -> bool:
    at, mark = match.start(), text[match.start()]
    if mark not in ".?!…":
        return True
    following = _following(text, match.end(), limit)
    if not following:
        return True
    first = following.lstrip("\"“„«‘'([¿¡*_—–-")[:1] or following[0]
    if first.islower() and not (mark == "." and _ITEM.match(text, match.end(), limit)):
        return False
    if mark != "." or match.end() - at > 1:
        return mark in "?!" or not first.isdigit()
    return _stop_ends(text, start, at, following, first)


def _following(text: str, at: int, limit: int) -> str:
    """The word after the white space at `at`."""
    while at < limit and text[at].isspace():
        if text[at] in "\n\t":
            return ""
        at += 1
    word = _WORD.match(text, at, min(limit, at + _BEFORE))
    return word[0] if word else ""


def _stop_ends(text: str, start: int, at: int, following: str, first: str) -> bool:
    """Whether a single full stop at `at` ends the sentence that began at `start`, seen the word that follows it."""
    window = text[max(start, at - _BEFORE) : at]
    words = window.split()
    last = words[-1].lstrip("\"“„«‘'([*_").lower() if words else ""
    if last == "no" and len(text[start:at].split()) <= _ANSWER and following.rstrip(".,;:!?)").lower() in _OPENERS:
        return True
    if not last or last in _CANNOT_END:
        return False
    if at - start < _BEFORE and _LEADING_MARK.match(text[start : at + 1]):
        return False
    if last[-1].isdigit():
        return not (first.isdigit() and last.isdigit()) and not (len(last) < 3 and _MONTHS.match(following))  # noqa: PLR2004
    if last in _SELDOM_END or (len(last) == 1 and last.isalpha()) or (len(last) > 2 and last[-2] == "." and last.count(".") < 4):  # noqa: PLR2004
        return following.rstrip(".,;:!?)").lower() in _OPENERS
    return True
