"""The scan: clauses and a rulebook in, findings out. Reads top to bottom as the stations a contract passes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from contract_registry.core.clauses.tree import Clauses
from contract_registry.core.rules.rulebook import Pack, Rulebook
from contract_registry.core.rules.select import packs_for, rules_for
from contract_registry.core.scanning.about import is_short
from contract_registry.core.scanning.by_type import Implied, told_of
from contract_registry.core.scanning.combine import Passage, kept_promises, passages
from contract_registry.core.scanning.coverage import kind_problems, language_problems, length_problems
from contract_registry.core.scanning.document_rules import absences_of, combinations_of
from contract_registry.core.scanning.explain import finding_of, passage_letters
from contract_registry.core.scanning.findings import Circumstances, Finding, PackVersion, Scan
from contract_registry.core.scanning.hearing import hear
from contract_registry.core.scanning.mentions import find_mentions
from contract_registry.core.scanning.passages import focus_of, quote_of
from contract_registry.core.scanning.prepare import Scanner, prepare
from contract_registry.core.scanning.second_reader.opinion import with_opinions
from contract_registry.core.scanning.second_reader.proposing import proposals
from contract_registry.core.scanning.second_reader.read_sentences import ReadSentences
from contract_registry.core.scanning.second_reader.reader import SecondReader
from contract_registry.core.scanning.sector_signs import shown_packs
from contract_registry.core.scanning.verdict import verdict_of

ENGINE_VERSION = "2"


def scan(clauses: Clauses, rulebook: Rulebook, circumstances: Circumstances, *, drafts: bool = False) -> Scan:
    """Everything the rulebook says about the contract. Deterministic: the same arguments give the same value, on any machine."""
    return scan_with(clauses, prepare(rulebook), circumstances, drafts=drafts)


def scan_with(
    clauses: Clauses, scanner: Scanner, circumstances: Circumstances, *, drafts: bool = False, reader: SecondReader | None = None
) -> Scan:
    """The scan by a scanner made ready beforehand, with the second opinion of `reader` where there is one, and what it finds by itself."""
    rulebook = scanner.rulebook
    as_of = circumstances.as_of or rulebook.date
    mentions = find_mentions(clauses, scanner.words, scanner.vocabulary(clauses.languages))
    shown = shown_packs(rulebook, circumstances.sector, clauses, mentions)
    rules = rules_for(
        rulebook,
        sector=circumstances.sector,
        role=circumstances.role,
        jurisdiction=circumstances.jurisdiction,
        languages=clauses.languages,
        as_of=as_of,
        drafts=drafts,
        shown=shown,
    )
    if scanner.only:
        rules = tuple(rule for rule in rules if rule.id in scanner.only)
    heard = hear(clauses, mentions, rules, scanner)
    hits = heard.hits
    if reader:
        sentences = ReadSentences(clauses, mentions, scanner.acts, scanner.quiet)
        hits = [*with_opinions(hits, reader, sentences, asks=not is_short(mentions)), *proposals(hits, reader, sentences, scanner, rules)]
    placed = [
        (hit, quote_of(hit, focus, clauses.document.text), focus) for hit in hits for focus in (focus_of(hit, clauses.document.text),)
    ]
    implied = {name: kind.implies for name, kind in rulebook.types.items() if kind.implies}
    reported = _reported(kept_promises(passages(placed)), implied, clauses, circumstances, as_of)
    findings = tuple(each for each in reported if each.outcome == "finding")
    protections = tuple(each for each in reported if each.outcome == "protection")
    unclear = tuple(each for each in reported if each.outcome == "unclear")
    absences = absences_of(rules, clauses, heard.said, reported, circumstances, as_of)
    combinations = combinations_of(rules, (*findings, *unclear, *protections), absences, circumstances, as_of)
    problems = (
        *kind_problems(clauses.kind),
        *language_problems(clauses.languages, rulebook.rules),
        *length_problems(heard.in_parts, clauses.document.text),
    )
    overruns = tuple(heard.overruns.values())
    verdict, because = verdict_of(findings, unclear, absences, combinations, problems, overruns, clauses)
    return Scan(
        verdict=verdict,
        verdict_because=because,
        circumstances=Circumstances(circumstances.sector, circumstances.role, circumstances.jurisdiction, as_of),
        packs=tuple(_pack(pack, circumstances.sector, shown) for pack in packs_for(rulebook, circumstances.sector, shown)),
        rulebook_date=rulebook.date,
        rulebook_fingerprint=rulebook.fingerprint,
        engine_version=ENGINE_VERSION,
        second_reader=reader.version if reader else "",
        findings=findings,
        protections=protections,
        unclear=unclear,
        absences=absences,
        combinations=combinations,
        overruns=overruns,
        problems=problems,
    )


def _pack(pack: Pack, sector: str, shown: Mapping[str, str]) -> PackVersion:
    because = f"you named the sector {sector}" if sector in pack.sectors else shown.get(pack.id, "")
    return PackVersion(pack.id, pack.version, pack.title, because)


def _reported(found: list[Passage], implied: Implied, clauses: Clauses, circumstances: Circumstances, as_of: str) -> list[Finding]:
    """The findings of each passage in turn, one a type, the one that speaks for the passage first."""
    seen: Counter[tuple[str, str]] = Counter()
    reported = []
    for passage in found:
        letters, first = passage_letters(passage.quote.of(clauses.document.text)), ""
        for told in told_of(passage, implied):
            key = (told.speaker.rule.type, letters)
            reported.append(finding_of(told, clauses, circumstances, as_of, seen[key], first))
            first = first or reported[-1].id
            seen[key] += 1
    return reported
