"""Who pays: whether a sum or a payment term is what the creator is paid, or what the creator is asked to pay."""

from __future__ import annotations

import re

from contract_registry.core.clauses.tree import DocumentKind
from contract_registry.core.contracts.cues.cue import PLACE
from contract_registry.core.contracts.survey import Survey

_ACTIVE = re.compile(
    r"\b(?:(?:shall|will|must|may|agrees? to|agreed to|undertakes? to|is required to|are required to|hereby|to|doit|muss"
    r"|deberá) (?:\w+ ){0,2}?(?:pay|remit|reimburse|transfer|bezahlen|zahlen|payer|verser|pagar)|pays|zahlt|paie|verse|paga)\b"
)
_TO_CREATOR = (
    r"\b(?:pay(?:s|ing|able)?|paid|owe[sd]?|remit\w*|credit\w*|compensat\w+|payments?|transfer\w*)(?: (?:due|made|of|any|all"
    r"|amounts?|out))* (?:to )?(?:you|your|creators?|artists?|contributors?|photographers?|authors?|talent|winners?"
    r"|providers?)\b|\byou(?:'ll| will| shall| may| are entitled to| can)? (?:be paid|earn|receive|get paid)\b"
    r"|\byour (?:earnings|royalt\w+|share|payout)"
)
_PAYS_CREATOR = re.compile(_TO_CREATOR)
_REACH, _SUBJECT = 200, 60
IMPOSED: frozenset[DocumentKind] = frozenset({"platform terms", "policy", "competition rules"})
"""Kinds of document in which most money goes from the reader to the writer."""


def is_charge(survey: Survey, setting: str) -> bool:
    """Whether the sentence makes the creator pay; in a platform's terms, also whether it does not speak of paying the creator."""
    before, _, after = setting.rpartition("\n")[2].partition(PLACE)
    if survey.clauses.kind in IMPOSED and not _PAYS_CREATOR.search(before[-200:] + after[:120]):
        return True
    creators, engagers = survey.clauses.words("creator"), survey.clauses.words("engager")
    if not creators:
        return False
    payer = _payer(before[-_REACH:], last=True) or _payer(after[:_REACH], last=False)
    return _last(payer, creators) > _last(payer, engagers)


def _payer(words: str, *, last: bool) -> str:
    """The words before a verb of paying, as far as the sentence's next break; empty where nobody is said to pay."""
    verbs = list(_ACTIVE.finditer(words))
    if not verbs:
        return ""
    before = words[: (verbs[-1] if last else verbs[0]).start()]
    return re.split(r"[.;:]", before)[-1][-_SUBJECT:]


def _last(words: str, names: frozenset[str]) -> int:
    """Where any of `names` stands last in `words`; -1 when none does."""
    return max((match.start() for name in names for match in re.finditer(rf"\b{re.escape(name)}\b", words)), default=-1)
