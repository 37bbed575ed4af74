"""Names of people and companies: the name in a description, and the short forms a contract goes on to use."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Container
from itertools import islice

from contract_registry.core.clauses.wordlists import words_in

LEGAL_FORMS = words_in(
    """inc ltd llc llp plc corp co company limited corporation incorporated gmbh ag kg ug se sa sas sarl srl spa bv nv ab as oy aps sl slu lp pty lda eurl ev kft foundation association"""
)
_SMALL_FORMS = words_in("plc ltd llp llc inc gmbh eurl")
"""Legal forms that are written small, and are no other word."""
_INSIDE = words_in("of and & the de du des la le von van der den for et und y del di da 'n' +")
_NAMELESS = words_in(
    """the this that these those an any each you we i it he she they agreement contract article section schedule date name whereas between by in on if when all our your my their
    what who how why where party parties owner individual person entity effective licence license terms permission participant applicant can may please enter insert"""
)
_COMMON_STARTS = words_in(
    "the new first american national united global international world digital media art arts music film group studio studios press house major great big royal north south east west"
)
_AFTER_NAMES = words_in(
    """a an with located having of at whose who which is and on in by residing resident doing trading acting represented individually c/o d/b/a as from incorporated organized organised registered being hereinafter herein hereafter
    its their his her or for through under referred known collectively together whereas company für vertreten dont représentée représenté con sis domiciled mit im in und et y ci-après dénommé dénommée nachfolgend"""
)
_NOT_NAMES = words_in(
    """the this these those that such any all each every no you your we our us i my it its they their he she his her if when where in on at by for from to of and or but as an a upon unless except subject nothing
    content contents service services site website platform app terms agreement contract section article schedule exhibit policy party parties material materials work works user users member members company
    customer client licence license licensor licensee rights right data information account notice fees fee payment copyright law laws act court state government intellectual property moral third permission
    not so copyright however neither either both there here what who how other some most many more also please note until during after before under within once only everyone anyone nobody one two three
    confidential effective term termination party's entry entries submission submissions contribution contributions artist author publisher person persons people individual property project
    january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday"""
)
_THINGS = words_in(
    """ugc voice likeness marks trademarks copyrights patents edition license licence software recording recordings footage song songs video videos image images photo photos photograph photographs music
    artwork artworks feedback comments output outputs input inputs model models api sdk newsletter blog forum forums features guidelines conditions"""
)
"""Last words of what is owned, used or read, and acts in no contract."""
_NAME_WORD = r"[A-ZÀ-Þ][\w&-]{0,50}(?:\.\w{1,50})?"
_NAME = rf"(?:{_NAME_WORD}(?: (?:{_NAME_WORD}|of|&)){{0,4}})"
_GIVEN_TO = re.compile(
    rf"(?:[Gg]rant(?:s|ing)?|[Aa]ssign(?:s|ing)?|[Ll]icen[sc]es?|[Aa]uthori[sz]es?|[Pp]ermit|[Gg]ive|[Aa]llow|[Rr]eleases?|[Tt]ransfers?|[Ii]ndemnify|[Aa]utorise|[Cc]ède|[Aa]ccorde|[Aa]utorizo|[Cc]edo) (?P<to>to |à |a )?(?:the )?(?P<name>{_NAME})(?P<all>[”’]?\s*(?:[.;]|\Z))?"
)
"""What rights are given to; where the sentence ends behind it and no "to" stands before, it is what is given: "releases the Released Claims"."""
_ACTS = re.compile(
    rf"(?P<name>{_NAME})(?: \([^()\n]{{0,60}}\))? (?:may|shall|will|reserves|retains|owns|does not|is not|cannot|agrees|makes no|disclaims|darf|peut|pourra|podrá)(?![\w])"
)
_OFTEN = 3
_OPENING = 4_000
_SAMPLE = 15_000
_SHORT_TEXT = 8_000
_MOST = 2
_SAYS_WHO = re.compile(r"(?:[Ww]e(?:['’]re| are)|[Ii](?:['’]m| am)|[Tt]his is) +(?=[A-ZÀ-Þ])")
_WORD = re.compile(r"[^\s,;:()\[\]\"“”„«»|]+|[,()\[\]\"“”„«»|;:]")
_LONGEST = 12
_SHORTEST = 3


def name_at_start(words: str, stops: Container[str] = (), *, must_end: bool = False) -> str:
    """The name that a description begins with ("Acme Studios, Inc." of "Acme Studios, Inc., a Delaware corporation"); empty when it begins with none.

    A name ends before any of `stops`, words in lower case ("Jane Doe Licensee Acme" is two). With `must_end` it counts only where something that
    may follow a name does: "The Onyx Studios website" names a website.
    """
    taken: list[str] = []
    after = ""
    tokens = _WORD.findall(_SAYS_WHO.sub("", words.lstrip(" \t*_.,;:-–—")[:200]))
    if tokens and tokens[0].lower() in ("der", "die", "das", "la", "le", "el", "the") and len(tokens) > 1 and tokens[0].islower():
        tokens = tokens[1:]
    for at, token in enumerate(tokens[: _LONGEST + _SHORTEST]):
        if token[0] == ",":
            following = tokens[at + 1].replace(".", "").lower() if at + 1 < len(tokens) else ""
            if following not in LEGAL_FORMS:
                after = token
                break
            taken.append(token)
        elif (token.lower() in stops and taken) or not (
            token[0].isupper()
            or (taken and (token[0].isdigit() or token.rstrip(".") in _SMALL_FORMS or _goes_on_inside(tokens, at)))
            or _is_domain(token)
        ):
            after = token
            break
        else:
            taken.append(token)
    if must_end and after[:1].isalpha() and after.lower() not in _AFTER_NAMES:
        return ""
    return _joined(taken)


def _goes_on_inside(tokens: list[str], at: int) -> bool:
    """Whether a small word joins two parts of a name ("Museum of Art"), and not a name and where it is ("Sam Jones of 4 High Street")."""
    return tokens[at].lower() in _INSIDE and at + 1 < len(tokens) and (tokens[at + 1][0].isupper() or tokens[at + 1].lower() in _INSIDE)


def name_at_end(words: str) -> str:
    """The name that a description ends with ("projects managed by Canonical"); empty when it ends with none."""
    tokens = words.lstrip(" \t*_.,;:-–—").rstrip(" \t*_,;:-–—").split()
    at = len(tokens)
    while (
        at
        and len(tokens) - at < _LONGEST
        and (tokens[at - 1][0].isupper() or (at < len(tokens) and tokens[at - 1].lower() in ("of", "&", "de")))
    ):
        at -= 1
    while at < len(tokens) and tokens[at] in _INSIDE:
        at += 1
    return _joined(tokens[at:]) if at < len(tokens) else ""


def _joined(taken: list[str]) -> str:
    while taken and (taken[-1].lower() in _INSIDE or taken[-1] == ","):
        taken = taken[:-1]
    if not taken or len(taken) > _LONGEST or taken[0].lower() in _NAMELESS - {"the"} or (len(taken) == 1 and taken[0].lower() in _NAMELESS):
        return ""
    if taken[-1].isdigit() or all(one.replace(".", "").lower() in LEGAL_FORMS for one in taken):
        return ""
    name = " ".join(taken).replace(" ,", ",").rstrip(",'’")
    return name if has_legal_form(name) and not taken[-1].islower() else name.rstrip(".")


def _is_domain(token: str) -> bool:
    return "." in token.strip(".") and token.replace(".", "").replace("-", "").isalnum() and any(letter.isalpha() for letter in token)


def has_legal_form(name: str) -> bool:
    """Whether a name ends as a company's does ("Ltd", "GmbH")."""
    words = name.replace(",", " ").split()
    return len(words) > 1 and words[-1].replace(".", "").lower() in LEGAL_FORMS


def begins_with_legal_form(words: str) -> bool:
    """Whether the first word is a company's legal form, as where a name was broken over two lines."""
    first = words.split(maxsplit=1)[:1]
    return bool(first) and first[0][0].isupper() and first[0].strip(",;()").replace(".", "").lower() in LEGAL_FORMS


def short_names(name: str, text: str) -> tuple[str, ...]:
    """The shorter forms of `name` that `text` uses apart from it: without its legal form, its first word, and a person's last."""
    words = name.replace(",", " ").split()
    while len(words) > 1 and words[-1].replace(".", "").lower() in LEGAL_FORMS:
        words.pop()
    bare = " ".join(words)
    found = [bare] if bare != name else []
    is_company = has_legal_form(name)
    first = " ".join(words[:2]) if len(words) > 1 and words[1].lower().endswith(("'s", "’s")) else words[0]
    edges = [first, *([words[-1]] if len(words) in (2, 3) and not is_company else [])] if len(words) > 1 else []
    found += [word.strip("'’\"") for word in edges if _stands_for(word, bare, text)]
    return tuple(dict.fromkeys(one for one in found if one and one != name))


def _stands_for(word: str, bare: str, text: str) -> bool:
    """Whether a word of a name is used for the whole: peculiar enough, and said oftener than the name."""
    if len(word) < _SHORTEST or word.lower() in _COMMON_STARTS or word.lower() in _NOT_NAMES or not word[0].isupper():
        return False
    said = text.count(word) if len(word) > _SHORTEST else len(re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", text))
    return said > text.count(bare) + 1


def names_that_act(text: str, taken: Collection[str], terms: Container[str], roles: Container[str]) -> tuple[str, ...]:
    """The names that a document gives rights to or that act in it, at most two, commonest first; none of `taken` and no role word.

    They are said near its beginning; a defined term (`terms`) is one only where rights are given to it.
    """
    text = text[:_SAMPLE]
    given = Counter(_without_edges(match["name"]) for match in _GIVEN_TO.finditer(text) if match["to"] or match["all"] is None)
    counts = Counter(_without_edges(match["name"]) for match in _ACTS.finditer(text))
    for name, times in given.items():
        counts[name] += 2 * times
    opening = text[:_OPENING]
    known = (
        name
        for name, count in counts.most_common()
        if (count >= _OFTEN or (count > 1 and len(text) < _SHORT_TEXT))
        and name in opening
        and not any(name.lower() in one for one in taken)
        and (name.lower() not in terms or given[name])
        and not _is_common(name, text, roles if name.lower() not in terms else ())
    )
    return tuple(islice(known, _MOST))


def _without_edges(name: str) -> str:
    words = name.split()
    while words and words[-1] in ("of", "&"):
        words.pop()
    while words and words[0].lower() in _NOT_NAMES:
        words.pop(0)
    return " ".join(words)


def is_common_start(name: str) -> bool:
    """Whether words begin as sentences do and names do not ("Some Services", "Not Dressing"); "The" begins names of several words."""
    first, _, rest = name.lower().partition(" ")
    return first in _NOT_NAMES and not (first == "the" and rest)


def _is_common(name: str, text: str, roles: Container[str]) -> bool:
    """Whether capitalised words are no name: too short, shouted, common, a place, said with a small letter as well, or never inside a sentence."""
    words = name.lower().split()
    if len(name) < _SHORTEST or (name.isupper() and len(name) > _SHORTEST + 1):
        return True
    if words[-1] in _THINGS or any(word in _NOT_NAMES or word in roles for word in (words[0], words[-1])):
        return True
    if len(re.findall(rf"\b(?:in|near|at|around) {re.escape(name)}(?!\w)", text)) * 2 >= text.count(name):
        return True
    is_said_small = (
        len(words) == 1 and re.search(rf"(?<![\w@/.-]){re.escape(words[0].removesuffix('s'))}s?(?!\.\w|[\w@/-])", text) is not None
    )
    return is_said_small or re.search(rf"(?<![\w-])[a-zß-ÿ]+,? (?:[Tt]he )?{re.escape(name)}(?!\w)", text) is None
