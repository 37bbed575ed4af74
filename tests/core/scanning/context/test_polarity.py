"""Whether an act is done or denied is worked out from the sentence, so that no rule has to list the ways to say "not"."""

from __future__ import annotations

import pytest

from builders import a_rule
from hearing import speaks

DONE = a_rule("{trains} … {ai}", id="common.done", flow="any")
DENIED = a_rule("{trains} … {ai}", id="common.denied", flow="any", polarity="denied")
EITHER = a_rule("{trains} … {ai}", id="common.either", flow="any", polarity="any")

AFFIRMED = [
    "We may train our language models on your work.",
    "The Company will train AI on the Work.",
    "You agree that we train AI with it.",
    "Nothing prevents us from training AI on the Work.",
    "We are not prohibited from training AI on your content.",
    "Not only may we train AI, we may also sell it.",
    "We may train AI, including but not limited to language models.",
    "We pay you nothing; we train AI on your work.",
    "You may not withdraw, and we may train AI on your work.",
    "We will not publish your work, but we will train AI on it.",
    "Without limitation, the Company may train AI on the Work.",
    "Unless you object, we may train AI on your work.",
    "If the Work is not delivered on time, the Company may train AI on it.",
    "If you do not deliver on time the Company may train AI on it.",
    "The Work is due in May; if it is not delivered, the training of AI on it begins.",
    "The Work is due in May, and if it is not delivered, the training of AI on it begins.",
    "The fee is not refundable, and all training of AI on the Work is allowed.",
    "The fee is not refundable; any training of AI on the Work is allowed.",
    "The Author cannot withdraw and all training of AI on the Work is allowed.",
    "The Author confirms that nobody else has rights and that training of AI on the Work may begin.",
    "As you are not an employee, we may train AI on your work.",
    "The Company, not being a publisher, may train AI on the Work.",
    "The Company, who has never done so, may train AI on the Work.",
    "The Company shall not sell the Work, and the Company may train AI on it.",
    "The Company shall not sell the Work; it may train AI on it.",
    "The Company will not pay more when it trains AI on the Work.",
    "The Company shall not be liable for training AI on the Work.",
    "The Company will never hesitate to train AI on the Work.",
    "The Company shall not be paid and hereby trains AI on the Work.",
    "Does the Company train AI on the Work? Yes.",
    "Training of AI on the Work: yes, for ever.",
    "Training of AI on the Work: not only for research.",
    "Save for the Company, which may print it, we may train AI on the Work.",
    "The Company is not a publisher and accordingly trains AI on the Work.",
    "The Company does not sell the Work; any copy of it is used to train AI.",
    "The Company does not pay for the Work and you are training AI with it.",
    "The Company does not sell the Work, and from then on the Company may train AI on it.",
    "Where the law would prevent it, the Company trains AI on the Work.",
    "The Company may — though not for money — train AI on the Work.",
    "You consent to the Company selling it, or, where a shop does not take it (say a kiosk, a fair, or a stall), training AI on it.",
    "The right to prevent copying is waived in favour of training AI.",
    "# Questions\n\n**Q:** May I print it?\n\n**A:** No. The Company trains AI on the Work.",
    "The Company may use the Work (a) to make its tools better, which excludes selling it, (b) to train AI.",
    "All drawings, but excluding sketches and excluding notes not made for it, are used by the Company to train AI.",
]

NEGATED = [
    "Under no circumstances will the Work and all training of AI on it be ours.",
    "Nothing in these terms means the Work and any training of AI on it is ours.",
    "The Company confirms that it does not say that the Work is its own and that it trains AI on the Work.",
    "The Company shall not, and if nothing is paid shall not in any event, train AI on the Work.",
    "There is no contract under which the Work and all training of AI on it are ours.",
    "The Company shall not claim that the Work and all training of AI on it are its own.",
    "The Company does not agree that it pays and that it trains AI on the Work.",
    "We will never train AI on your work.",
    "The Company shall not train AI on the Work.",
    "Neither we nor our partners train AI on it.",
    "We cannot train language models on your content.",
    "The Company agrees (a) to pay and (b) that it shall not (i) sell the Work in any shop or at any fair, or (ii) train AI on it.",
    "The Company may not: (i) print any copy; (ii) sell any copies, other than old ones; (iii) train AI on it; or (iv) lend it.",
    "The Company does not, however, allow its partners to train AI on the Work.",
    "Nobody is allowed here, and we do not train AI.",
    "The Publisher is prohibited from training AI on the Work.",
    "The licence covers all uses except training AI.",
    "No right is granted to train AI on the Work.",
    "The Publisher may print the Work without training AI on it.",
    "In no event shall the Company train AI on the Work.",
    "The Company may use the Work, excluding training of AI.",
    "The Company agrees, whether or not you ask for it, not to print the Work or to train AI on it.",
    "The Company may not, now or later, train AI on the Work.",
    "The Company may not use software, including, but not limited to, robots, in order to train AI.",
    "Neither we nor others may use works, which belong to others (books, songs, films), to sell them, or to train AI.",
    "Does the Company train AI on the Work? No.",
    "Will you train AI on my work?\nNever, and nor will our partners.",
    "Training of AI on the Work: none.",
    "Training of AI on the Work: not permitted.",
]


@pytest.mark.parametrize("text", AFFIRMED)
def test_what_is_done_is_affirmed(text: str) -> None:
    assert speaks(text, DONE)
    assert not speaks(text, DENIED)


@pytest.mark.parametrize("text", NEGATED)
def test_what_is_ruled_out_is_denied(text: str) -> None:
    assert speaks(text, DENIED)
    assert not speaks(text, DONE)


@pytest.mark.parametrize("text", [*AFFIRMED, *NEGATED])
def test_a_rule_may_ask_for_neither(text: str) -> None:
    assert speaks(text, EITHER)


@pytest.mark.parametrize(
    "heading",
    ["4. Prohibited uses", "What you may not do", "Restrictions"],
)
def test_a_heading_that_forbids_denies_what_is_listed_under_it(heading: str) -> None:
    text = f"{heading}\n\n- Training AI on pictures from the site, or to train AI on its texts\n"

    assert speaks(text, DENIED)
    assert not speaks(text, DONE)


@pytest.mark.parametrize(
    "text",
    [
        "Restrictions\n\nWe may train AI on your work.",
        "Restrictions\n\nOur partners will use it to train AI.",
        "No restrictions\n\n- to train AI on your work",
        "Prohibited uses\n\nAsk us.\n\nOur rights\n\n- to train AI on your work",
    ],
)
def test_a_sentence_that_says_who_may_is_not_denied_by_the_heading_above_it(text: str) -> None:
    assert speaks(text, DONE)


def test_words_that_are_the_act_deny_nothing_of_it() -> None:
    """ "Is prohibited" denies what stands before it, unless being prohibited is what the rule looks for."""
    prohibited = a_rule("{moral-rights} …10 *is prohibited", id="common.prohibited", flow="any")

    assert speaks("Reliance on moral rights is prohibited.", prohibited)
    assert not speaks("We do not agree that reliance on moral rights is prohibited.", prohibited)


@pytest.mark.parametrize("helper", ["may", "will", "shall"])
def test_a_pattern_that_begins_with_a_helper_hears_the_not_behind_it(helper: str) -> None:
    helped = a_rule("(may|will|shall) … {ai}", id="common.helped", family="ai", type="ai-training-express", flow="any")

    assert speaks(f"We {helper} train AI.", helped)
    assert not speaks(f"We {helper} not train AI.", helped)
