"""Who might be a party: everybody a document introduces or speaks of, each word for them belonging to one alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from contract_registry.core.clauses.candidate import Candidate, Lexicon, merged
from contract_registry.core.clauses.introductions import introductions, is_a_machine
from contract_registry.core.clauses.names import has_legal_form, names_that_act, short_names
from contract_registry.core.clauses.role_words import without_article
from contract_registry.core.clauses.signatories import Signed, signed_names
from contract_registry.core.clauses.spoken import pronouns, role_words_spoken
from contract_registry.core.clauses.tree import Clause, Definition

_BEGINNING = 16_000
_WINDOW = 700
_WINDOWS = 16
_TELLING = re.compile(
    r"[GgAaWwLlcrü](?:(?<=[Gg])rant|(?<=[Aa])ssign|(?<=[Ww])aive|(?<=[Ll])icen[cs]e|(?<=c)ède|(?<=r)äum|(?<=ü)berträg|(?<=c)ede)s?t? "
)
"""The beginnings of what tells most of who is who, looked for beyond a document's own beginning."""
_EDGES = "\"“”„«»‘’'()[]{}.,;:!?*_—–-|/"
_BOTH = 2
"""The parties of most contracts, and the speakers of a document that has more than one."""


def candidates_of(
    text: str, sample: str, clauses: Sequence[Clause], definitions: Sequence[Definition], lexicon: Lexicon
) -> tuple[Candidate, ...]:
    """Everybody who may be a party, those first whom the document defines; each word belongs to one of them alone.

    `sample` is the `sample_of` the text.
    """
    tokens = words_of(sample)
    found = list(introductions(text, clauses, definitions, lexicon))
    found += pronouns(tokens, sample, lexicon)
    machines = frozenset(
        without_article(one.term).lower() for one in definitions if is_a_machine(without_article(one.term), one.meaning.of(text))
    )
    found += (one for one in role_words_spoken(tokens, sample, found, lexicon) if machines.isdisjoint(map(str.lower, one.aliases)))
    found = _with_signed_names(merged(found, lexicon), signed_names(text, clauses))
    found = _with_acting_names(found, sample, frozenset(one.term.lower() for one in definitions), lexicon)
    return tuple(_with_short_names(one, sample) for one in found)


def sample_of(text: str) -> str:
    """As much of a document as is looked at for who is who: its beginning, and the surroundings of the first grants beyond it."""
    pieces, at = [text[:_BEGINNING]], _BEGINNING
    while len(pieces) <= _WINDOWS and (match := _TELLING.search(text, at)):
        start = max(at, match.start() - _WINDOW // 4)
        at = match.start() + _WINDOW
        pieces.append(text[start:at])
    return "\n".join(pieces)


def words_of(sample: str) -> Counter[str]:
    """How often each word of the sample is said, without the punctuation around it."""
    tokens: Counter[str] = Counter()
    for token, count in Counter(sample.split()).items():
        tokens[token.strip(_EDGES)] += count
    return tokens


def _with_signed_names(found: list[Candidate], signed: Sequence[Signed]) -> list[Candidate]:
    """With the names of those who sign or write, for whoever is spoken of on their side and has none: "we", else the one engager; "you", "I"."""
    for one in signed:
        if any(one.name.lower() in (each.name.lower(), *map(str.lower, each.aliases)) for each in found):
            continue
        host = _unnamed(found, one)
        if host is not None:
            named = host._replace(name=one.name, aliases=(*host.aliases, one.name), at=one.at)
            found = [named if each is host else each for each in found]
    return found


def _unnamed(found: Sequence[Candidate], signed: Signed) -> Candidate | None:
    """Whose name a signed name is: a first name's full form, a pronoun's, or that of the only engager whom nothing names."""
    first = signed.name.split()[0]
    if (known := next((one for one in found if one.name == first and one.speaker), None)) is not None:
        return known
    if signed.side == "reader":
        return next((one for one in found if one.speaker == "you" and not one.name), None)
    speakers = ("we",) if has_legal_form(signed.name) else ("i", "we")
    for speaker in speakers:
        host = next((one for one in found if one.speaker == speaker and not one.is_rare), None)
        if host is not None:
            return None if host.name else host
    engagers = [one for one in found if one.prior < 0 and not one.name and not one.speaker]
    return engagers[0] if len(engagers) == 1 and has_legal_form(signed.name) else None


def _with_acting_names(found: list[Candidate], sample: str, terms: frozenset[str], lexicon: Lexicon) -> list[Candidate]:
    """With the names that act although nothing introduces them: the name of "we" where "we" has none, else parties of their own."""
    if sum(one.is_sure for one in found) >= _BOTH or any(one.speaker == "we" and one.name for one in found):
        return found
    taken = frozenset(word.lower() for one in found for word in (*one.aliases, one.name))
    names = names_that_act(sample, taken, terms, lexicon.roles)
    host = next((one for one in found if one.speaker == "we" and not one.name and not one.is_rare), None)
    if host is None or not names or len({one.speaker for one in found if one.speaker}) < _BOTH:
        return [*found, *(Candidate((name,), name) for name in names)]
    named = host._replace(name=names[0], aliases=(*host.aliases, names[0]))
    return [named if one is host else one for one in found]


def _with_short_names(one: Candidate, sample: str) -> Candidate:
    if not one.name:
        return one
    return one._replace(aliases=tuple(dict.fromkeys((*one.aliases, one.name, *short_names(one.name, sample)))))
