"""Who might be a party: the words a document calls its people by, gathered from definitions, labels, the opening, role words and pronouns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from contract_registry.core.clauses.cues import POSSESSIVES
from contract_registry.core.clauses.names import has_legal_form, name_at_end, name_at_start, names_that_act, short_names
from contract_registry.core.clauses.opening import introduced
from contract_registry.core.clauses.role_words import FAIR, STRONG, Speaker, speaker_of, without_article
from contract_registry.core.clauses.tree import Clause, Definition
from contract_registry.core.text import Span

_OPENING = 6_000
SAMPLE = 30_000
"""How much of a document is looked at for who is who, in characters."""
_LABELLED = 240
_LABEL = re.compile(r"(?:the )?(?P<label>[A-ZÀ-Þ][\w’'-]*(?: [\w’'/-]+){0,3}?)\s?(?:\(s\))?\s?(?::|\||\s[-–—]\s)\s*(?P<value>[^|\n]*)")
_LABEL_TAIL = re.compile(r"(?: (?:full |legal )?(?:name|nom|nombre))\Z", re.IGNORECASE)
_NOT_PARTIES = frozenset(
    {
        "party",
        "parties",
        "the parties",
        "agreement",
        "contract",
        "terms",
        "partei",
        "parteien",
        "partie",
        "partes",
        "parte",
        "vertragspartei",
        "vertragsparteien",
    }
)
_NO_COMPOUNDS = frozenset(
    {
        "model",
        "host",
        "label",
        "studio",
        "network",
        "guest",
        "band",
        "platform",
        "brand",
        "director",
        "subject",
        "press",
        "publisher content",
    }
)
_GENERIC = frozenset({"AI", "Third-Party", "Third", "Language", "Business", "Other", "Anonymous", "Machine"})
_EDGES = "\"“”„«»‘’'()[]{}.,;:!?*_—–-|/"
_LOOKS = 40
_FIRST_PERSON = re.compile(
    r"(?<!Part )(?<!Annex )(?<!Section )(?<!Article )(?<!Schedule )(?<!Title )(?<!Class )(?<!Exhibit )(?<!Phase )(?<!Type )\b(?:I|J['’]|[Jj]e|[Ii]ch|[Yy]o)(?:['’](?:m|ll|ve|d))?\s*"
    r"(?!(?:of|and|or|to|in|above|below|shall be|is|are|the|on|for)\b)[a-zàâçéèêëîïôûùüÿñæœß]{2,}"
)
_SHORT_TEXT = 3_000
_RARELY = 0.04
"""A pronoun that makes up less than this of all pronouns is a slip or a quotation, unless it does something."""


class Candidate(NamedTuple):
    """Somebody who may be a party: the words that mean the same person, a name where one is given, and where it is first said.

    `is_defined` when the document itself says who it is; `prior` how far its role words speak for the creator's side; `is_rare` marks a pronoun
    hardly used beside the others, or only for what somebody has, `is_introduced` whom the opening defines as a party.
    """

    aliases: tuple[str, ...]
    name: str = ""
    at: Span | None = None
    is_defined: bool = False
    prior: float = 0.0
    speaker: Speaker | None = None
    is_rare: bool = False
    is_introduced: bool = False


class Lexicon(NamedTuple):
    """The words of the document's languages to look parties up in: roles with their weights, and pronouns."""

    roles: Mapping[str, float]
    pronouns: Mapping[str, Speaker]


def candidates_of(
    text: str, tokens: Counter[str], clauses: Sequence[Clause], definitions: Sequence[Definition], lexicon: Lexicon
) -> tuple[Candidate, ...]:
    """Everybody who may be a party, those first whom the document defines; each word belongs to one of them alone.

    `tokens` are the `words_of` the sample.
    """
    sample = text[:SAMPLE]
    opening = tuple(_introduced(text, definitions, lexicon))
    found = [*opening, *_defined(text, clauses, definitions, lexicon), *_labelled(text, clauses, lexicon)]
    found += _pronouns(tokens, sample, lexicon)
    found += _spoken(tokens, sample, found, lexicon)
    found = _merged(found, lexicon)
    found = _with_acting_names(found, sample, frozenset(one.term.lower() for one in definitions), lexicon)
    return tuple(_with_short_names(one, sample) for one in found)


def words_of(sample: str) -> Counter[str]:
    """How often each word of the sample is said, without the punctuation around it."""
    tokens: Counter[str] = Counter()
    for token, count in Counter(sample.split()).items():
        tokens[token.strip(_EDGES)] += count
    return tokens


def _with_acting_names(found: list[Candidate], sample: str, terms: frozenset[str], lexicon: Lexicon) -> list[Candidate]:
    """With the names that act although nothing introduces them: the name of "we" where "we" has none, else parties of their own."""
    if sum(one.is_introduced for one in found) > 1 or any(one.speaker == "we" and one.name for one in found):
        return found
    taken = frozenset(word.lower() for one in found for word in (*one.aliases, one.name))
    names = names_that_act(sample, taken, terms, lexicon.roles)
    host = next((one for one in found if one.speaker == "we" and not one.name and not one.is_rare), None)
    if host is None or not names or len({one.speaker for one in found if one.speaker}) < 2:  # noqa: PLR2004
        return [*found, *(Candidate((name,), name) for name in names)]
    named = host._replace(name=names[0], aliases=(*host.aliases, names[0]))
    return [named if one is host else one for one in found]


def _weight(alias: str, lexicon: Lexicon) -> float:
    """How far a word speaks for the creator's side: a role word, or one with another before it ("Commissioned Artist")."""
    bare = without_article(alias)
    low = bare.lower()
    if low in lexicon.roles:
        return lexicon.roles[low]
    first, _, last = low.rpartition(" ")
    weight = lexicon.roles.get(last, 0.0)
    is_compound = (
        first and first.count(" ") < 2 and not last.endswith("s") and last not in _NO_COMPOUNDS and bare.split()[0] not in _GENERIC
    )  # noqa: PLR2004
    return weight if is_compound and abs(weight) >= FAIR else 0.0


def _prior(aliases: Iterable[str], lexicon: Lexicon) -> float:
    found = [weight for alias in aliases if (weight := _weight(alias, lexicon))]
    return max(found, key=abs) if found else 0.0


def _defined(text: str, clauses: Sequence[Clause], definitions: Sequence[Definition], lexicon: Lexicon) -> Iterator[Candidate]:
    """Parties among the defined terms: role words, pronouns, and short names of whoever is named before the bracket."""
    groups: dict[tuple[int, int], list[Definition]] = {}
    for definition in definitions:
        groups.setdefault((definition.meaning.start, definition.meaning.end), []).append(definition)
    for group in groups.values():
        terms = tuple(without_article(one.term) for one in group)
        if any(term.lower() in _NOT_PARTIES or not term for term in terms):
            continue
        meaning = group[0].meaning.of(text)
        is_early = group[0].at.start < _OPENING or clauses[group[0].clause].kind == "parties"
        name = name_at_start(meaning, lexicon.roles, must_end=group[0].at.start < group[0].meaning.start) if is_early else ""
        pronouns = [term for term in terms if speaker_of(term, lexicon.pronouns)]
        if pronouns and not name:
            name = name_at_end(meaning) if group[0].at.start > group[0].meaning.start else ""
        prior = _prior(terms, lexicon)
        if prior or pronouns or (name and any(_abbreviates(term, name) for term in terms)):
            yield Candidate(
                (*terms, *_equals(meaning, lexicon)), "" if _weight(name, lexicon) else name, group[0].at, is_defined=True, prior=prior
            )


def _equals(meaning: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The party's word that a meaning itself is (“You” means the Contributor), if it is no more than that."""
    bare = without_article(meaning.strip(" .,"))
    return (bare,) if bare and (speaker_of(bare, lexicon.pronouns) or bare.lower() in lexicon.roles) else ()


def _abbreviates(term: str, name: str) -> bool:
    """Whether a term is a short form of a name: words of it, or its initials."""
    words = name.replace(",", " ").split()
    initials = "".join(word[0] for word in words if word[0].isupper())
    return (
        term.lower() in name.lower()
        or (term.isupper() and len(term) > 1 and initials.startswith(term))
        or words[0].lower() == term.split()[0].lower()
    )


def _labelled(text: str, clauses: Sequence[Clause], lexicon: Lexicon) -> Iterator[Candidate]:
    """Parties of a form or table: a line that begins with a role word ("Artist: Jane Doe")."""
    for clause in clauses:
        if len(clause.own) > _LABELLED or clause.kind == "remark":
            continue
        match = _LABEL.match(text, clause.own.start, clause.own.end)
        if match is None:
            continue
        label = _LABEL_TAIL.sub("", match["label"])
        if label.lower() in lexicon.roles:
            start = match.start("label")
            name = name_at_start(match["value"], lexicon.roles)
            known = name if " " in name or has_legal_form(name) else ""
            yield Candidate((label,), known, Span(start, start + len(label)), is_defined=True, prior=_prior((label,), lexicon))


def _introduced(text: str, definitions: Sequence[Definition], lexicon: Lexicon) -> Iterator[Candidate]:
    """The parties that the opening introduces, whatever it calls them."""
    for one in introduced(text, definitions):
        terms = tuple(without_article(definition.term) for definition in one.definitions)
        name = "" if _weight(one.name, lexicon) or len(one.name) < 3 else one.name  # noqa: PLR2004
        prior = _prior(terms, lexicon)
        if name or prior:
            yield Candidate(terms or (name,), name, one.at, is_defined=True, prior=prior, is_introduced=bool(terms))


def _pronouns(tokens: Counter[str], sample: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Those who speak without a name; "I" only where it does something, for lists are numbered with it too."""
    said: dict[Speaker, Counter[str]] = {}
    for word, speaker in lexicon.pronouns.items():
        count = tokens[word] if word != "i" else 0
        if word.islower():
            count += tokens[word.capitalize()] + (tokens[word.upper()] if word not in ("us", "i") else 0)
        if word == "j'":
            count += sample.count("J'") + sample.count("J’") + sample.count(" j'") + sample.count(" j’")
        if count:
            said.setdefault(speaker, Counter())[word] += count
    if "i" in said and not _speaks_of_itself(said["i"], sample):
        del said["i"]
    every = sum(words.total() for words in said.values())
    for words in said.values():
        only_has = len(sample) > _SHORT_TEXT and all(word.lower() in POSSESSIVES for word in words)
        yield Candidate(tuple(words), is_rare=only_has or words.total() < _RARELY * every)


def _speaks_of_itself(said: Counter[str], sample: str) -> bool:
    """Whether "I" does something, and, in a text long enough to number its parts with it, has something too."""
    does = _FIRST_PERSON.search(sample) is not None and any(said[word] for word in ("i", "je", "j'", "ich", "yo", "me", "mich", "mi"))
    return does and (len(said) > 1 or len(sample) < _SHORT_TEXT)


def _spoken(tokens: Counter[str], sample: str, found: Sequence[Candidate], lexicon: Lexicon) -> Iterator[Candidate]:
    """Role words the document uses as names ("the Author shall"), or in small letters where one speaks as "I" ("the client") or nobody is named."""
    taken = {alias.lower() for one in found for alias in one.aliases}
    heads = Counter({_head(token): count for token, count in tokens.items() if len(token) > 2})  # noqa: PLR2004
    singles = [low for word in heads if (low := word.lower()) in lexicon.roles and low not in taken]
    phrases = [word for word in lexicon.roles if " " in word and word.rpartition(" ")[2].title() in heads and word not in taken]
    names = [word for word in dict.fromkeys((*phrases, *singles)) if _is_used_as_name(word, heads, sample)]
    speaks = any("i" in _keys(one, lexicon) for one in found)
    if speaks or not (names or found):
        low = sample.lower()
        names += [
            word
            for word, weight in lexicon.roles.items()
            if word in heads and word not in names and (not speaks or abs(weight) >= STRONG) and f"the {word} " in low
        ]
    for word in names:
        yield Candidate((word,), prior=lexicon.roles[word], is_introduced=speaks and word in heads)


def _head(token: str) -> str:
    """A word without what hangs on it: "Artist's" and "l'Artiste" as they stand in a list."""
    if token.endswith(("’s", "'s")):
        return token[:-2]
    return token[2:] if token[1] in "'’" and token[0] in "lLdD" else token


def _is_used_as_name(word: str, heads: Counter[str], sample: str) -> bool:
    """Whether a role word stands with a capital inside a sentence, and so not by heading or sentence alone."""
    titled = word.title()
    last = titled.rpartition(" ")[2]
    if not (heads[last] or heads[last.upper()]):
        return False
    return any(_stands_inside(form, sample) for form in (titled, word.upper()))


def _stands_inside(form: str, sample: str) -> bool:
    """Whether words stand in a sentence or at the head of a line, and not before another capitalised word ("Brand Assets")."""
    at = sample.find(form)
    for _ in range(_LOOKS):
        if at < 0:
            return False
        end = at + len(form)
        before, after = sample[max(0, at - 2) : at], sample[end : end + 3]
        is_word = not after[:1].isalnum() and after[:1] != "-"
        is_alone = not (after[:1] == " " and after[1:2].isupper() and after[2:3].islower())
        if is_word and is_alone and (not before or before[-1] == "\n" or (before[-1] in " '’" and before[:1].isalpha())):
            return True
        at = sample.find(form, end)
    return False


def _merged(found: Sequence[Candidate], lexicon: Lexicon) -> list[Candidate]:
    """Candidates that share a word, a name or a pronoun's speaker, made one."""
    groups: list[Candidate] = []
    for one in found:
        keys = _keys(one, lexicon)
        shared = [group for group in groups if keys & _keys(group, lexicon)]
        merged = _made_one([*shared, one], lexicon)
        at = groups.index(shared[0]) if shared else len(groups)
        groups = [group for group in groups if group not in shared]
        groups.insert(at, merged)
    return groups


def _made_one(same: Sequence[Candidate], lexicon: Lexicon) -> Candidate:
    aliases = tuple(dict.fromkeys(alias for one in same for alias in one.aliases))
    return Candidate(
        aliases,
        next((one.name for one in same if one.name), ""),
        next((one.at for one in same if one.at), None),
        any(one.is_defined for one in same),
        max((one.prior for one in same), key=abs),
        next((speaker for alias in aliases if (speaker := speaker_of(alias, lexicon.pronouns))), None),
        all(one.is_rare for one in same),
        any(one.is_introduced for one in same),
    )


def _keys(one: Candidate, lexicon: Lexicon) -> set[str]:
    return {speaker_of(alias, lexicon.pronouns) or _singular(without_article(alias).lower()) for alias in one.aliases} | (
        {one.name.lower()} if one.name else set()
    )


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _with_short_names(one: Candidate, sample: str) -> Candidate:
    if not one.name:
        return one
    return one._replace(aliases=tuple(dict.fromkeys((*one.aliases, one.name, *short_names(one.name, sample)))))
