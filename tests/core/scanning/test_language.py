"""Words: what the tokenizer makes of texts that no writer would write."""

from __future__ import annotations

import pytest

from contract_registry.core.scanning.language import Words

LONG = 200_000


@pytest.mark.parametrize("mark", ["(", '"', ".", "_", "'s", "n't", "a-", "著"])
def test_what_runs_on_without_a_blank_is_divided_in_one_go_and_every_word_keeps_its_place(mark: str) -> None:
    text = f"Before {mark * (LONG // len(mark))} the Author waives."

    doc = Words()(text)

    said = [(token.text, token.idx) for token in doc][-4:]
    assert said == [(word, text.rindex(word)) for word in ("the", "Author", "waives", ".")]
    assert len(doc) <= LONG + LONG // 100
