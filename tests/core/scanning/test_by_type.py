"""A passage tells each type that is heard in it, the gravest first, and nothing that another type implies in the same words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from builders import a_rule, a_rulebook
from contract_registry.core.clauses.segment import segment
from contract_registry.core.rules.rule import Rule
from contract_registry.core.rules.rulebook import ClauseType
from contract_registry.core.scanning.cases import document_of
from contract_registry.core.scanning.findings import Circumstances, Scan
from contract_registry.core.scanning.prepare import prepare
from contract_registry.core.scanning.scan import scan_with
from hearing import scanned

TEXT = "The Author waives all moral rights and assigns the copyright in all media."
WAIVER = a_rule("{gives-up} …4 {moral-rights}", id="common.waiver", family="buyout", type="buyout-waiver", severity="critical")
GIVEN = a_rule("{assigns} …4 {all-rights}", id="common.given", family="buyout", type="buyout-given", severity="medium")
OTHER_WORDS = a_rule("{assigns} …1 {all-rights}", id="common.again", family="buyout", type="buyout-given", severity="low")
MEDIA = a_rule("{assigns} …8 media", id="common.media", family="buyout", type="buyout-media", severity="low")


def of_passage(scan: Scan) -> list[tuple[str, str]]:
    return [(each.type, each.severity) for each in scan.findings]


def scanned_where(text: str, rules: Sequence[Rule], **implies: set[str]) -> Scan:
    """The scan by a rulebook whose types imply others."""
    types = {name: ClauseType(name, name, name, frozenset(others)) for name, others in implies.items()}
    return scan_with(segment(document_of(text)), prepare(replace(a_rulebook(*rules), types=types)), Circumstances())


def test_each_type_has_a_finding_and_the_gravest_comes_first() -> None:
    assert of_passage(scanned(TEXT, MEDIA, GIVEN, WAIVER)) == [
        ("buyout-waiver", "critical"),
        ("buyout-given", "medium"),
        ("buyout-media", "low"),
    ]


def test_all_quote_the_passage_and_each_marks_its_own_words() -> None:
    first, second = scanned(TEXT, GIVEN, WAIVER).findings

    assert first.quote.of(TEXT) == second.quote.of(TEXT) == TEXT
    assert (first.focus.of(TEXT), second.focus.of(TEXT)) == ("waives all moral rights", "assigns the copyright")
    assert first.fingerprint == second.fingerprint
    assert first.explanation.pattern != second.explanation.pattern


def test_each_says_which_finding_speaks_for_its_passage() -> None:
    text = f"{TEXT} The Artist assigns the copyright."

    first, second, elsewhere = scanned(text, GIVEN, WAIVER).findings

    assert (first.led_by, first.passage, second.led_by, second.passage) == ("", first.id, first.id, first.id)
    assert (elsewhere.led_by, elsewhere.passage) == ("", elsewhere.id)
    assert len({first.id, second.id, elsewhere.id}) == 3


def test_a_type_keeps_its_id_when_a_graver_one_is_heard_beside_it() -> None:
    (alone,) = scanned(TEXT, GIVEN).findings

    assert scanned(TEXT, GIVEN, WAIVER).findings[1].id == alone.id


def test_two_rules_of_one_type_are_one_finding() -> None:
    (only,) = scanned(TEXT, GIVEN, OTHER_WORDS).findings

    assert only.rule == "common.given"
    assert [(each.rule, each.has_finding) for each in only.explanation.also] == [("common.again", False)]


def test_what_another_type_implies_in_the_same_words_is_named_and_not_told() -> None:
    scan = scanned_where(TEXT, [GIVEN, MEDIA], **{"buyout-given": {"buyout-media"}})

    assert of_passage(scan) == [("buyout-given", "medium")]
    assert [each.type for each in scan.findings[0].explanation.also] == ["buyout-media"]


def test_what_is_implied_is_told_where_other_words_say_it() -> None:
    scan = scanned_where(TEXT, [WAIVER, GIVEN], **{"buyout-waiver": {"buyout-given"}})

    assert of_passage(scan) == [("buyout-waiver", "critical"), ("buyout-given", "medium")]


def test_a_type_that_gives_way_is_told_no_graver_than_what_speaks_in_its_place() -> None:
    plain = a_rule("{gives-up} …4 {moral-rights}", id="common.plain", type="moral-plain", severity="high", gives_way_to=["moral-limited"])
    limited = a_rule("{moral-rights}", id="common.limited", type="moral-limited", severity="medium", flow="any")

    scan = scanned(TEXT, plain, limited)

    assert of_passage(scan) == [("moral-limited", "medium"), ("moral-plain", "medium")]
    assert scan.verdict == "check"


def test_the_reasons_for_a_verdict_name_each_passage_once() -> None:
    grave = replace(GIVEN, severity="critical", title="Given")

    scan = scanned(TEXT, grave, replace(WAIVER, title="Waived"))

    assert len(scan.findings) == 2
    assert scan.verdict_because == (f"critical: {scan.findings[0].title}",)


def test_what_cannot_be_told_is_asked_once_whatever_types_it_has() -> None:
    ask = {"unclear_when": {"always": "rights"}, "question": "Which?", "flow": "any"}
    one = a_rule("{moral-rights}", id="common.one", type="moral-one", **ask)
    other = a_rule("{gives-up} …4 {moral-rights}", id="common.other", type="moral-other", **ask)

    assert len(scanned(TEXT, one, other).unclear) == 1
