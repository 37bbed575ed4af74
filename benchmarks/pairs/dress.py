"""Recipes that change how the letters look and nothing that is said: capitals, spelling, typography, line ends, page breaks, poor recognition."""

from __future__ import annotations

import re
import textwrap

from pairs.contract import contract, set_in
from pairs.recipe import Material, Recipe

_SPELLINGS = {
    "licence": "license", "licences": "licenses", "sublicence": "sublicense", "sublicences": "sublicenses", "authorise": "authorize",
    "authorised": "authorized", "organisation": "organization", "modernise": "modernize", "synthesised": "synthesized", "synthesise": "synthesize",
    "recognised": "recognized", "programme": "program", "colour": "color", "cheque": "check", "catalogue": "catalog", "honour": "honor",
    "labour": "labor", "fulfil": "fulfill", "favour": "favor", "defence": "defense", "analyse": "analyze", "artefact": "artifact",
    "performers'": "performer's", "optimise": "optimize", "anonymised": "anonymized", "customise": "customize", "unauthorised": "unauthorized",
}  # fmt: skip
_AMERICAN = {british: american for british, american in _SPELLINGS.items() if "'" not in british}
_BRITISH = {american: british for british, american in _AMERICAN.items() if american not in {"license", "check", "program"}}
_WORD = re.compile(r"[A-Za-z]+")
_COLUMNS = 52
_FILLERS = (
    "Delivery is by e-mail, and the file names carry the date of the version that they hold.",
    "Proofs are read within seven days, and what is marked in them is put right before printing.",
    "A notice is given by post or by e-mail to the address at the head of this agreement.",
    "Each side answers letters from the other within ten working days of getting them.",
    "Meetings are held in Leeds, or by telephone where one of the two cannot travel on the day.",
    "The text runs to four thousand words, give or take a tenth, and comes with a list of sources.",
    "Spelling follows the Oxford dictionary, dates are given in full, and numbers to ten as words.",
    "Where a page of the plan changes, a new plan is drawn up and replaces the old one on signing.",
    "Travel by train in second class is refunded against tickets sent in by the end of the month.",
    "If one term of this agreement falls away, all of the others stay in place as they are.",
    "This agreement is made in two copies, of which each side holds one for its own files.",
    "Names of months are written out, and hours are those of the place where the work is done.",
)
"""Harmless clauses, three for each page."""
_VOWELS = "aeiouy"


def _spelt(table: dict[str, str]):
    def make(said: Material) -> str | None:
        text = _WORD.sub(lambda found: _like(found[0], table[found[0].lower()]) if found[0].lower() in table else found[0], said.text)
        return text if text != said.text else None

    return make


def _like(word: str, instead: str) -> str:
    return instead.capitalize() if word[:1].isupper() else instead


def _typography(said: Material) -> str:
    text = re.sub(r"(^|\s)\"", "\\1“", said.text).replace('"', "”").replace("'", "’")
    text = text.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ").replace(" - ", " – ")
    return re.sub(r" (?=\w+\W*$)", "\N{NO-BREAK SPACE}", text)


def _invisible(said: Material) -> str:
    """Soft hyphens and joiners inside words, as web pages and word processors leave them."""
    marks = ("\N{SOFT HYPHEN}", "\N{ZERO WIDTH SPACE}", "\N{ZERO WIDTH JOINER}", "\N{WORD JOINER}")
    return re.sub(r"\b(\w{3})(\w{4,})", lambda found: found[1] + marks[len(found[0]) % len(marks)] + found[2], said.text)


def _full_width(said: Material) -> str:
    return "".join(chr(ord(letter) + 0xFEE0) if letter.isascii() and letter.isalnum() else letter for letter in said.text)


def _wrapped(said: Material) -> str | None:
    return set_in(_COLUMNS, contract(said.text, f"2. {said.text}")) if len(said.text) > _COLUMNS and not said.is_chat else None


def _hyphenated(said: Material) -> str | None:
    """The contract set in a column in which words are broken at the ends of lines."""
    if not any(line.endswith("-") for line in _broken(f"2. {said.text}", _COLUMNS)):
        return None
    paragraphs = contract(said.text, f"2. {said.text}").strip().split("\n\n")
    return "\n\n".join("\n".join(_broken(paragraph, _COLUMNS)) for paragraph in paragraphs)


def _broken(text: str, width: int) -> list[str]:
    lines, line = [], ""
    for word in text.split():
        room = width - len(line) - 1
        cut = _syllable(word, room) if line and len(word) > room else 0
        if cut:
            lines.append(f"{line} {word[:cut]}-")
            line = word[cut:]
        elif line and len(word) > room:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [*lines, line]


def _syllable(word: str, room: int) -> int:
    """Where `word` may be broken to fit `room` letters and a hyphen: between consonants behind a vowel; 0 where it may not."""
    bare = word.lower()
    for cut in range(min(room - 1, len(word) - 3), 2, -1):
        pair = bare[cut - 1 : cut + 1]
        if bare.isalpha() and pair[0] not in _VOWELS and pair[1] not in _VOWELS and any(letter in _VOWELS for letter in bare[: cut - 1]):
            return cut
    return 0


def _over_pages(said: Material) -> str | None:
    """A contract of four pages with running heads and feet, the clause broken by the end of the second."""
    lines = textwrap.wrap(f"8. {said.text}", _COLUMNS, break_on_hyphens=False)
    if len(lines) == 1 or said.is_chat or re.match(r"[A-Z\d\"]", lines[-1]):
        return None
    pages = [[], [], [], []]
    for number, page in enumerate(pages):
        words = _FILLERS[3 * number : 3 * number + 3]
        page += [textwrap.fill(f"{4 * number + place}. {each}", _COLUMNS) for place, each in enumerate(words, 1)]
    pages[1].append("\n".join(lines[:-1]))
    pages[2].insert(0, lines[-1])
    opening = set_in(_COLUMNS, contract(said.text, "")).split("\n\n1. ")[0]
    pages[0].insert(0, opening)
    head, foot = "COMMISSION AGREEMENT - CONFIDENTIAL", "Northlight Books Ltd                         Page {} of 4"
    return "\n\f".join(f"{head}\n\n" + "\n\n".join(page) + f"\n\n{foot.format(number)}" for number, page in enumerate(pages, 1))


def _digits(said: Material) -> str:
    """Every third word with a digit read for a letter: "waives a11 rnoral rights"."""
    words = said.text.split(" ")
    return " ".join(
        re.sub("l", "1", word).replace("o", "0") if place % 3 == 1 and not re.search(r"\d", word) else word
        for place, word in enumerate(words)
    )


def _alike(said: Material) -> str | None:
    """One word with letters read for others that look like them."""
    pairs = (("m", "rn"), ("cl", "d"), ("h", "b"), ("li", "h"), ("e", "c"))
    words = said.text.split(" ")
    places = sorted(range(len(words)), key=lambda place: -len(words[place]))
    for place in places[:1]:
        for letters, instead in pairs:
            if letters in words[place][1:]:
                words[place] = words[place][0] + words[place][1:].replace(letters, instead, 1)
                return " ".join(words)
    return None


def _blanks(said: Material) -> str:
    """Blanks lost behind marks and doubled between words."""
    return re.sub(r"([,;:]) ", r"\1", said.text).replace(" the ", "  the ").replace(" to ", " to  ")


DRESS = (
    Recipe("upper case", "found", lambda said: said.text.upper()),
    Recipe("lower case", "found", lambda said: said.text.lower() if '"' not in said.text else None),
    Recipe("American spelling", "found", _spelt(_AMERICAN)),
    Recipe("British spelling", "found", _spelt(_BRITISH)),
    Recipe("typographic marks and ligatures", "found", _typography),
    Recipe("invisible characters", "found", _invisible),
    Recipe("full-width letters", "found", _full_width),
    Recipe("hyphenated over line ends", "found", _hyphenated),
    Recipe("wrapped lines", "found", _wrapped),
    Recipe("over a page break", "found", _over_pages),
    Recipe("recognition: digits for letters", "found", _digits),
    Recipe("recognition: letters that look alike", "found", _alike),
    Recipe("recognition: blanks lost and doubled", "found", _blanks),
)
