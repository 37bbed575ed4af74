"""The changes themselves, each from a text to a text, by a chance that is given: what a drafter alters who takes over a clause."""

from __future__ import annotations

import re
from random import Random

from rewording.synonyms import PAIRS

CREATORS = "Author Illustrator Photographer Composer Performer Artist Contributor Writer Musician Translator Designer Narrator Supplier Freelancer".split()
ENGAGERS = "Publisher Client Company Producer Commissioner Label Studio Agency Customer Buyer Broadcaster".split()
PEOPLE = ("Jo Ellery", "Mirela Quist", "Tomas Abara", "Ines Corvane", "Hal Winterbourne")
COMPANIES = ("Harrow & Pike Ltd", "Northgate Pictures Limited", "Kestrel Lane GmbH", "Oakmere Records Inc", "Blue Tern Media LLC")
_SUM = re.compile(r"(?P<sign>[£$€])\s?(?P<figures>\d[\d,]*)(?P<rest>(?:\.\d+)?)")
_NUMBER = re.compile(r"(?P<word>\b(?:[Cc]lause|[Ss]ection|[Pp]aragraph|[Aa]rticle)s?) \d+(?:\.\d+)*")
_PRINTED = re.compile(r"\A\s*(?:\d+(?:\.\d+)*\.?|\([a-z]\))\s+")
_SENTENCE = re.compile(r"(?<=[.;?!]) +(?=[A-Z(])")


def said_again(text: str, chance: Random) -> str:
    """A contract of two named parties in which the wording stands as its clause 7, with everything changed that can be."""
    person, company = chance.choice(PEOPLE), chance.choice(COMPANIES)
    sides = {**dict.fromkeys(CREATORS, chance.choice(CREATORS)), **dict.fromkeys(ENGAGERS, chance.choice(ENGAGERS))}
    if chance.random() < 0.3:
        sides |= dict.fromkeys(CREATORS, person)
    clause = with_other_word(
        with_sentence_dropped(with_other_numbers(with_other_sums(with_other_sides(text, sides), chance), chance), chance), chance
    )
    return f"between {company} (the {sides['Publisher']}) and {person} (the {chance.choice(CREATORS) if sides['Author'] == person else sides['Author']}).\n{clause}"


def with_other_sides(text: str, sides: dict[str, str]) -> str:
    words = "|".join(sides)
    named = re.compile(rf"\b(?:(?:[Tt]he|an?|A) )?(?P<side>{words})(?P<whose>['’]s)?\b")
    return named.sub(lambda found: ("" if " " in sides[found["side"]] else "the ") + sides[found["side"]] + (found["whose"] or ""), text)


def with_other_sums(text: str, chance: Random) -> str:
    def other(found: re.Match[str]) -> str:
        amount = int(found["figures"].replace(",", "")) or 1
        return f"{found['sign']}{max(1, round(amount * chance.uniform(0.4, 3))):,}{found['rest']}"

    return _SUM.sub(other, text)


def with_other_numbers(text: str, chance: Random) -> str:
    renumbered = _NUMBER.sub(lambda found: f"{found['word']} {chance.randint(1, 20)}.{chance.randint(1, 9)}", text)
    return f"7.{chance.randint(1, 9)} {_PRINTED.sub('', renumbered)}"


def with_sentence_dropped(text: str, chance: Random) -> str:
    """The text without one of its sentences, any but the longest: without that it would be another wording."""
    number = _PRINTED.match(text)
    start = number.end() if number else 0
    sentences = _SENTENCE.split(text[start:])
    longest = max(range(len(sentences)), key=lambda at: len(sentences[at]))
    others = [at for at in range(len(sentences)) if at != longest]
    if not others:
        return text
    dropped = chance.choice(others)
    return text[:start] + " ".join(sentence for at, sentence in enumerate(sentences) if at != dropped)


def with_other_word(text: str, chance: Random) -> str:
    found = [(each, other) for pair in PAIRS for other, each in [(pair[1], re.search(rf"\b{pair[0]}\b", text))] if each]
    if not found:
        return text
    place, other = chance.choice(found)
    return f"{text[: place.start()]}{other}{text[place.end() :]}"
