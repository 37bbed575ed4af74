"""`contract-registry rules evaluate`, as a rule editor types it who has labelled some contracts."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from word_files import p, word_file

DOCUMENTS = {
    "a.md": "# Terms\n\nThis is between Northlight Books Ltd (the Publisher) and Ada Ferrer (the Illustrator).\n\n## 4.1 Rights\n\n"
    "The Illustrator **waives** all [moral\nrights](https://example.com) in the Work. The Illustrator never asserts her right to be named.\n",
    "b.txt": "1. The jester waives the crown and keeps his moral rights.\n\n2. The jester waives nothing of your moral rights.\n",
}
LABELS = [
    {"doc": "a.md", "family": "moral", "type": "moral-waiver-general", "stance": "harm", "quote": "waives** all [moral\nrights]"},
    {"doc": "a.md", "family": "moral", "type": "moral-covenant", "stance": "harm", "quote": "never asserts her right to be named"},
    {"doc": "b.txt", "family": "moral", "type": "moral-waiver-general", "stance": "borderline", "quote": "waives the crown"},
    {"doc": "b.txt", "family": "moral", "type": "moral-waiver-general", "stance": "protective", "quote": "nothing of your moral rights"},
]
FIGURES = {"family": "moral", "harm": 2, "hit": 1, "hit_as_their_type": 1, "right": 1, "wrong": 1, "borderline": 1}


def labels(folder: Path, *rows: dict[str, str]) -> Path:
    gold = folder / "gold.jsonl"
    gold.write_text("".join(f"{json.dumps(row)}\n" for row in rows or LABELS), encoding="utf-8")
    return gold


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    for name, text in DOCUMENTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return labels(tmp_path)


@pytest.fixture
def evaluate(command, gold: Path, docs: Path, rules: Path):
    """The command on the documents and rules of this page, with more words behind it."""
    return lambda *more: command("rules", "evaluate", gold, docs, "--rules", rules, *more)


def told(said) -> dict[str, object]:
    return json.loads(said.out)


def test_the_figures_are_told_by_family_and_by_rule(evaluate) -> None:
    said = evaluate()

    words = " ".join(said.out.split())
    assert said.status == 0
    assert "gold.jsonl 2 documents · 2 harmful, 1 borderline and 1 protective passages" in words
    assert "moral 0.500 0.500 0.500 1.000 2 1 1 1 1 1" in words
    assert "common.waiver 1 1 1 1 1 1 moral-waiver-general" in words
    assert "The passages behind these figures: --misses" in words
    assert all(len(line) <= 80 for line in said.out.splitlines())


def test_figures_and_passages_can_be_read_by_a_program(evaluate) -> None:
    measured = told(evaluate("--format", "json"))

    (family,) = measured["families"]
    assert {name: family[name] for name in FIGURES} == FIGURES
    assert (family["precision"], family["recall"], family["f1"], family["typed"]) == (0.5, 0.5, 0.5, 1.0)
    assert family["protective_reported_as_harm"] == 1
    assert measured["quotes_not_in_the_text"] == 0
    assert measured["rules"] == [
        {
            "rule": "common.waiver",
            "right": 1,
            "wrong": 1,
            "borderline": 1,
            "protective_reported_as_harm": 1,
            "hit": {"moral-waiver-general": 1},
            "missed": 1,
        }
    ]
    assert measured["against"] is None


def test_misses_and_wrong_findings_are_told_in_their_sentences(evaluate) -> None:
    words = " ".join(evaluate("--misses").out.split())

    assert (
        "moral-covenant a.md · Clause 4.1, “Rights” · line 2 of the labels The Illustrator »never asserts her right to be named«. "
        "Nearest common.waiver@1 Pattern waives … moral rights Because" in words
    )
    assert (
        "moral-waiver-general on words that protect b.txt · Clause 2 The jester »waives nothing of your moral rights«. "
        "Rule common.waiver@1 Pattern waives … moral rights" in words
    )
    assert "FINDINGS THAT ARE WRONG (1)" in words


def test_a_missed_passage_says_what_stopped_the_rule(evaluate) -> None:
    (missed,) = told(evaluate("--format", "json"))["missed"]

    assert (missed["doc"], missed["line"], missed["clause"]["number"]) == ("a.md", 2, "4.1")
    assert missed["sentence"] == "The Illustrator never asserts her right to be named."
    assert missed["sentence"][slice(*missed["marked"])] == "never asserts her right to be named"
    assert missed["because"]


def test_a_family_can_be_chosen(evaluate, tmp_path: Path) -> None:
    labels(tmp_path, *LABELS, {**LABELS[0], "family": "ai", "type": "ai-training-express"})

    assert [each["family"] for each in told(evaluate("--format", "json"))["families"]] == ["ai", "moral"]
    assert [each["family"] for each in told(evaluate("--format", "json", "--family", "ai"))["families"]] == ["ai"]
    assert told(evaluate("--format", "json", "--family", "ai"))["findings_not_judged"] == {"moral": 3}
    said = evaluate("--family", "buyout")
    assert (said.status, "labels nothing of the family 'buyout'. It has: ai, moral." in said.err) == (64, True)


def test_a_half_or_a_batch_can_be_chosen(evaluate, tmp_path: Path) -> None:
    (tmp_path / "split.csv").write_text("doc,half\na.md,develop\nb.txt,check\n", encoding="utf-8")
    (tmp_path / "index.csv").write_text("batch,doc,source\n1,b.txt,us\n2,a.md,us\n", encoding="utf-8")

    develop, batch = told(evaluate("--format", "json", "--only", "develop")), told(evaluate("--format", "json", "--batch", "1"))

    assert (develop["gold"]["part"], develop["documents"], develop["gold"]["labels"]) == ("develop", 1, {"harm": 2})
    assert (batch["gold"]["part"], batch["documents"], batch["gold"]["labels"]) == ("batch 1", 1, {"borderline": 1, "protective": 1})
    assert "develop" in evaluate("--only", "develop").out.splitlines()[0]
    assert evaluate("--only", "half").status == 64
    assert "No document of that half or batch has a label in gold.jsonl." in evaluate("--only", "develop", "--batch", "1").err


def test_a_run_is_kept_and_what_changed_sides_since_is_told(evaluate, rules: Path, tmp_path: Path) -> None:
    run, rule = tmp_path / "run.jsonl", rules / "packs" / "common" / "waiver.yaml"
    assert f"Run kept: {run}" in evaluate("--save", run).err
    assert "SINCE RUN.JSONL" in evaluate("--against", run).out
    assert "No passage changed sides." in evaluate("--against", run).out

    rule.write_text(rule.read_text(encoding="utf-8").replace("waives … moral rights", "never asserts"), encoding="utf-8")
    changed = told(evaluate("--against", run, "--format", "json"))["against"]
    words = " ".join(evaluate("--against", run).out.split())

    assert [(each["change"], each["doc"], each["line"]) for each in changed["changes"]] == [
        ("newly found", "a.md", 2),
        ("newly missed", "a.md", 1),
        ("no longer wrong", "b.txt", None),
    ]
    assert changed["families"][0]["f1"] == 0.5
    assert "NEWLY FOUND (1)" in words
    assert "The Illustrator »never asserts her right to be named«. Rule common.waiver@1 Pattern never asserts" in words
    assert "Before found by common.waiver Nearest common.waiver@1" in words


def test_a_run_that_is_none_is_told(evaluate, tmp_path: Path, gold: Path) -> None:
    said = evaluate("--against", gold)
    assert (said.status, said.err) == (
        2,
        "contract-registry: gold.jsonl:1: the line: is no document of a run. Give a file that --save has written.\n",
    )
    assert evaluate("--against", tmp_path / "none.jsonl").status == 64


def test_a_document_that_is_missing_or_cannot_be_read_does_not_end_the_run(evaluate, docs: Path) -> None:
    (docs / "b.txt").write_bytes(b"")

    said = evaluate("--format", "json")
    missing = told(said)["not_read"]
    (docs / "b.txt").unlink()
    words = " ".join(evaluate().out.split())

    assert said.status == 2
    assert (missing[0]["doc"], missing[0]["why"], missing[0]["labels"]) == ("b.txt", "This file is empty.", 2)
    assert told(said)["families"][0]["harm"] == 2
    assert "b.txt could not be read: There is no file at" in words
    assert "Its 2 labelled passages are in none of these figures." in words


def test_labels_whose_words_are_not_there_are_named(evaluate, tmp_path: Path) -> None:
    labels(tmp_path, {**LABELS[0], "quote": "words of another contract", "type": "moral-unheard-of"})

    measured = told(evaluate("--format", "json"))
    words = " ".join(evaluate().out.split())

    assert measured["labels_not_in_the_text"] == [{"doc": "a.md", "line": 1, "quote": "words of another contract"}]
    assert "The words of 1 labelled passage do not stand in their document, so nothing can find them: line 1 (a.md)." in words


def test_types_that_the_rules_do_not_list_are_named(evaluate, rules: Path) -> None:
    (rules / "types.yaml").write_text("schema: 1\ntypes:\n  moral-waiver-general: {title: A waiver, means: You waive.}\n", encoding="utf-8")

    assert told(evaluate("--format", "json"))["unknown_types"] == ["moral-covenant"]
    assert "Types that these rules do not know: moral-covenant." in evaluate().out


def test_a_text_beside_a_pdf_or_word_file_is_what_labels_quote(command, rules: Path, tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "c.docx").write_bytes(word_file(p("The Author waives all moral rights.") + p("The fee is paid.")))
    gold = labels(tmp_path, {**LABELS[0], "doc": "c.docx", "quote": "waives all moral rights"})

    plain = command("rules", "evaluate", gold, folder, "--rules", rules, "--format", "json")
    (folder / "c.docx.txt").write_text("Nothing of it stands here.", encoding="utf-8")
    beside = command("rules", "evaluate", gold, folder, "--rules", rules, "--format", "json")

    assert (told(plain)["families"][0]["hit"], told(plain)["quotes_not_in_the_text"]) == (1, 0)
    assert (told(beside)["families"][0]["hit"], told(beside)["quotes_not_in_the_text"]) == (0, 1)


def test_a_wrong_line_is_told_with_its_field(command, docs: Path, rules: Path, tmp_path: Path) -> None:
    gold = labels(tmp_path, {**LABELS[0], "stance": "bad"})

    said = command("rules", "evaluate", gold, docs, "--rules", rules)

    assert (said.status, said.err) == (
        2,
        "contract-registry: gold.jsonl:1: stance: is 'bad'; it must be harm, borderline or protective.\n",
    )


def test_what_cannot_be_is_refused(command, evaluate, gold: Path, docs: Path) -> None:
    assert "There is no folder of documents at" in command("rules", "evaluate", gold, gold).err
    assert "holds what is to be read. Give the result another name." in evaluate("--save", gold).err
    assert "There is no sector 'opera'" in evaluate("--sector", "opera").err


def test_a_report_is_a_page_a_summary_and_a_table(evaluate, tmp_path: Path) -> None:
    folder = tmp_path / "made" / "report"

    said = evaluate("--report", folder)

    assert sorted(path.name for path in folder.iterdir()) == ["passages.csv", "report.html", "report.md"]
    assert f"Written: {folder / 'report.html'}" in said.err
    page, summary = (folder / "report.html").read_text(encoding="utf-8"), (folder / "report.md").read_text(encoding="utf-8")
    assert "never asserts her right to be named" in page
    assert "| moral | 0.500 | 0.500 | 0.500 | 1.000 | 2 | 1 | 1 | 1 | 1 | 1 |" in summary
    assert "named" not in summary, "the summary goes where contracts must not"
    rows = list(csv.DictReader(io.StringIO((folder / "passages.csv").read_text(encoding="utf-8-sig"))))
    assert [(row["side"], row["document"], row["rule"], row["on words that protect"]) for row in rows] == [
        ("missed", "a.md", "common.waiver", ""),
        ("wrong", "b.txt", "common.waiver", "yes"),
    ]


def test_drafts_are_measured_when_they_are_asked_for(evaluate, rules: Path) -> None:
    rule = rules / "packs" / "common" / "waiver.yaml"
    rule.write_text(rule.read_text(encoding="utf-8").replace("status: trial", "status: draft"), encoding="utf-8")

    silent = told(evaluate("--format", "json"))

    assert silent["families"][0]["hit"] == 0
    assert "it would speak, but is a draft: --drafts lets it." in [each["because"] for each in silent["missed"]]
    assert told(evaluate("--format", "json", "--drafts"))["families"][0]["hit"] == 1
