"""The scan: clauses and a rulebook in, findings out. Reads top to bottom as the stations a contract passes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from contract_registry.core.clauses.tree import Clauses
from contract_registry.core.rules.rule import Rule
from contract_registry.core.rules.rulebook import Rulebook
from contract_registry.core.rules.select import packs_for, rules_for
from contract_registry.core.scanning.combine import Passage, passages
from contract_registry.core.scanning.context.cues import ALWAYS_HEARD, following_from, leading_to, read_unit, worked_out
from contract_registry.core.scanning.context.polarity import turns
from contract_registry.core.scanning.coverage import language_problems
from contract_registry.core.scanning.document_rules import absences_of, combinations_of
from contract_registry.core.scanning.explain import finding_of, passage_letters
from contract_registry.core.scanning.findings import Circumstances, Finding, Overrun, PackVersion, Scan
from contract_registry.core.scanning.judge import Hit, judge
from contract_registry.core.scanning.matching import OutOfSteps, Steps
from contract_registry.core.scanning.mentions import Mentions, find_mentions
from contract_registry.core.scanning.passages import focus_of, quote_of
from contract_registry.core.scanning.prepare import Scanner, prepare
from contract_registry.core.scanning.terms import concepts_by_term, expanded
from contract_registry.core.scanning.threshold import reaches
from contract_registry.core.scanning.units import Unit, units_of
from contract_registry.core.scanning.verdict import verdict_of
from contract_registry.core.scanning.waiting import Waiting, by_anchor

ENGINE_VERSION = "1"


_READY: dict[str, Scanner] = {}


def scanner_for(rulebook: Rulebook) -> Scanner:
    """The scanner of `rulebook`, made once for each fingerprint."""
    if rulebook.fingerprint not in _READY:
        _READY[rulebook.fingerprint] = prepare(rulebook)
    return _READY[rulebook.fingerprint]


def scan(clauses: Clauses, rulebook: Rulebook, circumstances: Circumstances, *, drafts: bool = False) -> Scan:
    """Everything the rulebook says about the contract. Deterministic: the same arguments give the same value, on any machine."""
    return scan_with(clauses, scanner_for(rulebook), circumstances, drafts=drafts)


def scan_with(clauses: Clauses, scanner: Scanner, circumstances: Circumstances, *, drafts: bool = False) -> Scan:
    """The scan by a scanner made ready beforehand."""
    rulebook = scanner.rulebook
    as_of = circumstances.as_of or rulebook.date
    rules = rules_for(
        rulebook,
        sector=circumstances.sector,
        role=circumstances.role,
        jurisdiction=circumstances.jurisdiction,
        languages=clauses.languages,
        as_of=as_of,
        drafts=drafts,
    )
    if scanner.only:
        rules = tuple(rule for rule in rules if rule.id in scanner.only)
    mentions = find_mentions(clauses, scanner.words, scanner.vocabulary(clauses.languages))
    hits, overruns = hear(clauses, mentions, rules, scanner)
    placed = [
        (hit, quote_of(hit, focus, clauses.document.text), focus) for hit in hits for focus in (focus_of(hit, clauses.document.text),)
    ]
    reported = _reported(passages(placed), clauses, circumstances, as_of)
    findings = tuple(each for each in reported if each.outcome == "finding")
    protections = tuple(each for each in reported if each.outcome == "protection")
    unclear = tuple(each for each in reported if each.outcome == "unclear")
    absences = absences_of(rules, clauses, mentions, scanner, reported, circumstances, as_of)
    combinations = combinations_of(rules, (*findings, *unclear, *protections), absences, circumstances, as_of)
    problems = language_problems(clauses.languages, rulebook.rules)
    verdict, because = verdict_of(findings, unclear, absences, combinations, problems, clauses)
    return Scan(
        verdict=verdict,
        verdict_because=because,
        circumstances=Circumstances(circumstances.sector, circumstances.role, circumstances.jurisdiction, as_of),
        packs=tuple(PackVersion(pack.id, pack.version) for pack in packs_for(rulebook, circumstances.sector)),
        rulebook_date=rulebook.date,
        rulebook_fingerprint=rulebook.fingerprint,
        engine_version=ENGINE_VERSION,
        findings=findings,
        protections=protections,
        unclear=unclear,
        absences=absences,
        combinations=combinations,
        overruns=overruns,
        problems=problems,
    )


def hear(clauses: Clauses, mentions: Mentions, rules: Iterable[Rule], scanner: Scanner) -> tuple[list[Hit], tuple[Overrun, ...]]:
    """Every hit of every pattern rule, and the rules that ran out of steps on a clause."""
    hits: list[Hit] = []
    overruns: list[Overrun] = []
    possible = [rule for rule in rules if rule.looks_for and document_allows(rule, clauses, mentions)]
    by_term = concepts_by_term(mentions, calls_parties(clauses))
    counts = Counter(mentions.counts)
    for name, (concepts, _) in by_term.items():
        counts.update(dict.fromkeys(concepts, mentions.counts.get(name, 0)))
    counts.update(worked_out(mentions.counts))
    here = {name for name, count in counts.items() if count} | set(mentions.tokens.norms)
    waiting = [each for rule in possible for each in scanner.waiting(rule) if each.is_possible(here)]
    giving = {name for name, act in scanner.acts.items() if act in {"gives", "lets"}}
    heeded = mentions.only(ALWAYS_HEARD.union(giving, *(each.heeds for each in waiting)))
    for within in ("sentence", "clause"):
        index = by_anchor((each for each in waiting if each.rule.looks_for and each.rule.looks_for.within == within), counts)
        if index:
            wanted = index.keys() | leading_to(index.keys()) | {name for name, (concepts, _) in by_term.items() if concepts & index.keys()}
            for unit in units_of(clauses, heeded, wanted, whole_clauses=within == "clause"):
                _hear_unit(expanded(unit, by_term, heeded), index, heeded, scanner, hits, overruns)
    return hits, tuple(overruns)


def _hear_unit(
    unit: Unit, index: Mapping[str, list[Waiting]], mentions: Mentions, scanner: Scanner, hits: list[Hit], overruns: list[Overrun]
) -> None:
    spoken = {heard.concept for heard in unit.heard}
    spoken |= following_from(spoken)
    anchors = sorted(spoken & index.keys())
    for piece in unit.pieces if anchors else ():
        spoken.update(mentions.tokens.norms[piece.first : piece.last])
    waiting = [each for concept in anchors for each in index[concept] if each.is_possible(spoken)]
    if not waiting:
        return
    reading = read_unit(unit, mentions, scanner.acts, scanner.quiet)
    every = turns(reading)
    steps: dict[str, Steps] = defaultdict(Steps)
    spoke: set[str] = set()
    for each in dict.fromkeys(waiting):
        if each.rule.id in spoke:
            continue
        spoken_ways = judge(each.rule, each.pattern, reading, every, scanner.acts, steps[each.rule.id])
        try:
            hit = next((way for way in spoken_ways if reaches(each.rule.threshold, way, mentions)), None)
        except OutOfSteps:
            overruns.append(Overrun(each.rule.id, unit.clause.number, steps[each.rule.id].taken))
            spoke.add(each.rule.id)
            continue
        if hit:
            hits.append(hit)
            spoke.add(each.rule.id)


def calls_parties(clauses: Clauses) -> frozenset[str]:
    """Every word by which the document calls a party, in lower case, and the pronouns, defined or not."""
    return clauses.words("creator") | clauses.words("engager") | clauses.words("unknown") | {"you", "your", "we", "us", "our", "i", "me"}


def document_allows(rule: Rule, clauses: Clauses, mentions: Mentions) -> bool:
    """Whether the document is of a kind the rule is for and says what the rule wants said somewhere."""
    looks_for = rule.looks_for
    if looks_for is None:
        return False
    if looks_for.document_kinds and clauses.kind not in looks_for.document_kinds:
        return False
    return all(
        all(any(mentions.counts.get(name) for name in step.concepts) for step in part[0])
        for pattern in looks_for.document_says
        for part in pattern.parts
    )


def _reported(found: list[Passage], clauses: Clauses, circumstances: Circumstances, as_of: str) -> list[Finding]:
    seen: Counter[tuple[str, str]] = Counter()
    reported = []
    for passage in found:
        key = (passage.speaker.rule.type, passage_letters(passage.quote.of(clauses.document.text)))
        reported.append(finding_of(passage, clauses, circumstances, as_of, seen[key]))
        seen[key] += 1
    return reported
