"""How long: the term of the contract and its renewals, the time for which rights are licensed, exclusivity."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from contract_registry.core.clauses.tree import Clause
from contract_registry.core.contracts.cues.cue import PLACE, labelled_purpose, setting_of
from contract_registry.core.contracts.cues.time_labels import TIME_LABELS
from contract_registry.core.contracts.fact import Fact, once
from contract_registry.core.contracts.survey import Survey
from contract_registry.core.contracts.times import Timed
from contract_registry.core.quantities.folded import telling
from contract_registry.core.quantities.periods import Period
from contract_registry.core.text import Span

TermKind = Literal["initial", "licence", "assignment", "renewal", "exclusivity"]
Length = Literal["period", "perpetual", "copyright", "open-ended"]
_KINDS: dict[str, TermKind] = {"term": "initial", "licence": "licence", "renewal": "renewal", "exclusivity": "exclusivity"}
_ORDER: tuple[TermKind, ...] = get_args(TermKind)

_UNCOUNTED: tuple[tuple[Length, frozenset[str], re.Pattern[str]], ...] = (
    (
        "perpetual",
        telling("perpetual perpetually perpetuity perpétuité perpétuel perpétuelle zeitlich perpetuidad perpetuo perpetua"),
        re.compile(
            r"\b(?:in perpetuity|perpetual(?:ly)?|à perpétuité|perpétuel(?:le)?|zeitlich un(?:beschränkt|begrenzt)\w*|a perpetuidad"
            r"|perpetu[oa])\b"
        ),
    ),
    (
        "copyright",
        telling(
            "copyright copyrights protection rights propriété droits schutzdauer schutzfrist urheberrechtsschutzes urheberrechts protección"
        ),
        re.compile(
            r"\b(?:(?:full|entire|whole|maximum|legal|complete|unexpired)(?:,? (?:and )?(?:full|legal|entire|remaining))? "
            r"(?:term|period|life|duration) of (?:the |any |all |such |applicable |legal )*(?:copyrights?|protection"
            r"|(?:intellectual property )?rights)"
            r"|(?:for the )?(?:life|duration|term) of (?:the )?(?:applicable )?copyrights?"
            r"|durée légale (?:de (?:la )?protection|des droits)|toute la durée (?:légale )?de (?:la )?(?:protection|propriété)[^.;,]{0,30}"
            r"|dauer (?:der|des) (?:gesetzlichen )?(?:schutzfrist|urheberrechtsschutzes|urheberrechts)|gesetzliche schutzdauer"
            r"|(?:todo el (?:tiempo|plazo)|duración) (?:máxim[oa] )?(?:de|legal de) protección[^.;,]{0,30})"
        ),
    ),
    (
        "open-ended",
        telling("indefinitely unbefristet unbefristete unbefristetes unbefristeten indéterminée indefinido indefinida"),
        re.compile(
            r"\b(?:indefinitely|unbefristet(?:e[mnrs]?)?|(?:à|pour une) durée indéterminée|tiempo indefinido|duración indefinida)\b"
        ),
    ),
)
DURATION_WORDS = frozenset(word for _, words, _ in _UNCOUNTED for word in words)
"""The telling words that a duration without a number is found by."""

_GRANT = re.compile(
    r"\b(?:licen[cs]\w*|rights?|grants?|granted|assign\w*|exploit\w*|us(?:e|ed|ing)|irrevocabl\w*|sublicen[cs]\w*"
    r"|(?:nutzungs)?recht\w*|eingeräumt|lizenz\w*|droits?|cèd\w*|cession|derechos?|ced\w+|licencia)\b"
)
_PASSES = re.compile(
    r"(?P<assigns>\b(?:assign(?:s|ed|ing|ment)?|made over|übertr\w+|abtret\w+|cèd\w*|cession|cede\w*|cesión)\b)"
    r"|\b(?:licen[cs]\w*|grants?|granted|granting|lizenz\w*|eingeräumt|räum\w*|einräum\w*|licencia|licence)\b"
)
_NOT = re.compile(r"\b(?:non-\Z|(?:not|no|never|nor|rather than|kein\w*|nicht|pas|sin|surviv\w+)\b[^.;,]{0,40}\Z)")
_CONTRACT = re.compile(r"\b(?:this|the|these) (?:agreement|contract|terms|engagement|deed|licen[cs]e)\b|\b(?:vertrag|contrat|contrato)\b")
_LASTS = ("term", "life", "period", "duration", "dur", "dauer", "schutz")
_REACH, _NEAR = 160, 60


@dataclass(frozen=True, slots=True)
class Term(Fact):
    """How long something lasts: a counted `period`, or for ever ("perpetual"), as long as copyright ("copyright"), or until ended ("open-ended").

    `event` are the words that say what a period runs from, empty where the sentence does not say.
    """

    kind: TermKind
    length: Length
    period: Period | None = None
    event: str = ""


def terms_of(survey: Survey, times: Iterable[Timed]) -> tuple[Term, ...]:
    """The contract's terms by kind (its own first, then licences, renewals, exclusivity), each once."""
    found = sorted([*_counted(survey, times), *_uncounted(survey)], key=lambda each: (_ORDER.index(each.kind), not each.period, each.span))
    return once(found, lambda each: (each.kind, each.length, each.period))


def _counted(survey: Survey, times: Iterable[Timed]) -> Iterator[Term]:
    for each in times:
        if each.purpose in _KINDS and each.period:
            kind = _KINDS[each.purpose]
            if kind == "licence" and not each.is_labelled:
                kind = _passing(*each.setting.rpartition("\n")[2].split(PLACE, 1))
            yield Term(*survey.said(each.clause, each.span), kind, "period", each.period, each.event_in(survey.text))


def _uncounted(survey: Survey) -> Iterator[Term]:
    for length, words, pattern in _UNCOUNTED:
        for clause, word in survey.spoken(words):
            near = survey.plain[max(0, word.start - _NEAR) : word.end + _NEAR]
            if length == "copyright" and not any(stem in near for stem in _LASTS):
                continue
            match = survey.heard(pattern, clause, word, _NEAR)
            if match and (term := _lasting(survey, clause, Span(*match.span()), length)):
                yield term


def _lasting(survey: Survey, clause: Clause, span: Span, length: Length) -> Term | None:
    """The term that words without a number speak of, seen what the sentence speaks of; None where it denies it."""
    around = survey.around(clause, span)
    if _NOT.search(around.before):
        return None
    if length == "open-ended":
        return Term(*survey.said(clause, span), "initial", length) if _CONTRACT.search(around.before[-_REACH:]) else None
    label = labelled_purpose(setting_of(around), TIME_LABELS)
    if label in _KINDS:
        return Term(*survey.said(clause, span), _KINDS[label], length)
    is_grant = _GRANT.search(around.before[-_REACH:]) or _GRANT.search(around.after[:_REACH])
    return Term(*survey.said(clause, span), _passing(around.before, around.after), length) if is_grant else None


def _passing(before: str, after: str) -> TermKind:
    """Whether rights are assigned or licensed for a time: by the last word before it that does either, else by the first after it."""
    told = [*_PASSES.finditer(before)][-1:] or [*_PASSES.finditer(after)][:1]
    return "assignment" if told and told[0]["assigns"] else "licence"
