"""Labels, findings and the text they stand in, as short as tests of a measurement need them."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from hypothesis import strategies as st

from contract_registry.core.evaluation.counting import FamilyFigures, RuleFigures, TypeFigures
from contract_registry.core.evaluation.evaluation import Evaluation
from contract_registry.core.evaluation.excerpt import Excerpt
from contract_registry.core.evaluation.judging import Judged, judge
from contract_registry.core.evaluation.label import LABEL_FAMILIES, STANCES, Label
from contract_registry.core.evaluation.measurement import Measurement, Unread
from contract_registry.core.evaluation.placing import Placed
from contract_registry.core.evaluation.reported import Reported
from contract_registry.core.text import Span

TEXT = "One two three four. Five six seven eight. Nine ten eleven twelve."
WORDS = TEXT.replace(".", "").split()
_lines = count(1)


def a_label(quote: str, stance: str = "harm", family: str = "ai", type: str = "ai-test", doc: str = "a.txt") -> Label:  # noqa: A002
    return Label(doc, family, type, stance, quote, next(_lines))


def a_report(quote: str, family: str = "ai", type: str = "ai-test", rule: str = "common.test", **more: object) -> Reported:  # noqa: A002
    return Reported(family, type, quote, rule, **more)


def judged(labels: list[Label], findings: list[Reported], families: tuple[str, ...] = LABEL_FAMILIES) -> Judged:
    return judge("a.txt", labels, findings, Placed(TEXT), families)


def quotes() -> st.SearchStrategy[str]:
    """A stretch of the text, or words that are not in it."""
    places = st.tuples(st.integers(0, len(WORDS) - 1), st.integers(1, 6))
    return places.map(lambda place: " ".join(WORDS[place[0] : place[0] + place[1]])) | st.just("nowhere to be found")


LABELS = st.lists(
    st.builds(a_label, quotes(), st.sampled_from(STANCES), st.sampled_from(["ai", "moral"]), st.sampled_from(["x", "y"])), max_size=8
)
REPORTS = st.lists(
    st.builds(a_report, quotes(), st.sampled_from(["ai", "moral", "terms"]), st.sampled_from(["x", "y"]), st.sampled_from(["r.1", "r.2"])),
    max_size=8,
)


def an_excerpt(side: str = "missed", words: str = "We may train our models on it. More.", **more: object) -> Excerpt:
    """A passage about training, in clause 4.2, with those words marked."""
    start = words.index("train our models")
    told = {"doc": "contract.md", "clause_number": "4.2", "clause_heading": "Rights", "rule": "common.ai-training", "rule_version": 2}
    why = {"pattern": "{trains} … {ai}", "because": "nothing says {ai}.", "line": 3}
    given = {"family": "ai", "type": "ai-training-express", "marked": Span(start, start + len("train our models"))}
    return Excerpt(**{"side": side, "words": words, **told, **why, **given, **more})


def a_measurement(**more: object) -> Measurement:
    """A measurement with one of everything, of two rules, compared with an earlier run."""
    told = Evaluation(
        documents=4,
        labels={"harm": 10, "borderline": 2, "protective": 3},
        families=(
            FamilyFigures("ai", harm=9, hit=6, typed=5, right=6, wrong=1, borderline=2, protective=1),
            FamilyFigures("moral", 1, 1, 1, 1),
        ),
        rules=(
            RuleFigures("common.ai-training", 6, 1, 2, 1, {"ai-training-express": 5, "ai-voice-clone": 1}, 3),
            RuleFigures("common.waiver", 1, hit={"moral-waiver-general": 1}),
        ),
        types=(TypeFigures("ai-training-express", "ai", 9, 6, 5), TypeFigures("moral-waiver-general", "moral", 1, 1, 1)),
        missed=(an_excerpt(),),
        wrong=(an_excerpt("wrong", because="", is_protective=True, line=0),),
        quotes_not_in_the_text=0,
        misplaced=(a_label("words of another contract"),),
        not_judged={"terms": 12},
        before=(FamilyFigures("ai", harm=8, hit=4, right=4, wrong=4), FamilyFigures("moral", 1, 1, 1, 1)),
        compared=4,
        changes=(an_excerpt("newly found", because=""),),
    )
    unread = (Unread("lost.pdf", "This file is empty.", 2),)
    return Measurement(replace(told, **more), "gold.jsonl", "develop", "2026-11-24", "a" * 64, unread, "before.jsonl", ("ai-unheard-of",))
