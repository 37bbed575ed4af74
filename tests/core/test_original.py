"""The text as it stood before the pending changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from contract_registry.core.document import Document, Revision, original
from contract_registry.core.text import Span

WORDS = st.text("ab \n", max_size=6)
PIECES = st.lists(st.tuples(st.sampled_from(["kept", "inserted", "deleted"]), WORDS), max_size=12)


def document(text: str, *revisions: Revision) -> Document:
    return Document(name="", media_type="", sha256="", size=0, text=text, reader="", revisions=revisions)


def deleted(at: int, words: str) -> Revision:
    return Revision("deleted", Span(at, at), words)


def inserted(start: int, end: int) -> Revision:
    return Revision("inserted", Span(start, end))


def test_without_changes_it_is_the_text() -> None:
    assert original(document("The Author signs.")) == "The Author signs."


def test_insertions_are_taken_out_and_deletions_put_back() -> None:
    assert original(document("ten years", inserted(0, 3), deleted(0, "fifty"))) == "fifty years"


def test_deletions_at_one_place_keep_their_order() -> None:
    assert original(document("ac", deleted(1, "b1 "), deleted(1, "b2 "))) == "ab1 b2 c"


def test_a_deletion_inside_an_insertion_is_put_back() -> None:
    assert original(document("abcdef", inserted(1, 5), deleted(3, "X"))) == "aXf"


def test_insertions_that_overlap_are_taken_out_once() -> None:
    assert original(document("abcdef", inserted(1, 4), inserted(2, 5))) == "af"


@given(PIECES, st.randoms())
def test_any_changes_are_taken_back_in_whatever_order_they_are_listed(pieces: list[tuple[str, str]], chance: object) -> None:
    text, before, revisions = "", "", []
    for kind, words in pieces:
        if kind == "deleted":
            revisions.append(deleted(len(text), words))
        elif kind == "inserted" and words:
            revisions.append(inserted(len(text), len(text) + len(words)))
        before += "" if kind == "inserted" else words
        text += "" if kind == "deleted" else words
    additions = [revision for revision in revisions if revision.kind == "inserted"]
    chance.shuffle(additions)  # type: ignore[attr-defined]

    removals = [revision for revision in revisions if revision.kind == "deleted"]

    assert original(document(text, *additions, *removals)) == before
