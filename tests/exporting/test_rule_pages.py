"""Every rule and every type has its page, every link leads somewhere, and nothing in a rule file can spoil a page."""

from __future__ import annotations

import re
from dataclasses import replace
from posixpath import dirname, join, normpath

import pytest

from builders import a_rule, a_rulebook
from contract_registry.core.rules.rulebook import ClauseType
from contract_registry.exporting.rule_pages import rule_pages

HARM = a_rule(
    "{gives-up} …8 {moral-rights}",
    id="common.waiver",
    title="Moral rights given up",
    status="trial",
    why="You would no longer be named.",
    questions=["Why is a waiver needed?"],
    wording={"ideal": "The Author is named.", "acceptable": "The Author is named in the book.", "walk_away": "No name, for ever."},
    legal_basis=[
        {
            "jurisdiction": "ES",
            "citation": "Ley de Propiedad Intelectual, art. 14",
            "proposition": "Moral rights cannot be renounced.",
            "effect": "voids",
            "as_at": "2026-07",
            "confidence": "read",
        }
    ],
    known_misfires=[{"says": "A joke is found too.", "wrongly_finds": "The jester waives his moral rights."}],
    references=["A union's guide"],
    unless={"with-leave": "with … consent"},
    raises={"future-works": "future works"},
)
PROTECTION = a_rule(
    "asserts",
    id="common.assertion",
    family="protective",
    type="protect-test",
    about="moral-test",
    flow="any",
    title="Your rights are asserted",
    wording={"ideal": "The Author asserts the right to be named.", "weakened_by": "“Except as waived below”."},
    no_legal_basis="The contract alone gives it.",
)
TOGETHER = a_rule(
    id="common.both", family="terms", type="both", title="Taken together", combines={"all_of": [["moral-test"], ["common.fee", "moral:*"]]}
)
GAP = a_rule(
    id="common.no-credit",
    title="A promise to credit you",
    type="moral-gap",
    absent={"none_of": ["protect-test"], "when_found": ["moral-test"]},
)
FEE = a_rule(
    "net #days",
    id="common.fee",
    family="terms",
    type="terms-fee",
    flow="any",
    title="Paid late",
    threshold={"unit": "days", "at_least": 45},
)
CASES = {
    "common.waiver": [
        {
            "says": "a waiver is found",
            "text": "He waives his moral rights.",
            "finds": ["waives"],
            "unclear": [],
            "speaks": None,
            "excused_by": "",
        }
    ]
}


def pages(*rules: object) -> dict[str, str]:
    listed = {"moral-test": ClauseType("moral-test", "Moral rights waived", "You give up your moral rights.")}
    rulebook = replace(a_rulebook(*(rules or (HARM, PROTECTION, TOGETHER, GAP, FEE))), types=listed)
    return rule_pages(rulebook, CASES, "Made for a test.", "../rules")


def test_every_rule_and_every_type_has_a_page_and_stands_in_the_index() -> None:
    made = pages()

    assert set(made) == {
        "README.md",
        *(f"common/{name}.md" for name in ("waiver", "assertion", "both", "no-credit", "fee")),
        *(f"types/{name}.md" for name in ("moral-test", "protect-test", "both", "moral-gap", "terms-fee")),
    }
    assert [path for path in made if path != "README.md" and f"({path})" not in made["README.md"]] == ["types/both.md"]


def test_every_link_between_pages_leads_to_one() -> None:
    made = pages()
    links = [(path, target) for path, text in made.items() for target in re.findall(r"\]\(([^)]*\.md)\)", text)]

    assert links
    assert [(path, target) for path, target in links if normpath(join(dirname(path), target)) not in made] == []


def test_a_rule_tells_its_essay_in_one_order() -> None:
    page = pages()["common/waiver.md"]

    assert re.findall(r"^## (.+)$", page, re.MULTILINE) == [
        "What it means",
        "What to ask",
        "What to propose",
        "The law",
        "Where it is wrong",
        "Read more",
        "What it looks for",
        "Cases",
    ]
    for words in (
        "# Moral rights given up\n",
        "| Severity | High |",
        f"| Version | 1, fingerprint `{HARM.fingerprint}` |",
        "| File | [common.waiver](../../rules/packs/common/waiver.yaml) and [its cases](../../rules/packs/common/waiver.cases.yaml) |",
        "**Settle for:**\n\n> The Author is named in the book.",
        "**Walk away at:** No name, for ever.",
        "- Spain: under the Ley de Propiedad Intelectual, art. 14, such a clause has no effect. Moral rights cannot be renounced. (read, as at 2026-07)",
        "- A joke is found too. It finds: “The jester waives his moral rights.”",
        "- **gives up**, within 8 words **moral rights**",
        "- **with leave**: “with”, within 25 words “consent”",
        "- it takes in future works: “future works”",
        "- a waiver is found: “He **waives** his moral rights.”",
    ):
        assert words in page
    assert "to be checked" not in page


def test_a_protection_tells_what_weakens_it_and_why_no_law_is_cited() -> None:
    page = pages()["common/assertion.md"]

    assert "| Answers | [Moral rights waived](../types/moral-test.md) |" in page
    assert "## The wording to have\n\n> The Author asserts the right to be named.\n\nBeware of: “Except as waived below”." in page
    assert "## The law\n\nThe contract alone gives it." in page


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (
            "common/both.md",
            "- [Moral rights waived](../types/moral-test.md)\n- [Paid late](../common/fee.md) or any finding on Moral rights",
        ),
        ("common/no-credit.md", "# Not found: a promise to credit you\n"),
        ("common/no-credit.md", "And only where there is [Moral rights waived](../types/moral-test.md)."),
        ("common/fee.md", "Only from 45 days upwards."),
        ("types/moral-test.md", "You give up your moral rights."),
        ("types/moral-test.md", "- [Your rights are asserted](../common/assertion.md)"),
        ("types/moral-test.md", "**Spain**\n\n- Under the Ley de Propiedad Intelectual, art. 14, such a clause has no effect."),
        (
            "types/moral-test.md",
            "- [Taken together](../common/both.md): [Moral rights waived](../types/moral-test.md); **with** [Paid late]",
        ),
        (
            "types/moral-test.md",
            "- Where it is found, [Not found: a promise to credit you](../common/no-credit.md) looks whether that is missing.",
        ),
        ("types/protect-test.md", "- Where it is found, [Not found: a promise to credit you](../common/no-credit.md) is not missed."),
        ("types/protect-test.md", "## What it protects from\n\n- [Moral rights waived](../types/moral-test.md)"),
    ],
)
def test_rules_and_types_say_how_they_hang_together(path: str, words: str) -> None:
    assert words in pages()[path]


def test_nothing_in_a_rule_file_can_spoil_a_page() -> None:
    hostile = a_rule("x", id="common.waiver", flow="any", title="A | B\n# C <script>", why="[click](http://x) `rm`\x1b[31m")

    page = pages(hostile)["common/waiver.md"]

    assert page.startswith("# A \\| B \\# C \\<script\\>\n")
    assert "\\[click\\](http://x) \\`rm\\`" in page
    assert "\x1b" not in page
