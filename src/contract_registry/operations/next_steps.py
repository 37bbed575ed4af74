"""What the author of a rule does next: write cases, mend patterns, finish the essay, let it speak."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from contract_registry.core.rules.essay import unwritten
from contract_registry.core.rules.rule import Rule
from contract_registry.core.rules.rule_file import RuleFile
from contract_registry.core.rules.rulebook import Rulebook
from contract_registry.core.rules.template import PLACEHOLDERS
from contract_registry.core.rules.versions import RUN
from contract_registry.exporting.plain_words import listed

if TYPE_CHECKING:
    from contract_registry.core.scanning.cases import Outcome


def next_steps(files: Iterable[RuleFile], rulebook: Rulebook, outcomes: Sequence[Outcome]) -> Iterator[str]:
    """What the authors of the rules whose cases were tried do next, in the order of their ids: of each draft, and of what speaks and is not written."""
    by_id = {file.data["id"]: file for file in files if file.form == "rule"}
    tried = {outcome.case.rule for outcome in outcomes}
    for rule in rulebook.rules:
        if rule.status == "draft" and rule.id in tried:
            yield f"{rule.id}: {_next_step(rule, by_id[rule.id], [each for each in outcomes if each.case.rule == rule.id])}"
        elif rule.status in {"trial", "stable"} and rule.id in tried and (missing := unwritten(rule, by_id[rule.id])):
            yield f"{rule.id}: its status is {rule.status}, and {_to_write(missing, by_id[rule.id])} Until then write `status: draft`."


def _next_step(rule: Rule, file: RuleFile, outcomes: Sequence[Outcome]) -> str:
    if any(outcome.case.text in PLACEHOLDERS for outcome in outcomes):
        cases = f"packs/{file.pack}/{file.stem}.cases.yaml"
        return f"write your own sentences into {cases}: some that it must find, and some that look alike and do no harm."
    if any(outcome.failures for outcome in outcomes):
        return f"change the patterns in {file.name}, or the case where that is wrong, and run `contract-registry rules test {rule.id}`."
    if missing := unwritten(rule, file):
        return f"its cases hold, and {_to_write(missing, file)}"
    line = f"a line `- new: {file.stem} · {rule.title}` in packs/{file.pack}/CHANGELOG.md"
    return f"its cases hold. To let it speak, write `status: trial` in {file.name} and {line}, then run `{RUN}`."


def _to_write(fields: Iterable[str], file: RuleFile) -> str:
    names = listed([f"`{field}`" for field in fields])
    return f"this is still to write in {file.name}: {names}. README.md says under “The essay” what belongs there."
