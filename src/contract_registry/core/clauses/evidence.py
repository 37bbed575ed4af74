"""What the parties of a document do, counted for and against being its creator.

A cue is a verb, or a possession, with the party before it and the party after it. Its points go to whoever does it and to whoever it is done to:

==============  ===================================================  ============  ========
cue             example                                              who does it   to whom
==============  ===================================================  ============  ========
gives           "you grant us a licence", "assigns to the Company"   +3            -3
gives use       "we grant you a licence to use the Service"          -2            +1
lets            "I authorise the Producer to use my image"           +1            -1
gives up        "waives all moral rights"                            +2            -1
keeps           "the Artist retains the copyright"                   +2
vouches         "warrants that the Work is original"                 +1
makes           "content you upload", "shall deliver the Work"       +1
pays            "the Client will pay the Artist"                     -2            +2
uses            "may edit the Recordings"                            -1
engages         "commissions the Illustrator"                        -2            +2
has work        "your content", "the Author's name"                  +1
has a service   "our website", "the Company's affiliates"            -1
gets, paid,     "vests in the Company", "payable to the Author",     -2, +2,
made            "uploaded by you"                                    +1.5
==============  ===================================================  ============  ========

No cue counts more than three times for one party, so that a long document is not decided by its commonest phrase.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from contract_registry.core.clauses import cues
from contract_registry.core.clauses.cues import CUE_OF, CUES, CueName, PassiveName

_MOST = 3
_WORD = re.compile(r" (\w{3,14})")
_ACTS = frozenset((*CUE_OF, *cues.PASSIVE_OF))
_BEFORE = 70
_AFTER = 60
_THING = 170
_MOVING = frozenset({"assign", "assigns", "assigning", "transfer", "transfers"})
_NONE = ("nothing", 0.0, 0.0)


class Mention(NamedTuple):
    """Where a party is spoken of in the sample; `is_possessive` for "your" and "our", who do nothing themselves."""

    start: int
    end: int
    party: int
    is_possessive: bool


class _Act(NamedTuple):
    """A verb of a cue, or a word that tells an act of the thing, where it stands."""

    start: int
    end: int
    word: str


class _Tally:
    """Points by party, no cue counting more than a few times for one of them. Mutable, and private to weighing."""

    def __init__(self, parties: int) -> None:
        self.points = [0.0] * parties
        self._counted: Counter[tuple[int, str]] = Counter()

    def add(self, mention: Mention | None, cue: str, worth: float) -> None:
        if mention is None or not worth:
            return
        self._counted[mention.party, cue] += 1
        if self._counted[mention.party, cue] <= _MOST:
            self.points[mention.party] += worth


def evidence_for(sample: str, parties: Sequence[Sequence[str]]) -> tuple[float, ...]:
    """For each party, given by the words it is called by, the points for (above nought) and against its being the creator."""
    mentions = _mentions(sample, parties)
    doers = [mention for mention in mentions if not mention.is_possessive]
    starts = [mention.start for mention in doers]
    tally = _Tally(len(parties))
    for act in _acts(sample):
        if act.word in cues.PASSIVE_OF:
            _weigh_passive(sample, act.end, cues.PASSIVE_OF[act.word], doers, starts, tally)
        else:
            _weigh(sample, act, doers, starts, tally)
    for mention in mentions:
        _weigh_possession(sample, mention, tally)
    return tuple(tally.points)


def _mentions(sample: str, parties: Sequence[Sequence[str]]) -> list[Mention]:
    """Every place where one of the parties is spoken of, in order; "US" is a country."""
    owner = {alias.lower(): number for number, aliases in reversed(tuple(enumerate(parties))) for alias in aliases if alias}
    forms = {form for low in owner for form in (low, low.capitalize(), low.title(), low.upper()) if form in sample}
    forms |= {alias for aliases in parties for alias in aliases if alias and alias in sample}
    forms.discard("US")
    if not forms:
        return []
    pattern = re.compile("|".join(sorted(map(re.escape, forms), key=lambda form: (-len(form), form))))
    return [
        Mention(match.start(), match.end(), owner[low], low in cues.POSSESSIVES)
        for match in pattern.finditer(sample)
        if _is_whole(sample, match.start(), match.end()) and (low := match.group().lower()) in owner
    ]


def _is_whole(sample: str, start: int, end: int) -> bool:
    return not (start and (sample[start - 1].isalnum() or sample[start - 1] == "_")) and not sample[end : end + 1].isalnum()


def _acts(sample: str) -> Iterator[_Act]:
    """The verbs of the cues in the order of the text. Only those the sample holds are looked for, each behind a space."""
    forms = sorted({word for word in _WORD.findall(sample) if word.lower() in _ACTS}, key=lambda form: (-len(form), form))
    if forms:
        for match in re.finditer(rf" (?:{'|'.join(map(re.escape, forms))})(?![\w-])", sample):
            yield _Act(match.start() + 1, match.end(), match.group()[1:].lower())


def _weigh(sample: str, act: _Act, doers: Sequence[Mention], starts: Sequence[int], tally: _Tally) -> None:
    """Count one verb for the parties on either side of it."""
    if cues.BEFORE_A_NOUN.search(sample, max(0, act.start - 8), act.start):
        return
    name = CUE_OF[act.word]
    at = bisect_left(starts, act.start)
    subject = _subject(sample, act, doers[at - 1] if at else None)
    other = _other(sample, act, doers, at, may_be_far=subject is not None)
    if subject is None and other is not None and act.word in cues.INVERTED:
        subject, at = other, doers.index(other, at) + 1
        other = _behind(sample, subject, doers[at] if at < len(doers) else None)
    if (subject is None and (other is None or name != "gives")) or _is_denied(sample, act):
        return
    cue, doer, receiver = _worth(name, sample, act, subject)
    tally.add(subject, cue, doer)
    if subject is None or other is None or subject.party != other.party:
        tally.add(other, f"{cue} to", receiver)


def _is_denied(sample: str, act: _Act) -> bool:
    return bool(cues.NEGATIVE.search(sample, max(0, act.start - 26), act.start) or cues.NOTHING.match(sample, act.end))


def _worth(name: CueName, sample: str, act: _Act, subject: Mention | None) -> tuple[str, float, float]:
    """The cue a verb turns out to be, seen what it is done with, and the points for doer and receiver."""
    thing = _sentence_after(sample, act.end)
    worth = (name, CUES[name].doer, CUES[name].other)
    speaks_of_work = cues.WORK.search(thing) is not None
    if name == "gives":
        if cues.SERVICE.search(thing) or (cues.USERS.match(thing) and not _is_spoken_to(sample, subject)):
            return "gives use", -2.0, 1.0
        if act.word in _MOVING and cues.THE_CONTRACT.match(thing):
            return _NONE
        return worth if speaks_of_work else _NONE
    if name in ("lets", "uses"):
        return worth if cues.SOMEBODYS_WORK.search(thing) else _NONE
    if name == "keeps":
        return (
            worth
            if speaks_of_work and not (cues.RIGHT_TO.match(thing) or cues.NOT_WORK.match(thing) or cues.ITS_OWN.search(thing[:_BEFORE]))
            else _NONE
        )
    if name == "gives up":
        lets_out = act.word.startswith("release") and not cues.FROM_CLAIMS.search(thing)
        return _NONE if lets_out or cues.DISPUTES.search(thing) else worth
    if name == "makes":
        about = sample[subject.start - 40 : subject.start] if subject and subject.start > 40 else ""  # noqa: PLR2004
        return (
            worth
            if (speaks_of_work or cues.WORK.search(about)) and not (cues.NOT_WORK.match(thing) or cues.ITS_OWN.match(thing.lstrip()))
            else _NONE
        )
    if name == "vouches":
        return worth if speaks_of_work else _NONE
    if name == "pays":
        return _NONE if cues.COMMERCE.search(thing) or cues.DAMAGES.search(thing) else worth
    return worth


def _is_spoken_to(sample: str, subject: Mention | None) -> bool:
    """Whether it is "you" or "I" who does it: "you grant each user a licence" takes from whoever brings the work."""
    return subject is not None and sample[subject.start : subject.end].lower() in cues.SPOKEN


def _sentence_after(sample: str, at: int) -> str:
    """What follows in the sentence, as far as it tells what is done with what."""
    thing = sample[at : at + _THING]
    stop = min((place for place in (thing.find(". "), thing.find("\n"), thing.find(";")) if place >= 0), default=len(thing))
    return thing[:stop]


def _subject(sample: str, act: _Act, last: Mention | None) -> Mention | None:
    """The party that does it: the last one before the verb, with nothing but helping words between."""
    if last is None or act.start - last.end > _BEFORE:
        return None
    between = sample[last.end : act.start]
    return last if "\n" not in between and _only(between, cues.HELPING) else None


def _behind(sample: str, subject: Mention, following: Mention | None) -> Mention | None:
    """The party right behind the one that does it, where that one stands behind its verb."""
    if following is None or following.start - subject.end > _AFTER:
        return None
    return following if _only(sample[subject.end : following.start], cues.LINKING) else None


def _other(sample: str, act: _Act, doers: Sequence[Mention], at: int, *, may_be_far: bool) -> Mention | None:
    """The party that it is done to: the first one right behind the verb, or, where somebody does it, behind a "to" later in the sentence."""
    limit = act.end + len(_sentence_after(sample, act.end))
    for mention in doers[at : at + 6]:
        if mention.start >= limit:
            return None
        between = sample[act.end : mention.start]
        if len(between) <= _AFTER and _only(between, cues.LINKING):
            return mention
        if may_be_far and _TO.search(between):
            return mention
    return None


_TO = re.compile(r"\b(?:to|unto|in favou?r of|à|au|an|a)\s+(?:the\s|la\s|le\s|el\s|die\s|den\s|dem\s|l['’])?\Z", re.IGNORECASE)


def _only(between: str, words: frozenset[str]) -> bool:
    return all(word in words for word in between.replace(",", " ").lower().split())


def _weigh_passive(sample: str, at: int, name: PassiveName, doers: Sequence[Mention], starts: Sequence[int], tally: _Tally) -> None:
    """Count one act told of the thing for the party right behind it."""
    joint = cues.PASSIVE_TO[name].match(sample, at)
    if joint is None:
        return
    following = bisect_left(starts, joint.end())
    if following < len(doers) and doers[following].start == joint.end() and not cues.OWNS.match(sample, doers[following].end):
        tally.add(doers[following], name, cues.PASSIVE_POINTS[name])


def _weigh_possession(sample: str, mention: Mention, tally: _Tally) -> None:
    """Whose the work is, and whose the service: "the Author's name", "your content", "our website"."""
    word = sample[mention.start : mention.end].lower()
    rest = sample[mention.end : mention.end + 40]
    if rest[:2] in ("'s", "’s", "s'", "s’"):
        rest = rest[2:]
    elif not mention.is_possessive:
        return
    for following in [one.strip('.,;:()"“”') for one in rest.lower().split()[:2]]:
        if following in cues.HAS_SERVICE:
            tally.add(mention, "has a service", -1)
            return
        if following in cues.HAS_WORK:
            tally.add(mention, "has work", 0.5 if word in cues.OURS else 1)
            return
