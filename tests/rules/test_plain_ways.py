"""Rights given away in plain words, every way to say it with every thing it is said of: each is heard, and its opposite is left alone."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
import yaml

from contract_registry.core.clauses.segment import segment
from contract_registry.core.scanning.cases import document_of
from contract_registry.core.scanning.findings import Circumstances
from contract_registry.core.scanning.scan import scan_with
from rules.conftest import shipped

SAID = yaml.safe_load((Path(__file__).parent / "plain_ways.yaml").read_text(encoding="utf-8"))
CONTRACT = "Agreement between Quill Studio Ltd (the “Studio”) and Jo Hart (the “Illustrator”).\n1. The Illustrator makes six drawings.\n2. "
THINGS = ("the copyright in the drawings", "all rights in the drawings", "ownership of the drawings", "title to the drawings", "all intellectual property in the drawings", "all right, title and interest in the drawings")  # fmt: skip
GETS = (
    "owns", "will own", "shall own", "gets", "receives", "acquires", "obtains", "takes", "has", "holds", "shall have", "is the proprietor of", "becomes the owner of", "shall be entitled to",
    "is given", "is granted", "secures", "comes into", "is deemed to hold", "is vested with", "enjoys", "will be the sole owner of", "has acquired", "will be the holder of",
)  # fmt: skip
GIVES = (
    "assigns", "transfers", "conveys", "cedes", "gives", "hands over", "sells", "makes over", "signs over", "surrenders", "relinquishes", "sells and assigns", "parts with", "gives up", "turns over",
    "passes", "yields", "confers", "delivers up", "grants outright", "agrees to assign", "shall assign", "will transfer", "has assigned", "makes an assignment of", "is deemed to have assigned",
)  # fmt: skip
GOES = (
    "pass to", "go to", "belong to", "vest in", "transfer to", "are assigned to", "lie with", "rest with", "shall be with", "fall to", "accrue to", "inure to", "are owned by", "are held by",
    "become the property of", "are the property of", "shall remain with", "stay with", "are reserved to", "are handed to", "are vested in",
)  # fmt: skip
EVER = (
    "perpetually", "in perpetuity", "for ever", "for all time", "without limit in time", "without any time limit", "for the full term of copyright", "for as long as copyright lasts",
    "until the copyright expires", "indefinitely", "permanently", "for the longest term the law allows", "for ninety-nine years", "and cannot withdraw this", "without any right of termination",
)  # fmt: skip
USES = (
    "The Illustrator grants the Studio the right to use the drawings {}.", "The Illustrator licenses the drawings to the Studio {}.", "The Studio may use the drawings {}.",
    "The Studio receives the right to publish the drawings {}.", "The licence to use the drawings is granted {}.",
)  # fmt: skip


def harm_in(text: str) -> set[str]:
    """The families of harm that a scan by the rules alone finds."""
    scanner = shipped()[1]
    assert scanner
    return {finding.family for finding in scan_with(segment(document_of(text)), scanner, Circumstances()).findings} & {
        "ai",
        "buyout",
        "moral",
    }


@pytest.mark.parametrize("group", SAID["heard"], ids=lambda group: group["about"])
def test_plain_words_that_do_harm_are_heard(group: dict) -> None:
    assert [said for said in group["heard"] if group["family"] not in harm_in(group["opening"] + said)] == []


@pytest.mark.parametrize("group", SAID["silent"], ids=lambda group: group["about"])
def test_plain_words_that_take_nothing_are_left_alone(group: dict) -> None:
    assert [said for said in group["silent"] if harm_in(group["opening"] + said)] == []


@pytest.mark.parametrize("verb", GETS)
def test_whatever_right_the_client_gets_is_heard_and_what_the_maker_gets_is_not(verb: str) -> None:
    assert [thing for thing in THINGS if "buyout" not in harm_in(f"{CONTRACT}The Studio {verb} {thing}.")] == []
    assert [thing for thing in THINGS if harm_in(f"{CONTRACT}The Illustrator {verb} {thing}.")] == []


@pytest.mark.parametrize("verb", GIVES)
def test_whatever_right_the_maker_gives_is_heard_and_what_the_client_gives_is_not(verb: str) -> None:
    assert [thing for thing in THINGS if "buyout" not in harm_in(f"{CONTRACT}The Illustrator {verb} {thing} to the Studio.")] == []
    assert [thing for thing in THINGS if harm_in(f"{CONTRACT}The Studio {verb} {thing} to the Illustrator.")] == []


@pytest.mark.parametrize("verb", GOES)
def test_rights_that_go_to_the_client_are_heard_and_those_that_go_to_the_maker_are_not(verb: str) -> None:
    assert "buyout" in harm_in(f"{CONTRACT}All rights in the drawings {verb} the Studio.")
    assert not harm_in(f"{CONTRACT}All rights in the drawings {verb} the Illustrator.")


@pytest.mark.parametrize(("frame", "ever"), list(product(USES, EVER)))
def test_leave_without_end_is_heard(frame: str, ever: str) -> None:
    assert "buyout" in harm_in(CONTRACT + frame.format(ever))
