"""What the author of a draft does next: write cases, mend patterns, finish the essay, let it speak."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from contract_registry.core.rules.essay import gaps
from contract_registry.core.rules.rule import Rule
from contract_registry.core.rules.rule_file import RuleFile
from contract_registry.core.rules.rulebook import Rulebook
from contract_registry.core.rules.template import PLACEHOLDERS
from contract_registry.core.rules.versions import RUN
from contract_registry.exporting.plain_words import listed

if TYPE_CHECKING:
    from contract_registry.core.scanning.cases import Outcome


def next_steps(files: Iterable[RuleFile], rulebook: Rulebook, outcomes: Sequence[Outcome]) -> Iterator[str]:
    """For each draft whose cases were tried, what its author does next, in the order of their ids."""
    by_id = {file.data["id"]: file for file in files if file.form == "rule"}
    tried = {outcome.case.rule for outcome in outcomes}
    for rule in rulebook.rules:
        if rule.status == "draft" and rule.id in tried:
            yield f"{rule.id}: {_next_step(rule, by_id[rule.id], [each for each in outcomes if each.case.rule == rule.id])}"


def _next_step(rule: Rule, file: RuleFile, outcomes: Sequence[Outcome]) -> str:
    if any(outcome.case.text in PLACEHOLDERS for outcome in outcomes):
        cases = f"packs/{file.pack}/{file.stem}.cases.yaml"
        return f"write your own sentences into {cases}: some that it must find, and some that look alike and do no harm."
    if any(outcome.failures for outcome in outcomes):
        return f"change the patterns in {file.name}, or the case where that is wrong, and run `contract-registry rules test {rule.id}`."
    if PLACEHOLDERS.intersection([rule.title, rule.why, *rule.questions]):
        return f"its cases hold. Now write its title, why and questions in {file.name}."
    if missing := [f"`{'.'.join(map(str, path))}`" for path, _ in gaps(rule)]:
        return f"its cases hold. Still to write in {file.name}: {listed(missing)}."
    line = f"a line `new: {file.stem} …` in packs/{file.pack}/CHANGELOG.md"
    return f"its cases hold. To let it speak, write `status: trial` in {file.name} and {line}, then run `{RUN}`."
