"""A case as the text that goes into the file beside its rule."""

from __future__ import annotations

import json

from contract_registry.core.records.reviewing.disputed import Proposal
from contract_registry.exporting.inert import inert


def case_yaml(proposal: Proposal) -> str:
    """An entry for the list of cases, in YAML; remarks for the editor stand before it as comments."""
    case = proposal.case
    remarks = "".join(f"# {remark}\n" for remark in proposal.remarks)
    return f"# For {case.rule}\n{remarks}- says: {_quoted(case.says)}\n  text: {_quoted(case.text)}\n  finds: []\n"


def _quoted(words: str) -> str:
    """Words in double quotes, as YAML and JSON both read them."""
    return json.dumps(inert(words), ensure_ascii=False)
