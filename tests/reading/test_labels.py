"""Labelled passages are read as they were written, and a wrong line is told with its number, its field and what to do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from contract_registry.core.evaluation.label import Label
from contract_registry.errors import InvalidLabels, WrongUsage
from contract_registry.reading.labels import documents_in, read_labels

ROW = {"doc": "a.txt", "family": "ai", "type": "ai-training-express", "stance": "harm", "quote": "train our models"}


def written(folder: Path, *rows: object) -> Path:
    path = folder / "gold.jsonl"
    path.write_text("".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


def test_a_line_is_a_label_and_more_fields_do_no_harm(tmp_path: Path) -> None:
    labels = read_labels(written(tmp_path, {**ROW, "why": "it says so"}, "", ROW))

    assert labels == (
        Label("a.txt", "ai", "ai-training-express", "harm", "train our models", 1),
        Label("a.txt", "ai", "ai-training-express", "harm", "train our models", 3),
    )


def test_the_mark_that_some_editors_put_first_is_no_letter(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(ROW), encoding="utf-8-sig")

    assert len(read_labels(path)) == 1


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("{", "gold.jsonl:2: the line: is no JSON: Expecting property name"),
        ("[1]", "gold.jsonl:2: the line: is no object. A line looks like"),
        ({**ROW, "stance": "bad"}, "gold.jsonl:2: stance: is 'bad'; it must be harm, borderline or protective."),
        ({**ROW, "family": "protective"}, "gold.jsonl:2: family: is 'protective'; it must be moral, ai, buyout or terms."),
        ({**ROW, "quote": " "}, "gold.jsonl:2: quote: is empty. Copy the words from the document."),
        ({**ROW, "doc": 7}, "gold.jsonl:2: doc: is no text. Put it in quotation marks."),
        ({name: ROW[name] for name in ROW if name != "type"}, "gold.jsonl:2: type: is missing. A line looks like"),
        ("[" * 100_000, "gold.jsonl:2: the line: is no JSON: it goes too deep."),
    ],
)
def test_a_wrong_line_is_named_with_its_field(row: object, says: str, tmp_path: Path) -> None:
    with pytest.raises(InvalidLabels) as raised:
        read_labels(written(tmp_path, ROW, row))

    assert raised.value.message.startswith(says)


def test_of_very_many_mistakes_the_first_are_told_and_the_others_counted(tmp_path: Path) -> None:
    with pytest.raises(InvalidLabels) as raised:
        read_labels(written(tmp_path, *["{"] * 30))

    assert len(raised.value.complaints) == 21
    assert "has 10 more mistakes" in raised.value.message


def test_a_file_without_labels_or_of_other_letters_is_told(tmp_path: Path) -> None:
    with pytest.raises(InvalidLabels, match=r"holds no labelled passage\. Write one a line"):
        read_labels(written(tmp_path, ""))
    (tmp_path / "gold.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InvalidLabels, match="is not text in UTF-8"):
        read_labels(tmp_path / "gold.jsonl")
    with pytest.raises(WrongUsage, match="cannot be read: No such file"):
        read_labels(tmp_path / "none.jsonl")


def test_a_table_beside_the_labels_says_which_documents(tmp_path: Path) -> None:
    gold = written(tmp_path, ROW)
    (tmp_path / "split.csv").write_text('doc,half\na.txt,develop\n"b, c.txt",check\n', encoding="utf-8")

    assert documents_in(gold, "split.csv", "half", "develop") == {"a.txt"}
    assert documents_in(gold, "split.csv", "half", "check") == {"b, c.txt"}
    with pytest.raises(WrongUsage, match=r"puts no document under 'chek' in its column half\. It has: check, develop\."):
        documents_in(gold, "split.csv", "half", "chek")
    with pytest.raises(WrongUsage, match="cannot be read"):
        documents_in(gold, "index.csv", "batch", "1")
    (tmp_path / "index.csv").write_text("document;batch\na.txt;1\n", encoding="utf-8")
    with pytest.raises(InvalidLabels, match="does not name the columns doc and batch"):
        documents_in(gold, "index.csv", "batch", "1")
