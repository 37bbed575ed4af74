"""Verb phrases in other forms: "crop and use it" as "cropping and using it", "cropped and used it"; and what "all" becomes under a denial."""

from __future__ import annotations

import re
from typing import Literal

from contract_registry.core.rules.inflection import verb_forms

Form = Literal["base", "third", "gerund", "participle", "past"]
VERBS = frozenset(
    "abridge accept account acquire adapt add agree alter appoint appropriate archive assign authorise author broadcast clone combine commission complete "
    "composite compile consent continue convert copy create crop develop discharge display dispute distort distribute edit emulate enter "
    "execute exploit exhibit feed generate give grant hold identify improve incorporate index keep lend license make manipulate mine "
    "modernise modify mutilate offer operate own pass perform permit process procure produce promote provide publish quitclaim reacquire "
    "release remain render rent represent reproduce retain reuse rewrite run scan sell share show simulate store sublicense surrender "
    "synthesise train transfer transmit translate use waive".split()
)
"""Verbs that may stand beside the first in one phrase."""
_THIRD = {verb_forms(verb)[1]: verb for verb in VERBS}
_BESIDE = re.compile(
    r"((?:,|,? and|,? or) (?:[a-z]+ly |hereby )?)([a-z]+)(?=,| (?:the|an?|any|all|it|them|your|our|my|its|to|in|and|or|such|with|this|further|other)\b|$)"
)
_INFINITIVE = re.compile(rf" to (?:{'|'.join(sorted(VERBS))})\b")
_TOGETHER = re.compile(r"([A-Z]\w+ and [A-Z]\w+|\btext and data|terms and conditions|and/or|research and development)\b")
_QUANTIFIERS = (
    (re.compile(r"\b(any and all|all of|each and every|all|every|each|the entire|the whole)\b(?! \w+ (?:of|owed))"), "any"),
    (re.compile(r"\band\b"), "or"),
)


def form_of(verb: str, form: Form) -> str:
    """One verb, given in its base form, in another."""
    forms = verb_forms(verb)
    regular_past = forms[2] if len(forms) > 3 else forms[0]
    return {
        "base": forms[0],
        "third": forms[1],
        "gerund": forms[-1],
        "participle": forms[-2] if len(forms) > 3 else forms[0],
        "past": regular_past,
    }[form]


def in_form(verb: str, rest: str, form: Form) -> str:
    """A verb phrase (`verb` in its base form, the words after it in `rest`) with its verbs in `form`."""
    cut = _INFINITIVE.search(rest)
    end = cut.start() if cut else len(rest)
    beside = _BESIDE.sub(lambda found: found[1] + (form_of(found[2], form) if found[2] in VERBS else found[2]), rest[:end])
    return form_of(verb, form) + beside + rest[end:]


def base_of(word: str) -> str:
    """The base form of a verb in the third person ("waives")."""
    if word in _THIRD:
        return _THIRD[word]
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "shes", "ches", "xes", "oes")) else word.removesuffix("s")


def as_base(rest: str) -> str:
    """The words after a verb in the third person with the verbs beside it in their base form."""
    return _BESIDE.sub(lambda found: found[1] + _THIRD.get(found[2], found[2]), rest)


def under_denial(words: str) -> str:
    """What is said of all things said of any: "assigns all rights and title" denied is "does not assign any rights or title"."""
    parts = _TOGETHER.split(words)
    for number in range(0, len(parts), 2):
        for pattern, instead in _QUANTIFIERS:
            parts[number] = pattern.sub(instead, parts[number])
    return "".join(parts)
