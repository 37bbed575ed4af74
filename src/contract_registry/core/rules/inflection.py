"""The forms of English verbs and nouns, so that a vocabulary lists a word once: waive, waives, waived, waiving."""

from __future__ import annotations

import re

_IRREGULAR: dict[str, tuple[str, ...]] = {
    "be": ("be", "is", "are", "was", "were", "been", "being"),
    "become": ("become", "becomes", "became", "becoming"),
    "bring": ("bring", "brings", "brought", "bringing"),
    "buy": ("buy", "buys", "bought", "buying"),
    "choose": ("choose", "chooses", "chose", "chosen", "choosing"),
    "do": ("do", "does", "did", "done", "doing"),
    "draw": ("draw", "draws", "drew", "drawn", "drawing"),
    "feed": ("feed", "feeds", "fed", "feeding"),
    "find": ("find", "finds", "found", "finding"),
    "forbid": ("forbid", "forbids", "forbade", "forbidden", "forbidding"),
    "forgo": ("forgo", "forgoes", "forwent", "forgone", "forgoing"),
    "get": ("get", "gets", "got", "gotten", "getting"),
    "give": ("give", "gives", "gave", "given", "giving"),
    "go": ("go", "goes", "went", "gone", "going"),
    "have": ("have", "has", "had", "having"),
    "hold": ("hold", "holds", "held", "holding"),
    "keep": ("keep", "keeps", "kept", "keeping"),
    "learn": ("learn", "learns", "learned", "learnt", "learning"),
    "leave": ("leave", "leaves", "left", "leaving"),
    "let": ("let", "lets", "letting"),
    "lose": ("lose", "loses", "lost", "losing"),
    "make": ("make", "makes", "made", "making"),
    "pay": ("pay", "pays", "paid", "paying"),
    "put": ("put", "puts", "putting"),
    "read": ("read", "reads", "reading"),
    "rewrite": ("rewrite", "rewrites", "rewrote", "rewritten", "rewriting"),
    "run": ("run", "runs", "ran", "running"),
    "say": ("say", "says", "said", "saying"),
    "see": ("see", "sees", "saw", "seen", "seeing"),
    "sell": ("sell", "sells", "sold", "selling"),
    "send": ("send", "sends", "sent", "sending"),
    "set": ("set", "sets", "setting"),
    "show": ("show", "shows", "showed", "shown", "showing"),
    "speak": ("speak", "speaks", "spoke", "spoken", "speaking"),
    "sue": ("sue", "sues", "sued", "suing"),
    "take": ("take", "takes", "took", "taken", "taking"),
    "teach": ("teach", "teaches", "taught", "teaching"),
    "tell": ("tell", "tells", "told", "telling"),
    "waive": ("waive", "waives", "waived", "waiving"),
    "withdraw": ("withdraw", "withdraws", "withdrew", "withdrawn", "withdrawing"),
    "withhold": ("withhold", "withholds", "withheld", "withholding"),
    "write": ("write", "writes", "wrote", "written", "writing"),
}
_DOUBLES = re.compile(r"[^aeiou]*(?:qu)?[aeiou][bdgmnprt]")
"""A verb of one syllable that ends in one vowel and one consonant: its consonant is doubled."""
_STRESSED = frozenset(
    {
        "permit",
        "admit",
        "omit",
        "emit",
        "remit",
        "rebut",
        "allot",
        "commit",
        "submit",
        "transfer",
        "refer",
        "confer",
        "defer",
        "prefer",
        "occur",
        "incur",
        "concur",
        "infer",
        "deter",
        "forget",
    }
)
_PLURAL_ES = ("s", "x", "z", "ch", "sh")


def verb_forms(verb: str) -> tuple[str, ...]:
    """The forms of a verb; in a phrase ("give up") the first word is inflected."""
    first, _, rest = verb.partition(" ")
    tail = f" {rest}" if rest else ""
    return tuple(form + tail for form in _one_verb(first))


def noun_forms(noun: str) -> tuple[str, ...]:
    """Singular and plural of a noun; in a phrase the last word is inflected."""
    head, _, last = noun.rpartition(" ")
    lead = f"{head} " if head else ""
    return (noun, lead + _plural(last))


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(_PLURAL_ES) else "s")


def _one_verb(verb: str) -> tuple[str, ...]:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    prefix, hyphen, base = verb.rpartition("-")
    if hyphen and base in _IRREGULAR:
        return tuple(f"{prefix}-{form}" for form in _IRREGULAR[base])
    for start in ("re", "un", "out", "over"):
        if verb.startswith(start) and verb[len(start) :] in _IRREGULAR:
            return tuple(start + form for form in _IRREGULAR[verb[len(start) :]])
    third = _plural(verb)
    if verb.endswith("e"):
        return (verb, third, verb + "d", (verb if verb.endswith(("ee", "oe", "ye")) else verb[:-1]) + "ing")
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return (verb, third, verb[:-1] + "ied", verb + "ing")
    doubled = verb + verb[-1] if _DOUBLES.fullmatch(verb) or verb in _STRESSED else verb
    return (verb, third, doubled + "ed", doubled + "ing")
