"""Of one passage and family the gravest rule speaks first, and names the others beside it."""

from __future__ import annotations

from builders import a_rule
from hearing import scanned

TEXT = "The Author assigns the copyright and waives all moral rights."
MORAL = a_rule("{gives-up} … {moral-rights}", id="common.moral", type="moral-waiver")
GRAVE = a_rule("{moral-rights}", id="common.grave", type="moral-grave", severity="critical", flow="any")
BUYOUT = a_rule("{assigns} … {all-rights}", id="common.buyout", family="buyout")
UNCLEAR = a_rule("{moral-rights}", id="common.unclear", flow="any", unclear_when={"always": "waives"}, question="Which?")
KEPT = a_rule("{keeps} … {moral-rights}", id="common.kept", family="protective", severity="info", about="moral-waiver", flow="any")


def test_of_one_family_the_gravest_speaks_first_and_names_the_others() -> None:
    scan = scanned(TEXT, MORAL, GRAVE)

    assert scan.findings[0].rule == "common.grave"
    assert [(also.rule, also.type, also.severity) for also in scan.findings[0].explanation.also] == [
        ("common.moral", "moral-waiver", "high")
    ]


def test_the_gravest_is_the_one_that_is_gravest_here_with_what_raises_and_lowers_it() -> None:
    raised = a_rule("{moral-rights}", id="common.raised", severity="high", flow="any", raises={"all": ["all moral rights"]})
    longer = a_rule("{gives-up} … {moral-rights}", id="common.longer", severity="high")
    milder = a_rule("{gives-up} … {moral-rights}", id="common.milder", severity="critical", lowers={"all": ["all moral rights"]})

    scan = scanned(TEXT, raised, longer, milder)

    assert [(finding.rule, finding.severity) for finding in scan.findings] == [("common.raised", "critical")]
    assert scan.verdict == "stop"


def test_each_family_has_its_own_finding() -> None:
    assert [finding.family for finding in scanned(TEXT, MORAL, BUYOUT).findings] == ["buyout", "moral"]


def test_findings_stand_in_the_order_of_the_text() -> None:
    text = "The Author waives all moral rights. The Author assigns the copyright. The Artist gives up all moral rights."

    assert [finding.focus.of(text).split()[0] for finding in scanned(text, MORAL, BUYOUT).findings] == ["waives", "assigns", "gives"]


def test_what_cannot_be_told_stands_apart_with_its_question() -> None:
    scan = scanned(TEXT, MORAL, UNCLEAR)

    assert [finding.rule for finding in scan.findings] == ["common.moral"]
    assert [(each.rule, each.question) for each in scan.unclear] == [("common.unclear", "Which?")]


def test_a_protection_is_no_finding_and_says_what_it_answers() -> None:
    scan = scanned("1. The Author keeps the moral rights.", KEPT)

    assert scan.findings == ()
    assert [(each.rule, each.about) for each in scan.protections] == [("common.kept", "moral-waiver")]
    assert scan.verdict == "fine"


def test_a_rule_gives_way_to_a_type_that_says_more() -> None:
    plain = a_rule("{gives-up} … {moral-rights}", id="common.plain", type="moral-plain", severity="high", gives_way_to=["moral-more"])
    more = a_rule("{moral-rights}", id="common.more", type="moral-more", severity="low", flow="any")

    scan = scanned(TEXT, plain, more)

    assert scan.findings[0].rule == "common.more"
    assert [each.rule for each in scan.findings[0].explanation.also] == ["common.plain"]
    assert [finding.rule for finding in scanned(TEXT, plain).findings] == ["common.plain"]


def test_rules_that_give_way_to_each_other_speak_by_their_weight() -> None:
    one = a_rule("{gives-up} … {moral-rights}", id="common.one", type="moral-one", severity="high", gives_way_to=["moral-other"])
    other = a_rule("{moral-rights}", id="common.other", type="moral-other", severity="low", flow="any", gives_way_to=["moral-one"])

    assert [finding.rule for finding in scanned(TEXT, one, other).findings] == ["common.one", "common.other"]
