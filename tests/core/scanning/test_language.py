"""Words: which of them count as one, which stay apart, and what the tokenizer makes of texts that no writer would write."""

from __future__ import annotations

import pytest

from contract_registry.core.scanning.language import Words, normal

LONG = 200_000
ONE = (
    "licence license",
    "licensee licencee",
    "defence defense",
    "colour color",
    "honour honor",
    "labour labor",
    "authorise authorize",
    "organisation organization",
    "capitalisation capitalization",
    "analyse analyze",
    "analysing analyzing",
    "programme program",
    "catalogue catalog",
    "cancelled canceled",
    "travelling traveling",
    "enrolment enrollment",
    "fulfil fulfill",
    "judgement judgment",
    "acknowledgement acknowledgment",
    "Rights rights",
    "ﬁlm film",
    "“ ”",
    "« „",
    "‘ ’",
    "– -",
)
APART = (
    "our or",
    "four for",
    "advice advise",
    "device devise",
    "revise revive",
    "licence licensee",
    "assignor assignee",
    "grantor grantee",
    "waive wave",
    "waiver waver",
    "moral morale",
    "principal principle",
    "personal personnel",
    "contract contact",
    "exclusive inclusive",
    "including excluding",
    "patent parent",
    "presence presents",
    "residence residents",
    "since sense",
    "rise rice",
    "formally formerly",
    "collect correct",
    "release rerelease",
    "can cannot",
    "must mustn't",
    "author auteur",
    "droit droits",
)


@pytest.mark.parametrize("pair", ONE)
def test_spellings_of_one_word_have_one_form(pair: str) -> None:
    first, second = pair.split()

    assert normal(first) == normal(second)


@pytest.mark.parametrize("pair", APART)
def test_words_that_differ_stay_apart(pair: str) -> None:
    first, second = pair.split()

    assert normal(first) != normal(second)


def test_a_contraction_is_the_words_it_stands_for() -> None:
    assert Words().norms("won't shan’t can't they'll I'm") == ["will", "not", "shall", "not", "can", "not", "they", "will", "i", "am"]
    assert Words().norms("WON'T CAN'T DON’T YOU'LL") == ["will", "not", "can", "not", "do", "not", "you", "will"]


@pytest.mark.parametrize("mark", ["(", '"', ".", "_", "'s", "n't", "a-", "著"])
def test_what_runs_on_without_a_blank_is_divided_in_one_go_and_every_word_keeps_its_place(mark: str) -> None:
    text = f"Before {mark * (LONG // len(mark))} the Author waives."

    doc = Words()(text)

    said = [(token.text, token.idx) for token in doc][-4:]
    assert said == [(word, text.rindex(word)) for word in ("the", "Author", "waives", ".")]
    assert len(doc) <= LONG + LONG // 100
