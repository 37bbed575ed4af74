"""Whether words that match a rule's pattern really do what the rule is about: function, polarity, direction, exceptions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from contract_registry.core.rules.patterns import Pattern
from contract_registry.core.rules.rule import Function, LooksFor, Named, Rule, Severity, severity_moved
from contract_registry.core.rules.vocabulary import Act
from contract_registry.core.scanning.context.cues import Reading
from contract_registry.core.scanning.context.direction import Direction, direction_of, flows, granted_by
from contract_registry.core.scanning.context.function import function_of
from contract_registry.core.scanning.context.leave import (
    has_an_exception,
    is_at_their_will,
    is_done_without,
    is_only_with_leave,
    is_swallowed,
)
from contract_registry.core.scanning.context.other_side import of_the_other_side
from contract_registry.core.scanning.context.ownership import WHOSE
from contract_registry.core.scanning.context.polarity import turned_by
from contract_registry.core.scanning.context.turn import Turn
from contract_registry.core.scanning.matching import ByConcept, Steps, is_spoken, matches
from contract_registry.core.scanning.units import Heard

EXCEPTED = "an exception"
"""Why a promise is unclear from which something is taken out."""
SWALLOWED = "an exception at their choice"
"""Why harm is unclear that is ruled out but for when they choose it."""
NOT_SHARED = "the second reader sees no harm"
"""Why a finding is unclear that the second reader does not share."""
ONLY_WITH_LEAVE = "only-with-leave"
_HARM = frozenset({"moral", "ai", "buyout"})
"""The families that tell what is done to a creator."""
_OF_EITHER_SIDE = frozenset({"either side", "by creator", "to creator"})
"""The flows of rules that hear whoever acts, or that hear the creator act."""
_SET_AGAINST_WITHIN = 4
UNKNOWN = Direction("unknown", "unknown", "unknown")


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that spoke on a unit: the mentions that matched and how their context was read.

    `score` is how likely the second reader finds harm in it, None where it was not asked. `weighed_by` are the words by which that reader
    proposes it of its own accord, none where a rule speaks.
    """

    rule: Rule
    pattern: Pattern
    reading: Reading
    heard: tuple[Heard, ...]
    act: Heard
    turned: tuple[Turn, ...]
    direction: Direction
    is_sure: bool
    function: Function
    is_unclear: bool = False
    unclear_because: tuple[str, ...] = ()
    raised_by: tuple[str, ...] = ()
    lowered_by: tuple[str, ...] = ()
    score: float | None = None
    weighed_by: tuple[str, ...] = ()

    @property
    def severity(self) -> Severity:
        """The rule's severity, moved one level at most by what raises and lowers it here."""
        moved = bool(self.raised_by) - bool(self.lowered_by)
        return severity_moved(self.rule.severity, moved) if self.rule.family != "protective" else self.rule.severity

    def asking(self, because: str) -> Hit:
        """The hit as one that asks, for one more reason."""
        return replace(self, is_unclear=True, unclear_because=(*self.unclear_because, because))


@dataclass(frozen=True, slots=True)
class Excuse:
    """An exception of the rule that is spoken: its name, the mentions that speak it, and the words that deny one of them, if any do."""

    name: str
    heard: tuple[Heard, ...]
    denied_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Words that match a rule's pattern, in a context in which the rule does not speak.

    `kind` is the check that stopped it; `because` holds what decided: the terms, the function, the words that turn the sense, the parties
    or how the words are of the other side, the exceptions.
    `excuses` says of exceptions by which words each is spoken.
    """

    kind: Literal["not its own words", "through a definition", "function", "polarity", "direction", "exception", "threshold"]
    pattern: Pattern
    heard: tuple[Heard, ...]
    because: tuple[str, ...] = ()
    excuses: tuple[Excuse, ...] = ()


def judge(rule: Rule, pattern: Pattern, reading: Reading, every: tuple[Turn, ...], acts: Mapping[str, Act], steps: Steps) -> Iterator[Hit]:
    """The ways `pattern` is spoken in the unit that stand in the context the rule asks for."""
    return (each for each in weighed(rule, pattern, reading, every, acts, steps) if isinstance(each, Hit))


def weighed(
    rule: Rule, pattern: Pattern, reading: Reading, every: tuple[Turn, ...], acts: Mapping[str, Act], steps: Steps
) -> Iterator[Hit | Refusal]:
    """Every way `pattern` is spoken in the unit with what its context makes of it: a hit, or the check that stopped it."""
    if rule.looks_for is None:
        return
    spoken = reading.heard if rule.looks_for.through_definitions else reading.plain
    for heard in matches(pattern, spoken, steps):
        found = _own_words(pattern, heard, reading) or _in_context(rule, rule.looks_for, pattern, heard, reading, every, acts)
        if isinstance(found, Hit):
            excuses = _excuses(rule, _spoken_by(heard, reading), reading, every, steps)
            names = tuple(excuse.name for excuse in excuses) or _asks_leave(found)
            found = Refusal("exception", pattern, heard, names, excuses) if names else _with_names(found, spoken, steps)
        yield found
    if spoken is not reading.heard:
        for heard in matches(pattern, reading.heard, steps):
            terms = tuple(dict.fromkeys(each.through for each in heard if each.through and each.concept not in WHOSE))
            if terms:
                yield Refusal("through a definition", pattern, heard, terms)


def spoken_names(named: tuple[Named, ...], spoken: ByConcept, steps: Steps) -> tuple[str, ...]:
    """The names of those named patterns that are spoken in the unit."""
    return tuple(each.name for each in named if any(is_spoken(pattern, spoken, steps) for pattern in each.patterns))


def _spoken_by(heard: tuple[Heard, ...], reading: Reading) -> ByConcept:
    """What excuses `heard` may stand in: the unit's own words, and what is said by a definition that `heard` itself came through."""
    terms = {each.through for each in heard if each.through and each.concept not in WHOSE}
    if not terms:
        return reading.plain
    return ByConcept(sorted(each for every in reading.heard.values() for each in every if not each.through or each.through in terms))


def _excuses(rule: Rule, spoken: ByConcept, reading: Reading, every: tuple[Turn, ...], steps: Steps) -> tuple[Excuse, ...]:
    """The rule's exceptions that are spoken in `spoken`; leave that nobody has to ask for excuses nothing."""
    excuses = (_excuse(rule, named, spoken, reading, every, steps) for named in rule.unless)
    return tuple(excuse for excuse in excuses if excuse)


def _excuse(rule: Rule, named: Named, spoken: ByConcept, reading: Reading, every: tuple[Turn, ...], steps: Steps) -> Excuse | None:
    for pattern in named.patterns:
        for heard in matches(pattern, spoken, steps):
            if rule.family == "protective" or not is_done_without(heard, every, reading):
                outside = tuple(turn for turn in every if not any(each.at <= turn.at < each.until for each in heard))
                denied = next((turns for each in heard if len(turns := turned_by(each, outside, reading)) % 2), ())
                return Excuse(named.name, heard, tuple(turn.word for turn in denied))
    return None


def _names_a_gift(each: Heard, reading: Reading) -> bool:
    """Whether the defined term that `each` came through is itself a word for giving ("Waiver", "Assignment")."""
    gifts = (one for concept, act in reading.acts.items() if act == "gives" for one in reading.heard.get(concept, ()))
    return any(not one.through and one.at <= each.at < one.until for one in gifts)


def _is_no_gift_of_its_own(each: Heard, reading: Reading) -> bool:
    """Whether `each`, heard through a defined term, gives nothing: it is itself giving, which a name does not do, or its term is a word for it."""
    return reading.acts.get(each.concept) == "gives" or _names_a_gift(each, reading)


def _asks_leave(hit: Hit) -> tuple[str, ...]:
    """The name of the exception that every harm has that is done only with the creator's leave, where it is so."""
    return (ONLY_WITH_LEAVE,) if hit.rule.family != "protective" and is_only_with_leave(hit.act, hit.reading) else ()


def _own_words(pattern: Pattern, heard: tuple[Heard, ...], reading: Reading) -> Refusal | None:
    """The refusal of words that are not the sentence's own, all in its heading or all in definitions; None when some are.

    A term that names an act of giving says nothing anew about what is given: "the Waiver is for the benefit of all".
    """
    if not any(each.piece == "own" for each in heard) or any(each.piece == "heading" for each in heard):
        return Refusal("not its own words", pattern, heard)
    if all(each.through for each in heard) or any(each.through and _is_no_gift_of_its_own(each, reading) for each in heard):
        return Refusal("through a definition", pattern, heard, tuple(dict.fromkeys(each.through for each in heard)))
    return None


def _in_context(
    rule: Rule,
    looks_for: LooksFor,
    pattern: Pattern,
    heard: tuple[Heard, ...],
    reading: Reading,
    every: tuple[Turn, ...],
    acts: Mapping[str, Act],
) -> Hit | Refusal:
    act = _act_of(pattern, heard, acts)
    function = function_of(act, reading)
    if function not in looks_for.functions:
        return Refusal("function", pattern, heard, (function,))
    every = tuple(turn for turn in every if not any(turn.high <= turn.at < each.until and each.at <= turn.at for each in heard))
    turned = turned_by(act, every, reading)
    others = [turned_by(each, every, reading) for each in heard if each.concept in acts and each is not act]
    denied = next((turns for turns in (turned, *others) if len(turns) % 2), ())
    swallowed = looks_for.polarity == "affirmed" and bool(denied) and rule.family != "protective" and is_swallowed(act, reading)
    if looks_for.polarity != "any" and bool(denied) != (looks_for.polarity == "denied") and not swallowed:
        return Refusal("polarity", pattern, heard, tuple(turn.word for turn in denied or turned))
    if looks_for.polarity == "affirmed" and (_is_set_against(act, heard, every, reading) or _is_of_a_ban(act, heard, every, reading)):
        return Refusal("polarity", pattern, heard, ("not",))
    giving = act if act.concept in acts else granted_by(act, reading)
    direction = direction_of(giving, acts[giving.concept], reading) if giving else UNKNOWN
    goes = flows(direction, looks_for.flow)
    if goes is False:
        return Refusal("direction", pattern, heard, (direction.giver, direction.receiver, direction.doer))
    asks_whose = looks_for.flow not in _OF_EITHER_SIDE and rule.family in _HARM
    if asks_whose and (other := of_the_other_side(act, heard, reading)):
        return Refusal("direction", pattern, heard, (other,))
    because = (SWALLOWED,) if swallowed else ()
    return Hit(rule, pattern, reading, heard, act, turned, direction, bool(goes), function, swallowed, because)


def _is_hollow(hit: Hit) -> bool:
    """Whether a promise has an exception that may leave nothing of it: any, where it says what will not be done or who keeps the rights."""
    denied = hit.rule.looks_for is not None and hit.rule.looks_for.polarity == "denied"
    keeps = hit.reading.acts.get(hit.act.concept) == "keeps"
    return has_an_exception(hit.act, hit.reading) if denied or keeps else is_at_their_will(hit.act, hit.reading)


def _is_set_against(act: Heard, heard: tuple[Heard, ...], every: tuple[Turn, ...], reading: Reading) -> bool:
    """Whether what the act is about is only named as what it is not: "acquire a licence, not ownership of the model"."""
    nots = [
        turn.at for turn in every if turn.kind == "not" and reading.word(turn.at) == "not" and reading.marked(turn.at - 1, turn.at, ",")
    ]
    return any(act.until <= at < each.at <= at + _SET_AGAINST_WITHIN for at in nots for each in heard)


def _is_of_a_ban(act: Heard, heard: tuple[Heard, ...], every: tuple[Turn, ...], reading: Reading) -> bool:
    """Whether what the act is said to be about stands in what somebody else must not do: "with our licences, you must not use AI"."""
    behind = [each for each in heard if each.at >= act.until]
    for turn in every:
        if turn.kind == "not" and turn.at >= act.until and not turn.low <= act.at < turn.high:
            speaks = any(
                act.until <= party.at and party.until <= turn.at <= party.until + 1 and not party.owns for party in reading.parties
            )
            if speaks and any(turn.low <= each.at < turn.high and turn in turned_by(each, every, reading) for each in behind):
                return True
    return False


def _with_names(hit: Hit, spoken: ByConcept, steps: Steps) -> Hit:
    """`hit` with what makes it unclear and what raises or lowers it."""
    unclear, raised, lowered = (spoken_names(named, spoken, steps) for named in (hit.rule.unclear_when, hit.rule.raises, hit.rule.lowers))
    if hit.rule.family == "protective" and not unclear and _is_hollow(hit):
        unclear = (EXCEPTED,)
    unclear = (*hit.unclear_because, *unclear)
    return replace(hit, is_unclear=bool(unclear), unclear_because=unclear, raised_by=raised, lowered_by=lowered)


def _act_of(pattern: Pattern, heard: tuple[Heard, ...], acts: Mapping[str, Act]) -> Heard:
    """The mention that is the act: the starred one, else the first whose concept is an act, else the first."""
    starred = {name for part in pattern.parts for sequence in part for step in sequence if step.is_act for name in step.concepts}
    for wanted in (starred, acts):
        for each in heard:
            if each.concept in wanted:
                return each
    return heard[0]
