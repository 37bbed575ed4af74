"""What the second reader finds of its own accord: harm in sentences of which no rule of the family speaks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from contract_registry.core.rules.patterns import Pattern
from contract_registry.core.rules.rule import Rule
from contract_registry.core.scanning.context.polarity import turns
from contract_registry.core.scanning.judge import UNKNOWN, Hit, Refusal, weighed
from contract_registry.core.scanning.matching import OutOfSteps, Steps
from contract_registry.core.scanning.prepare import Scanner
from contract_registry.core.scanning.second_reader.opinion import is_in_its_language
from contract_registry.core.scanning.second_reader.read_sentences import Read, ReadSentences
from contract_registry.core.scanning.second_reader.reader import Proposes, SecondReader, likelihood
from contract_registry.core.scanning.units import Heard, Place, places_of
from contract_registry.core.text import Span

OF_ITS_OWN = "reader"
"""What stands in place of a pack in the name of what the reader proposes."""
MOST_SIGNS = 4
FEWEST_WORDS = 8
"""Words of a sentence in which it is judged by signs alone what is done there: shorter ones are labels, sums and names."""
_SAYS_NOTHING = frozenset({"heading", "remark"})
_LET_PASS = frozenset({"polarity", "direction", "exception"})
_BETWEEN = r"\W+"
_PLAIN = re.compile(r"[^\W\d_]{3,}(?: [^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class _Proposer:
    reader: SecondReader
    sentences: ReadSentences
    scanner: Scanner
    rules: Sequence[Rule]

    def at(self, place: Place, families: Iterable[str]) -> Iterator[Hit]:
        """What the reader proposes of the sentence at `place`, of those `families` alone."""
        if not (wanted := list(families)) or not (read := self.sentences.at(place)):
            return
        leanings = self.reader.leanings(read.sentence)
        for family in wanted:
            proposes = self.reader.proposes[family]
            if leanings[family] >= proposes.asks and not (proposes.heeds_rules and self._is_let_pass(read, family)):
                yield from self._hit(read, family, leanings[family], proposes)

    def _hit(self, read: Read, family: str, leaning: float, proposes: Proposes) -> Iterator[Hit]:
        rule = self._rule_for(self.reader.type_of(read.sentence, family))
        if rule is None:
            return
        signs = self.reader.strongest(read.sentence, family)
        heard = _spoken(signs, read, self.sentences.clauses.document.text)
        words = tuple(dict.fromkeys(each.concept.removeprefix("=") for each in heard))
        hit = Hit(
            rule=replace(rule, id=f"{OF_ITS_OWN}.{rule.type}", version=int(self.reader.version)),
            pattern=Pattern(" & ".join(words), ()),
            reading=read.reading,
            heard=tuple(heard),
            act=heard[0],
            turned=(),
            direction=UNKNOWN,
            is_sure=False,
            function="operative",
            score=likelihood(leaning),
            weighed_by=words,
        )
        yield hit if leaning >= proposes.finds else replace(hit, is_unclear=True)

    def _rule_for(self, kind: str) -> Rule | None:
        """The rule whose words of advice serve for a type: of those that look for it in any trade the one that knows most wordings."""
        of_type = [rule for rule in self.rules if rule.type == kind and rule.looks_for and not rule.sectors]
        return max(of_type, key=lambda rule: (len(rule.looks_for.patterns) if rule.looks_for else 0, rule.id), default=None)

    def _is_let_pass(self, read: Read, family: str) -> bool:
        """Whether a rule of `family` hears its words here, and leaves them alone for what stands around them."""
        reading = read.reading
        spoken = set(reading.heard)
        every = turns(reading)
        names = {rule.id for rule in self.rules}
        for each in self.scanner.waiting.heard_in(spoken):
            rule = each.rule
            if rule.family == family and rule.id in names and rule.looks_for and rule.looks_for.within == "sentence":
                try:
                    ways = list(weighed(rule, each.pattern, reading, every, self.scanner.acts, Steps()))
                except OutOfSteps:
                    continue
                if any(isinstance(way, Refusal) and way.kind in _LET_PASS for way in ways):
                    return True
        return False


def proposals(hits: Sequence[Hit], reader: SecondReader, sentences: ReadSentences, scanner: Scanner, rules: Sequence[Rule]) -> list[Hit]:
    """What the reader finds, or asks about, where none of `hits` speaks of the family, and none is a promise about it."""
    if not reader.proposes or sentences.clauses.kind == "commentary":
        return []
    spoken: defaultdict[str, list[Span]] = defaultdict(list)
    for hit in hits:
        family = hit.rule.about.partition("-")[0] if hit.rule.family == "protective" else hit.rule.family
        spoken[family].append(hit.reading.unit.span)
    proposer = _Proposer(reader, sentences, scanner, rules)
    found: list[Hit] = []
    for place in places_of(sentences.clauses):
        words = place.span.of(sentences.clauses.document.text).split()
        if place.clause.kind in _SAYS_NOTHING or len(words) < FEWEST_WORDS or not is_in_its_language(place.span, sentences.clauses):
            continue
        found += proposer.at(place, (name for name in reader.proposes if not any(span.overlaps(place.span) for span in spoken[name])))
    return found


def _spoken(signs: Iterable[str], read: Read, text: str) -> list[Heard]:
    """Where the strongest of `signs` that are plain words stand in the sentence itself; its first word where none does."""
    own = next(piece for piece in read.reading.unit.pieces if piece.kind == "own")
    said = own.span.of(text)
    heard: list[Heard] = []
    for sign in signs:
        if not _PLAIN.fullmatch(sign):
            continue
        words = _BETWEEN.join(map(re.escape, sign.split()))
        match = re.search(rf"\b{words}\b", said, re.IGNORECASE)
        span = Span(own.span.start + match.start(), own.span.start + match.end()) if match else None
        if span and not any(span.overlaps(Span(each.start, each.end)) for each in heard):
            heard.append(Heard(own.word, own.word + 1, f"={sign}", span.start, span.end, "own"))
        if len(heard) == MOST_SIGNS:
            break
    if not heard:
        first = re.search(r"\w+", said)
        start, end = first.span() if first else (0, len(said))
        heard.append(Heard(own.word, own.word + 1, f"={said[start:end].lower()}", own.span.start + start, own.span.start + end, "own"))
    return heard
