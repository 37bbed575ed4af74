"""The noun phrase that a bracketed definition stands for: "any content you upload" of "a licence to use any content you upload (“Content”)"."""

from __future__ import annotations

import re

from contract_registry.core.clauses.sentences import last_sentence
from contract_registry.core.clauses.wordlists import words_in
from contract_registry.core.text import Span, trimmed

_FARTHEST = 600
_DETERMINER = re.compile(
    r"(?<![\w'’-])(?:[Tt]he|[Aa]n?|[Aa]ny|[Aa]ll|[Ee]ach|[Ee]very|[Tt]his|[Tt]hese|[Tt]hose|[Ss]uch|[Cc]ertain|[Yy]our|[Oo]ur|[Mm]y|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er"
    r"|le|la|les|une?|des|toute?s?|tous|ce|cette|ces|votre|vos|notre|nos|der|die|das|den|dem|eine?[nmrs]?|alle|jede[rs]?|sämtliche|unsere?"
    r"|el|los|las|una|cualquier|tod[oa]s?|sus?)\s|(?<![\w'’-])l['’]"
)
_HANGS = words_in("""of in on for from with by to through under at as via and or which who whom whose you we including between among into upon within about regarding concerning plus having located residing whose
    de du des à au aux dans sur par pour avec et ou que qui dont en
    von im an am auf für mit durch und oder aus zu zum zur bei
    del con por para y o a""")
"""Words after which a noun phrase goes on."""
_SAYS = re.compile(r"(?:agree[sd]?|acknowledges?|understands?|represents?|warrants?|provided|ensures?|confirms?|so|means?)\Z")
_WHOLE = re.compile(r"collectively|together|jointly|ensemble|collectivement|gemeinsam|zusammen|conjuntamente", re.IGNORECASE)
_PERSON = re.compile(r"(?:(?<=\band )|(?<=\bet )|(?<=\bund )|(?<=\by )|(?<=[.,] ))(?:[A-ZÀ-Þ][\w.&'’-]*,?\s+){1,5}[A-ZÀ-Þ][\w.&'’-]*\s*\Z")
_NAME = re.compile(r"(?:(?<!\w)[A-ZÀ-Þ0-9][\w.&'’/-]*[,]?\s+|(?<!\w)(?:of|de|du|the|and|und|et|y|for|&)\s+){0,12}\Z")
_FLOOR = re.compile(
    r"(?:\b(?:between|among|entered into by|made by|zwischen|entre)\s*:?\s+|[\"”»“]\s?\)?[,.;]?\s+(?:(?:and|und|et|y|or|ou|oder|o)\s+)(?:\(?\d\)\s*)?|[\"”»“]\s?\)[,.]?\s+|\bWHEREAS,?\s+(?:the\s+)?(?=[A-Z])"
    r"|\b(?:may|shall|will|must|can|might)\s+(?:(?:also|not|only|from time to time)\s+)?[a-z]+\s+)"
)
_TAIL = re.compile(r"(?:\s+(?:are|is|be|being|shall be|will be|each|all)|[\s,;:–—-])+\Z")


def phrase_before(text: str, floor: int, at: int, defining: str) -> Span:
    """The words before `at` that a bracketed definition stands for, no farther back than `floor`; `defining` are the words in the bracket.

    Those "collectively" called something are all the sentence has named so far.
    """
    far = max(floor, at - _FARTHEST)
    if far > floor:
        far = max(text.find(" ", far, at), far)
    sentence = last_sentence(text, Span(far, at))
    if _WHOLE.search(defining):
        start = _after_introduction(text, sentence)
    else:
        start = _start_of_phrase(text, Span(_floor_of(text, sentence), sentence.end))
    tail = _TAIL.search(text, start, at)
    return trimmed(Span(start, tail.start() if tail else at), text)


def _after_introduction(text: str, sentence: Span) -> int:
    """Where the words after an introduction ("… as follows:") begin."""
    colon = text.rfind(": ", sentence.start, sentence.end)
    return sentence.start if colon < 0 else colon + 2


def _floor_of(text: str, sentence: Span) -> int:
    """Where the phrase begins at the earliest: after "between", after an earlier definition, after a main verb that no "that" leads to."""
    floor = sentence.start
    for match in _FLOOR.finditer(text, sentence.start, sentence.end):
        is_verb = match[0][-1:].isspace() and match[0][0].islower() and match[0].split()[0] in _MODALS
        if match.end() < sentence.end and not (is_verb and _RELATIVE.search(text[max(floor, match.start() - 40) : match.start()])):
            floor = match.end()
    return floor


_MODALS = words_in("may shall will must can might")
_RELATIVE = re.compile(r"\b(?:that|which|who|whom|you|we|I|they|if|when|where)\s+(?:\w+\s+){0,2}\Z")
_SHORT = 160


def _start_of_phrase(text: str, span: Span) -> int:
    if person := _PERSON.search(text, max(span.start, span.end - _SHORT), span.end):
        return person.start()
    starts = [match.start() for match in _DETERMINER.finditer(text, span.start, span.end)]
    if not starts:
        return span.start if len(span) < _SHORT else _start_of_name(text, span)
    start = starts.pop()
    while starts and _hangs(text, span.start, start):
        start = starts.pop()
    if not _hangs(text, span.start, start):
        return start
    name = _start_of_name(text, Span(span.start, start))
    return start if name == start else name


def _hangs(text: str, floor: int, start: int) -> bool:
    """Whether the words at `start` continue a phrase that began before them: after a preposition, a comma or "that"."""
    before = text[max(floor, start - 40) : start].rstrip()
    if not before:
        return False
    *earlier, last = before.split()
    last = last.lower()
    above = earlier[-1] if earlier else ""
    if last == "that":
        return _SAYS.search(above) is None
    return last[-1] == "," or last in _HANGS


def _start_of_name(text: str, span: Span) -> int:
    """Where the run of capitalised words that ends a span begins; the span's own start where nothing of the kind does."""
    floor = max(span.start, span.end - 120)
    name = _NAME.search(text[floor : span.end].rstrip(" ,") + " ")
    return floor + name.start() if name and name.group().strip() else span.start
