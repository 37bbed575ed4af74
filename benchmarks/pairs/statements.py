"""A wording taken apart where it is one plain statement: who, may or shall, does what, to what, and for what."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pairs.sides import CREATORS, ENGAGERS, Side, names_of
from pairs.verbs import VERBS, Form, as_base, base_of, in_form

_PARTY = rf"(?:(?:The|An?) )?(?:{'|'.join((*CREATORS, *ENGAGERS))})"
_ADVERBS = "(?:(?:hereby|irrevocably|unconditionally|also|absolutely|expressly|genuinely|at any time) )*"
_STATEMENT = re.compile(
    rf"(?P<subject>{_PARTY}|You|We|I) (?P<adverbs>{_ADVERBS})(?:(?P<modal>may|shall|will|can|must) (?P<inner>{_ADVERBS}))?(?P<verb>[a-z]+)(?P<rest>[ ,].*?)\.?"
)
_SEVERAL = re.compile(r"[.;:?!] |[;:]")
_FURTHER = re.compile(
    r"n't\b|'ll\b|\b(may|shall|will|must|can|is|are|not|no|never|nor|neither|unless|except|save|other than|however|but|waives|agrees)\b"
)
_NOT_VERBS = frozenset(
    "is are be has have was not never s t does do as in at on with only further so promise might could would should".split()
)
_OBJECT = re.compile(
    r"(?P<object> (?!to |that |not |in |for |on |with |from |by ).+?)(?P<tail>(?: (?:to|for|by|without|as|upon|throughout|during|until|at|when|if|after|irrespective|in (?:any|all|every|whole|[a-z]+ing)|with or without) .*|, .*)?)"
)
_TO_WHOM = re.compile(
    rf" (?P<whom>to the \w+|us|you|the (?:{'|'.join(ENGAGERS)}))(?: absolutely and with full title guarantee)? (?P<object>(?:an?|the|all|any|every|entire) .+)"
)


_GOES_ON = re.compile(r"\b(?:rights?|objections?|licen[cs]e|entitlement|conferred|given|known|payable|measures)$")
"""The ends of an object that what follows belongs to: "the right | to be identified", "the rights conferred | by section 77"."""


@dataclass(frozen=True, slots=True)
class Statement:
    """ "The Publisher may use the Work to train AI": `verb` in its base form, `rest` what comes after it, with the blank before."""

    subject: str
    side: Side
    adverbs: str
    modal: str
    verb: str
    rest: str

    @property
    def is_spoken_to(self) -> bool:
        """Whether the subject is you, we or I."""
        return self.subject in {"You", "We", "I"}

    @property
    def is_plain(self) -> bool:
        """Whether nothing but this one act is stated, so that it can be denied as a whole."""
        return not _FURTHER.search(self.rest)

    def does(self, form: Form, rest: str | None = None) -> str:
        """What is done, as a verb phrase in `form`."""
        return in_form(self.verb, self.rest if rest is None else rest, form)

    def said(self, rest: str | None = None) -> str:
        """The statement without its full stop; with other words after the verb, where given."""
        form: Form = "base" if self.modal or self.is_spoken_to else "third"
        return f"{self.subject} {self.modal + ' ' if self.modal else ''}{self.adverbs}{self.does(form, rest)}"

    def lower(self) -> str:
        """The statement as part of another sentence, in which nobody does anything there and then ("hereby")."""
        words = replace(self, adverbs=self.adverbs.replace("hereby ", "")).said()
        return words if words.startswith("I ") else words[0].lower() + words[1:]


@dataclass(frozen=True, slots=True)
class Parts:
    """What comes after the verb: to whom ("to the Publisher"), what, and for what or how ("to train AI")."""

    whom: str
    object: str
    tail: str

    @property
    def is_many(self) -> bool:
        """Whether the object is a plural."""
        head = re.split(r" (?:in|of|for|from|by|on|to) ", self.object)[0]
        return " and " in head or any(word.endswith("s") and not word.endswith(("ss", "'s")) for word in head.split()[1:])


def statement_of(text: str) -> Statement | None:
    """The plain statement that `text` is; None where it is anything else."""
    text = text.strip()
    found = _STATEMENT.fullmatch(text)
    if not found or _SEVERAL.search(text) or found["verb"] in _NOT_VERBS:
        return None
    subject, modal, verb, rest = found["subject"], found["modal"] or "", found["verb"], found["rest"]
    third = not modal and subject not in {"You", "We", "I"}
    if third:
        if not verb.endswith("s"):
            return None
        verb, rest = base_of(verb), as_base(rest)
    side = _side(subject)
    return Statement(subject, side, found["adverbs"] + (found["inner"] or ""), modal, verb, rest) if side else None


def _side(subject: str) -> Side | None:
    word = subject.rsplit(maxsplit=1)[-1]
    if word in CREATORS or subject in {"You", "I"}:
        return "creator"
    return "engager" if word in ENGAGERS or subject == "We" else None


def parts_of(statement: Statement) -> Parts | None:
    """The words after the verb taken apart; None where it has no plain object."""
    given = _TO_WHOM.fullmatch(statement.rest) if statement.verb in {"grant", "assign", "give", "license", "transfer"} else None
    rest, whom = (f" {given['object']}", given["whom"]) if given else (statement.rest, "")
    if given and "licen" in rest:
        return Parts(whom, rest.strip(), "")
    found = _OBJECT.fullmatch(rest)
    if (
        not found
        or re.match(r" (?:and|or) |,", rest)
        or any(re.search(rf" (?:and|or) {verb}\b", found["object"]) for verb in (*VERBS, "meet"))
    ):
        return None
    what, tail = found["object"].strip(), found["tail"]
    if _GOES_ON.search(what) and not tail.startswith((",", " in ", " for ", " without ")):
        return Parts(whom, what + tail, "")
    return Parts(whom, what, tail)


def other_side(statement: Statement, text: str) -> str:
    """The party across from the subject, as it would be named in the middle of a sentence ("the Author", "you")."""
    if statement.is_spoken_to:
        return {"You": "us", "We": "you", "I": "the Company"}[statement.subject]
    creator, engager = names_of(text)
    return f"the {creator if statement.side == 'engager' else engager}"


def may(statement: Statement, modal: str) -> Statement:
    """The statement with another helper before its verb."""
    return replace(statement, modal=modal)
