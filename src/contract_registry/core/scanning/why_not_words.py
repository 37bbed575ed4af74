"""The sentences in which a rule's author is told what stopped the rule, and where to look next."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from contract_registry.core.rules.rule import Rule, Within
from contract_registry.core.rules.vocabulary import Vocabulary
from contract_registry.core.scanning.judge import ONLY_WITH_LEAVE, Excuse, Refusal
from contract_registry.core.scanning.nearest import Missed

_MOST_WAYS = 6
_LONGEST_WHOLE = 60
_SIDES = {"unknown": "somebody the words do not name", "creator": "the creator", "engager": "the engager", "third party": "a third party"}
_FUNCTIONS: dict[str, str] = {
    "description": "words that only say which thing is meant",
    "definition": "a definition",
    "recital": "a recital",
    "heading": "a heading",
    "warranty": "a warranty, or a list of what must not be infringed",
    "example": "an example",
    "remark": "a comment in the file, or words behind a box left empty",
    "operative": "operative",
}
_OTHER_SIDE: dict[str, str] = {
    "let": "what the creator may do, or is freed from",
    "yields": "what the other side gives, puts up with or answers for",
    "gift": "what becomes of something that the other side gave",
    "own": "what is done with the other side's own",
    "creator's": "what is the creator's to have or to decide",
}


def step_name(concepts: Collection[str]) -> str:
    """A step of a pattern as its author wrote it: {concept}, #days or "plain words"."""
    return " or ".join(
        f'"{name[1:]}"' if name.startswith("=") else name if name.startswith("#") else f"{{{name}}}" for name in sorted(concepts)
    )


def refusal_in_words(refusal: Refusal, rule: Rule, said: Iterable[tuple[str, str]], text: str) -> str:
    """What stopped words of `text` that match the pattern."""
    looks_for = rule.looks_for
    asked = looks_for.flow if looks_for else ""
    match refusal.kind:
        case "not its own words":
            return "its words stand in a heading or in the words that lead into a list, and none of them in the sentence itself."
        case "through a definition":
            terms = " and ".join(f'"{term}"' for term in refusal.because)
            return f"part of it is said only through the defined term {terms}; `through_definitions: true` would count that."
        case "function":
            wanted = ", ".join(sorted(looks_for.functions)) if looks_for else ""
            return f"the sentence is taken for {_FUNCTIONS.get(refusal.because[0], refusal.because[0])}, and the rule reads: {wanted}."
        case "polarity":
            return _polarity(refusal.because)
        case "direction":
            return _direction(refusal.because, asked)
        case "exception" if refusal.because == (ONLY_WITH_LEAVE,):
            return "it is done only with the creator's leave, which excuses every rule."
        case "exception":
            return " ".join(_excuse(excuse, text) for excuse in refusal.excuses)
        case "threshold":
            return _threshold(rule, said)


def what_is_missing(near: Missed, vocabulary: Vocabulary, languages: Collection[str], *, elsewhere: Within | None) -> str:
    """What the nearest pattern lacks, and what would help, in the words of the text's own `languages`."""
    if near.apart:
        first, second, words, allowed = near.apart
        between = "1 word stands" if words == 1 else f"{words} words stand"
        room = f"at most {allowed} words" if allowed else "none: they must stand side by side"
        pair = f"{step_name({first.concept})} and {step_name({second.concept})}"
        return f"{between} between {pair}, and the pattern allows {room}. A gap is written …{words}."
    if near.kind == "order":
        return "all of its words are said, in another order. Join them with & to allow any order, or add the pattern the other way round."
    lacking = " and ".join(step_name(step) for step in near.missing)
    if elsewhere:
        hint = " `within: clause` reads the sentences of a clause together." if elsewhere == "sentence" else ""
        return f"{lacking} is said in another {elsewhere}.{hint}"
    ways = "; ".join(filter(None, (_ways(step, vocabulary, languages) for step in near.missing)))
    return f"nothing says {lacking}.{f' It is said by: {ways}.' if ways else ''}"


def _excuse(excuse: Excuse, text: str) -> str:
    """Which exception is spoken, by which words, and that they are denied where they are: an exception does not ask whether."""
    whole = text[min(each.start for each in excuse.heard) : max(each.end for each in excuse.heard)]
    pieces = dict.fromkeys(text[each.start : each.end] for each in excuse.heard)
    words = " … ".join(f'"{piece}"' for piece in (pieces if len(whole) > _LONGEST_WHOLE else [whole]))
    denied = ""
    if excuse.denied_by:
        by = " and ".join(f'"{word}"' for word in excuse.denied_by)
        denied = f" It is denied by {by}, and an exception counts all the same: narrow it if the harm is still there."
    return f"the exception {excuse.name} under `unless` is spoken by {words}.{denied}"


def _direction(because: tuple[str, ...], asked: str) -> str:
    if because[0] in _OTHER_SIDE:
        return f"it says {_OTHER_SIDE[because[0]]}, which takes nothing from the creator; `flow: either side` would count that."
    giver, receiver, doer = (_SIDES[side] for side in because)
    if asked in {"by engager", "by creator"}:
        return f"the act is done by {doer}, and the rule asks for `flow: {asked}`."
    return f"the right goes from {giver} to {receiver}, and the rule asks for `flow: {asked}`."


def _polarity(turned: tuple[str, ...]) -> str:
    by = " and ".join(f'"{word}"' for word in turned)
    if not turned:
        return "nothing denies the act, and the rule asks for `polarity: denied`."
    if len(turned) % 2:
        return f"the act is denied by {by}."
    return f"the act is denied twice, by {by}, which affirms it, and the rule asks for `polarity: denied`."


def _threshold(rule: Rule, said: Iterable[tuple[str, str]]) -> str:
    limit = rule.threshold
    if limit is None:
        return ""
    given = " and ".join(f'"{words}"' for concept, words in said if concept.startswith("#"))
    most = f"at most {limit.at_most:g}" if limit.at_most is not None else ""
    least = f"at least {limit.at_least:g}" if limit.at_least is not None else ""
    return f"{given} is not {' and '.join(filter(None, (least, most)))} {limit.unit}."


def _ways(step: Collection[str], vocabulary: Vocabulary, languages: Collection[str]) -> str:
    """The first few ways to say a step, from the vocabulary of these languages."""
    said = [vocabulary[name].phrases for name in sorted(step) if name in vocabulary]
    ways = [phrase for phrases in said for language in languages for phrase in phrases.get(language, ())]
    return ", ".join(ways[:_MOST_WAYS]) + (", …" if len(ways) > _MOST_WAYS else "")
