"""Which way a right goes is worked out from who stands where, whatever the contract calls the two sides."""

from __future__ import annotations

import pytest

from builders import a_rule, a_rulebook
from contract_registry.core.clauses.segment import segment
from contract_registry.core.scanning.cases import document_of
from contract_registry.core.scanning.findings import Circumstances
from contract_registry.core.scanning.prepare import prepare
from contract_registry.core.scanning.scan import scan_with
from hearing import speaks

GIVES = {
    flow: a_rule("{assigns} … {all-rights}", "{gives-up} … {all-rights}", "{all-rights} … {assigns}", flow=flow)
    for flow in ("from creator", "to creator")
}
OWNS = {
    flow: a_rule("{owns} … {all-rights}", "{all-rights} … {owns}", "{trains} … {ai}", flow=flow) for flow in ("by engager", "by creator")
}
PASSES = a_rule("{all-rights} … {belongs-to}")
KEEPS = {flow: a_rule("{keeps} … {all-rights}", flow=flow) for flow in ("from creator", "to creator")}

BETWEEN = "This agreement is between Northlight Books Ltd (the “Publisher”) and Ada Ferrer (the “Illustrator”).\n"


@pytest.mark.parametrize(
    "text",
    [
        "The Author assigns the copyright to the Publisher.",
        "The Author hereby assigns to the Publisher all rights in the Work.",
        "You assign all rights to us.",
        "I transfer the copyright to the Company.",
        "All rights are assigned to the Company.",
        "All rights are hereby assigned by the Author.",
        "The assignment of copyright by the Artist takes effect today.",
        "The Author waives all rights.",
        "The Author shall be taken to have waived all rights.",
        "Upon payment, the Illustrator assigns the copyright to the Client.",
    ],
)
def test_what_the_creator_gives_goes_from_the_creator(text: str) -> None:
    assert speaks(text, GIVES["from creator"])
    assert not speaks(text, GIVES["to creator"])


@pytest.mark.parametrize(
    "text",
    [
        "The Publisher assigns the copyright to the Author.",
        "We assign all rights back to you.",
        "Hereby assign we to you all rights.",
        "All rights are assigned to the Author.",
        "The Company waives all rights.",
    ],
)
def test_what_the_engager_gives_goes_to_the_creator(text: str) -> None:
    assert speaks(text, GIVES["to creator"])
    assert not speaks(text, GIVES["from creator"])


@pytest.mark.parametrize(
    "text",
    [
        "The Company owns all rights.",
        "We may train AI on your work.",
        "The Publisher and its licensees may train AI.",
        "All rights are owned by the Company.",
        "You allow us to train AI on it.",
        "The Author grants the Publisher a licence to train AI on the Work.",
    ],
)
def test_what_the_engager_does_is_by_the_engager(text: str) -> None:
    assert speaks(text, OWNS["by engager"])
    assert not speaks(text, OWNS["by creator"])


@pytest.mark.parametrize(
    "text",
    [
        "You own all rights.",
        "You or your affiliates own all rights.",
        "Subject to the Company's own rules, content you own all rights in stays up.",
        "The Author may train AI on the Work.",
        "All rights are owned by the Artist.",
        "You may train AI on our software.",
    ],
)
def test_what_the_creator_does_is_by_the_creator(text: str) -> None:
    assert speaks(text, OWNS["by creator"])
    assert not speaks(text, OWNS["by engager"])


def test_a_right_passes_to_the_one_named_after() -> None:
    assert speaks("All rights in the Work belong to the Publisher.", PASSES)
    assert not speaks("All rights in the Work belong to the Author.", PASSES)


def test_who_keeps_a_right_has_it() -> None:
    assert speaks("The Author retains all rights in the Work.", KEEPS["to creator"])
    assert not speaks("The Company retains all rights in the Work.", KEEPS["to creator"])


@pytest.mark.parametrize(
    "text",
    [
        "You understand that your posts are used for training our AI.",
        "Participant agrees that the footage may be used to develop, test and train AI.",
        "If you choose the free plan, your drafts are used by us for training our AI.",
        "If you upload pictures, Acme may train its AI on them.",
        "You agree that we may use what you post to train AI.",
        "The Author grants Acme a licence to use Author Content to train AI.",
    ],
)
def test_who_only_agrees_or_uploads_does_not_do_what_follows(text: str) -> None:
    assert speaks(text, OWNS["by engager"])


@pytest.mark.parametrize(
    "text",
    [
        "You may train AI on what you upload.",
        "The Author, if she so wishes, may train AI on the drafts.",
        "The Author is entitled to train AI.",
    ],
)
def test_who_may_do_it_does_it_however_much_stands_between(text: str) -> None:
    assert not speaks(text, OWNS["by engager"])
    assert speaks(text, OWNS["by creator"])


def test_where_nobody_is_named_a_rule_speaks_all_the_same() -> None:
    assert speaks("Assignment of copyright applies.", GIVES["from creator"])


@pytest.mark.parametrize(
    ("text", "from_creator"),
    [
        (BETWEEN + "Ada Ferrer assigns the copyright to Northlight Books Ltd.", True),
        (BETWEEN + "Northlight Books Ltd assigns the copyright to Ada Ferrer.", False),
        (BETWEEN + "The Illustrator assigns the copyright to the Publisher.", True),
    ],
)
def test_the_sides_are_known_by_the_names_the_contract_gives_them(text: str, *, from_creator: bool) -> None:
    assert speaks(text, GIVES["from creator"]) is from_creator


def test_own_behind_an_owner_is_no_act_of_owning() -> None:
    rule = a_rule("{owns} … {work-noun}", flow="any")

    assert speaks("The Company will own the drawing.", rule)
    assert not speaks("You may use it for your own drawing.", rule)
    assert not speaks("The Company bears at its own cost what the drawing needs.", rule)


def test_a_name_that_ends_like_an_owner_acts_all_the_same() -> None:
    text = "This agreement is between Mama Rosa’s Ltd (“MAMA ROSA’S”) (the “Company”) and Leo Hill (the “Artist”).\nMAMA ROSA’S assigns all rights to the Artist."

    assert speaks(text, GIVES["to creator"])
    assert not speaks(text, GIVES["from creator"])


def test_what_is_granted_goes_where_the_verb_says() -> None:
    endless = a_rule("perpetual … right")

    assert speaks(BETWEEN + "The Illustrator hereby grants to the Publisher a perpetual right.", endless)
    assert not speaks(BETWEEN + "The Publisher hereby grants to the Illustrator a perpetual right.", endless)


@pytest.mark.parametrize(
    "text",
    [
        "You and the Company waive all rights in the Work.",
        "The Author, for the Author's heirs, executors and successors, waives all rights in the Work.",
        "You waive all rights that may be available to you.",
    ],
)
def test_who_gives_with_others_or_for_them_gives(text: str) -> None:
    assert speaks(text, GIVES["from creator"])


def test_what_is_given_to_you_is_given_by_them() -> None:
    assert not speaks("The Company waives all rights in the Work to you.", GIVES["from creator"])


@pytest.mark.parametrize(
    ("text", "speaks_of_it"),
    [
        ("The Publisher is entitled to receive the copyright files.", True),
        ("The Illustrator shall hand over the copyright files to the Publisher.", True),
        ("The Illustrator is entitled to receive the copyright files.", False),
        ("The Publisher shall hand over the copyright files to the Illustrator.", False),
    ],
)
def test_what_one_side_takes_the_other_gives_of_things_too(text: str, speaks_of_it: bool) -> None:
    handed = a_rule("*{hands-over} … files", "*{receives} … files")
    ideas = {"hands-over": {"act": "gives", "verbs": ["hand over"]}, "receives": {"act": "takes", "verbs": ["receive"]}}
    scan = scan_with(segment(document_of(text)), prepare(a_rulebook(handed, **ideas)), Circumstances())

    assert bool(scan.findings) == speaks_of_it


LICENCE = {flow: a_rule("{licenses} … perpetual", flow=flow) for flow in ("from creator", "to creator")}


@pytest.mark.parametrize(
    "text",
    [
        "We grant each member a perpetual licence to the brushes.",
        "The licence granted to you under these terms is perpetual.",
        "The licence we grant to you is perpetual.",
    ],
)
def test_a_licence_for_those_served_goes_to_them(text: str) -> None:
    assert speaks(text, LICENCE["to creator"])
    assert not speaks(text, LICENCE["from creator"])


@pytest.mark.parametrize(
    "text",
    [
        "The licence which you grant to us is perpetual and may be transferred by us.",
        "You grant each user of the site a perpetual licence to your content.",
    ],
)
def test_a_licence_that_you_grant_goes_from_you_whoever_passes_it_on(text: str) -> None:
    assert speaks(text, LICENCE["from creator"])
