"""What of a document the rules cannot judge is said: all of it where all is in such a language, a part where a part is."""

from __future__ import annotations

from builders import a_rule
from contract_registry.core.scanning.coverage import language_problems

RULES = (a_rule("waives", family="moral"), a_rule("trains", id="common.train", family="ai", applies_to={"languages": ["en", "de"]}))


def test_a_document_in_a_language_without_rules_is_not_called_a_part() -> None:
    (problem,) = language_problems(["pl"], RULES)

    assert problem.message.startswith("This is in Polish, which no rule here reads")


def test_a_part_in_another_language_is_called_a_part() -> None:
    (problem,) = language_problems(["en", "de"], RULES)

    assert problem.message == "Part of this is in German, in which these rules know only AI: other clauses in it were not judged."
