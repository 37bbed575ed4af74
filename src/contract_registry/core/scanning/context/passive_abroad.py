"""The passive of French, Spanish and German: "sont utilisées pour", "podrán ser utilizados para", "werden zum Training verwendet"."""

from __future__ import annotations

import re

from contract_registry.core.scanning.context.cues import Reading
from contract_registry.core.scanning.units import Heard

_BE = frozenset({"être", "est", "sont", "sera", "seront", "ser", "es", "son", "será", "serán", "sean"})
_ROMANCE = re.compile(r"\w{3,}(?:é|ée|és|ées|ado|ada|ados|adas|ido|ida|idos|idas)")
_WERDEN = frozenset({"wird", "werden", "worden"})
_GERMAN = re.compile(r"\w*ge\w{3,}(?:t|en)|(?:ver|be|ent|er|zer)\w{3,}t")
_BEFORE, _BEHIND, _NEXT = 8, 14, 2


def is_passive_abroad(act: Heard, reading: Reading) -> bool:
    """Whether somebody has the act done to something, by a helper and a participle of one of these languages."""
    before = reading.words[max(act.at - _BEFORE, 0) : act.until]
    for at, word in enumerate(before):
        if word in _BE and any(map(_ROMANCE.fullmatch, before[at + 1 : at + 1 + _NEXT])):
            return True
    behind = reading.words[act.at : act.at + _BEHIND]
    participle = next((at for at, word in enumerate(behind) if _GERMAN.fullmatch(word)), None)
    return participle is not None and not _WERDEN.isdisjoint((*before, *behind[participle + 1 : participle + 1 + _NEXT]))
