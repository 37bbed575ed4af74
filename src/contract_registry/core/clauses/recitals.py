"""Where recitals begin and where they end: their headings and first words, the formula by which the parties agree, and words that bind."""

from __future__ import annotations

import re

from contract_registry.core.text import Span

OPENING_CLAUSES = 80
"""Recitals, and the formula after them, stand among the first so many clauses of a document."""
_HEADING = re.compile(
    r"(?:recitals?|background|whereas|w\s?i\s?t\s?n\s?e\s?s\s?s\s?e\s?t\s?h|preamble|preliminary statements?|präambel|vorbemerkung(?:en)?|préambule|exposé(?: préalable)?|considérant"
    r"|antecedentes|exponen|expositivo|considerandos|manifiestan|overwegende|premesse)\W*\Z",
    re.IGNORECASE,
)
_FIRST_WORDS = re.compile(
    r"(?:AND\s+)?WHEREAS\b|(?:and\s+)?whereas[,:]?\s|ATTENDU\b|CONSIDÉRANT\b|Attendu que|Considérant (?:que|ce qui)|CONSIDERANDO\b|In Erwägung|OVERWEGENDE\b"
)
_AGREED = re.compile(
    r"\b(?:NOW,?\s+(?:THEREFORE|WHEREFORE|IT\s+IS|THIS\s+\w+\s+WITNESS)|THEREFORE,|I[Tt]\s+(?:IS|is)\s+(?:(?i:now|hereby|therefore|mutually|understood and)\s+){0,3}(?:AGREED|agreed)\b"
    r"|In\s+consideration\s+of|IN\s+CONSIDERATION\s+OF|(?i:parties(?:\s+(?:hereby|hereto|therefore|now|mutually))*\s+agree)\b|AGREED\s+TERMS|Agreed\s+terms"
    r"|(?:OPERATIVE|Operative)\s+(?i:provisions?|part)\b|[Ii]l a été convenu|Dies vorausgeschickt|ACUERDAN|ESTIPULAN)"
)
"""What parties say between recitals and terms."""
_TURN = re.compile(r"[;,.:]\s+(?=NOW,?\s+(?:THEREFORE|WHEREFORE|IT\s+IS|THIS)\b)", re.IGNORECASE)
_POINTS_ON = re.compile(
    r"(?:(?:agree|covenant|stipulate)\w*[^.;]{0,60}(?:as follows|following|that)|agreed|therefore|as follows|terms? and conditions|ACUERDAN|ESTIPULAN)\W*\Z"
    r"|convenu[^.;]{0,40}(?:suit|suivant)|vereinbaren[^.;]{0,80}folgend|acuerdan[^.;]{0,60}siguient",
    re.IGNORECASE,
)
_PARTIES = re.compile(r"\b(?:part(?:ies|y)|hereto|therefore|witnesseth|whereas|undersigned|hereby agreed|parteien|partes)\b", re.IGNORECASE)
_INTRODUCES = re.compile(
    r"[^.;:]{0,80}\b(?:agreement|contract|deed|licen[cs]e|release|assignment|vertrag|vereinbarung|contrat|accord|contrato|acuerdo)\b[^.;:]{0,80}\b(?:between|among|zwischen|entre)\b",
    re.IGNORECASE,
)
_BINDS = re.compile(
    r"\b(?:hereby|shall|must|(?<!and )(?<!or )assigns|waives|grants|transfers|licenses|agrees?\s+(?:to|that|not)|hiermit|überträgt|räumt|cède|renonce|cede|renuncia)\b",
    re.IGNORECASE,
)
_TAIL = 400
_LAST = 40
_LAST_WORDS = ("agreed", "therefore", "follow", "that", "conditions", "acuerdan", "estipulan")
_ELSEWHERE = ("convenu", "vereinbaren", "acuerdan")
"""Words without which the formula is not there; asked for first, since most paragraphs end otherwise."""
_LONGEST = 4_000


def heads_recitals(heading: str) -> bool:
    """Whether a heading stands over recitals ("WHEREAS", "Background")."""
    return _HEADING.match(heading) is not None


def begins_as_recital(text: str, at: int) -> bool:
    """Whether the words at `at` are those a recital begins with ("WHEREAS, the Author …")."""
    return _FIRST_WORDS.match(text, at) is not None


def agrees(text: str, body: Span) -> bool:
    """Whether the words hold, anywhere, the formula that stands between recitals and terms ("NOW IT IS AGREED as follows:")."""
    return _AGREED.search(text, body.start, min(body.end, body.start + _LONGEST)) is not None or _ends_in_agreement(text, body)


def turn(text: str, span: Span) -> int | None:
    """Where a block that begins as a recital turns to what is agreed ("… ; NOW, THEREFORE, the Author assigns …"); None where it does not."""
    match = _TURN.search(text, span.start, span.end) if begins_as_recital(text, span.start) else None
    return match.end() if match else None


def opens_contract(text: str, body: Span) -> bool:
    """Whether what the words lead into is the whole contract and no list: they end in that formula, or in the last of its parties."""
    introduces = text[body.end - 1] != ":" and _INTRODUCES.match(text, body.start, body.end) is not None
    return introduces or _ends_in_agreement(text, body)


def _ends_in_agreement(text: str, body: Span) -> bool:
    tail = Span(max(body.start, body.end - _TAIL), body.end)
    said = tail.of(text).lower()
    if not any(word in said for word in _ELSEWHERE) and not any(word in said[-_LAST:] for word in _LAST_WORDS):
        return False
    return _POINTS_ON.search(text, tail.start, tail.end) is not None and any(
        formula.search(text, tail.start, tail.end) for formula in (_PARTIES, _AGREED)
    )


def binds(text: str, body: Span) -> bool:
    """Whether the words do or promise something, as no recital does."""
    return _BINDS.search(text, body.start, body.end) is not None
