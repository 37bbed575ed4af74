"""Whether a sentence tells of other people's contracts, or quotes a wording to show it, so that nothing in it binds anybody here."""

from __future__ import annotations

from itertools import zip_longest

from contract_registry.core.scanning.context.cues import EXAMPLE, Reading
from contract_registry.core.scanning.language import normals
from contract_registry.core.scanning.units import Heard

_SOME = frozenset({"some", "many", "most", "several"})
_OTHERS = frozenset(
    "companies publishers contracts agreements platforms clients studios labels services authors artists creators producers clauses employers "
    "broadcasters engagers writers photographers terms".split()
)
_OF_PREPOSITIONS = frozenset({"of", "with", "to", "by", "from", "for", "in", "like", "unlike", "and", "or", "as", "including"})
_ASK = frozenset(
    "ask asks want wants require requires insist insists say says include includes contain contains try tries seek seeks demand demands go goes "
    "expect expects state states provide provides let lets".split()
)
_ASK_WITHIN = 3
_SOURCES = normals(
    "survey report study article newsletter guide leaflet union member members research press newspaper journalist court judge"
)
_TELL = normals("found finds says said reports reported warns warned shows showed tells told explains explained held writes wrote")
_TELL_WITHIN = 6
_WORDINGS = normals("clauses clause terms wording wordings words language sentence sentences phrases lines contracts forms provisions")
_READ = frozenset({"read", "reads", "said", "says", "stated", "provided"})
_FORMER = frozenset({"earlier", "previous", "old", "former", "formerly", "draft", "drafts", "deleted", "removed"})
_HAD_WITHIN = 3


def is_told_of_others(act: Heard, reading: Reading) -> bool:
    """Whether what is said of `act` only reports ("some companies ask for terms under which ...", "told the union that she had ...")."""
    return _is_past_of_the_past(act, reading) or any(
        at < act.at and not any(at < end <= act.at for end in reading.statements) for at in _telling(reading)
    )


def _telling(reading: Reading) -> list[int]:
    """The words at which somebody else's terms are told of: "some companies | ask", "the survey | found that"."""
    found = []
    for at in range(reading.unit.own_word, len(reading.words)):
        word = reading.words[at]
        if word in _SOME and reading.word(at - 1) not in _OF_PREPOSITIONS:
            noun = next((place for place in (at + 1, at + 2) if reading.word(place) in _OTHERS), None)
            if noun and not _ASK.isdisjoint(reading.words[noun + 1 : noun + 1 + _ASK_WITHIN]):
                found.append(at)
        elif (
            word in _TELL
            and "that" in reading.words[at + 1 : at + 4]
            and not _SOURCES.isdisjoint(reading.words[max(at - _TELL_WITHIN, 0) : at])
        ):
            found.append(at)
    return found


def _is_past_of_the_past(act: Heard, reading: Reading) -> bool:
    """Whether the act was over before what is told: "had waived"."""
    if not reading.word(act.at).endswith(("ed", "en", "t", "n")):
        return False
    before = reading.words[max(act.at - _HAD_WITHIN, 0) : act.at]
    return "had" in before and all(
        word.endswith("ly") or word in {"had", "already", "never", "not", "also", "been"} for word in before[before.index("had") :]
    )


def is_quoted_to_show(act: Heard, reading: Reading) -> bool:
    """Whether the act stands in quotation marks that show a wording: 'clauses such as "The Author waives ..."', 'the old draft read "..."'."""
    quotes = [at for at, mark in reading.marks if mark == '"' and at >= reading.unit.own_word]
    for opens, closes in zip_longest(quotes[::2], quotes[1::2], fillvalue=len(reading.words)):
        if opens <= act.at < closes and opens > reading.unit.own_word:
            return _shows(opens, reading)
    return False


def _shows(opens: int, reading: Reading) -> bool:
    """Whether the words before a quotation say that it only shows a wording."""
    before = reading.words[reading.unit.own_word : opens]
    example = next((each for each in reading.said(EXAMPLE) if each.until == opens), None)
    noun = reading.word((example.at if example else opens - 1) - 1)
    if noun in _WORDINGS and (example or before[-1] == "like"):
        return True
    return before[-1] in _READ and not _FORMER.isdisjoint(before)
