"""Lengths of time that are nobody's deadline: ages, opening hours, the twelve months before a claim, when a letter counts as received."""

from __future__ import annotations

from contract_registry.core.contracts.cues.cue import Cue, cue
from contract_registry.core.contracts.cues.purposes import TimePurpose

UNCOUNTED: tuple[Cue[TimePurpose], ...] = (
    cue(
        "none",
        "age âgé old older over alt âge edad années",
        r"¤ ?(?:of age|old\b|or older|or over|and older|d'âge|alt\b|de edad)",
        r"\b(?:age of|aged|ages?|âgée?s? de|edad de|mayor(?:es)? de) ¤",
        r"\bage\b.{0,60}¤",
    ),
    cue(
        "none",
        "24 _a_ _per_ each every prison",
        r"¤,? ?(?:a|per) (?:day|week|month|year)\b",
        r"\b24 hours|¤ a week",
        r"¤ a day",
        r"\b(?:per|each|every|once every) ¤(?! (?:of|after|from))",
        r"\ba ¤ (?:period|week|basis)",
        r"prison",
    ),
    cue(
        "none",
        "preced past previous prior last before leading over",
        r"\b(?:preceding|past|previous|prior|last|latest) ¤",
        r"¤(?: (?:period|immediately))* (?:preceding|leading up|before (?:the|your|such|any) (?:\w+ )?(?:claim|event|incident))",
        r"¤(?: (?:period|immediately))* prior to (?:the|your|such|any) (?:\w+ ){0,2}(?:claim|event|cause|act|incident|occurrence)",
    ),
    cue(
        "none",
        "deemed effective presum post mail deposit dispatch sending sent transmi",
        r"\b(?:deemed|presumed)\b(?:.{0,60})\b(?:received|given|served|delivered|effective|made|duly)\b.{0,160}¤",
        r"\b(?:received|given|served|delivered|made) ¤ (?:after|following)",
        r"¤ (?:after|from|following|of) (?:the |its |such )?(?:date of |day of )?(?:post|mail|deposit|dispatch|sending|transmi"
        r"|consign|being (?:sent|posted))",
    ),
    cue(
        "none",
        "trial guarantee warrant defect probation",
        r"\btrial\b",
        r"\bprobation",
        r"\b(?:warrant(?:y|ies|s)?|guarantees?)\b.{0,60}(?:for|period of) (?:a period of )?¤",
    ),
)
