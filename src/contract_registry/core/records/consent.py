"""The consent that somebody gave on paper or by mail before a contract was taken in: how far it goes, for whom and what, and what proves it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from contract_registry.core.records.partial_date import is_partial_date
from contract_registry.core.records.particulars import LONGEST, Mistake

LEVELS = {
    "0": "nothing",
    "1": "fingerprints and facts about terms",
    "2": "redacted flagged clauses",
    "3": "redacted full text",
    "4": "the engager named",
}
_PURPOSES = re.compile(r"[A-K]*")
_NEEDED = ("audience", "purposes", "wording", "given_on", "evidence")


@dataclass(frozen=True, slots=True)
class Consent:
    """The consent; `wording` is the version of the words that were agreed to, `evidence` says where it can be looked up. Without any it is level 0."""

    level: str = "0"
    audience: str = ""
    purposes: str = ""
    wording: str = ""
    given_on: str = ""
    evidence: str = ""


def consent_of(said: Mapping[str, str]) -> Consent:
    """The consent that these fields tell, each with `consent_` before its name; purposes are letters in alphabetical order."""
    told = {name: said.get(f"consent_{name}", "").strip() for name in ("level", *_NEEDED)}
    letters = "".join(sorted(set(re.sub(r"[\s,;]", "", told["purposes"]).upper())))
    return Consent(**{**told, "level": told["level"] or "0", "purposes": letters})


def mistakes_in_consent(consent: Consent) -> Iterator[Mistake]:
    """What is wrong with it: whatever goes beyond level 0 is shared with others, and must be proved."""
    told = {name: getattr(consent, name) for name in _NEEDED}
    if consent.level not in LEVELS:
        yield "consent_level", f"{consent.level!r} is no level.", "Write 0, 1, 2, 3 or 4; nothing means 0."
    elif consent.level != "0":
        for name in _NEEDED:
            if not told[name]:
                yield f"consent_{name}", f"it is missing, and the level is {consent.level}.", "Fill it in, or leave the level at 0."
    if not _PURPOSES.fullmatch(consent.purposes):
        yield "consent_purposes", f"{consent.purposes!r} are no purposes.", "Write their letters, A to K, such as ABE."
    if consent.given_on and not is_partial_date(consent.given_on):
        yield "consent_given_on", f"{consent.given_on!r} is no date.", "Write 2026-03-14, 2026-03 or 2026."
    for name, value in told.items():
        if len(value) > LONGEST:
            yield f"consent_{name}", f"it has more than {LONGEST} characters.", "Say it in fewer words."
