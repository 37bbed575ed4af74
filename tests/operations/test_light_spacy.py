"""spaCy without its command line is spaCy all the same."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import sys
from contract_registry.operations.light_spacy import light_spacy
with light_spacy():
    import spacy
print("spacy.cli" in sys.modules, "requests" in sys.modules, "httpx" in sys.modules)
import spacy.cli
print(len([token.text for token in spacy.blank("en")("The Author's rights.")]), callable(spacy.cli.download))
"""


def test_its_command_line_is_left_out_at_first_and_can_be_had_later() -> None:
    outcome = subprocess.run([sys.executable, "-W", "ignore", "-c", CODE], capture_output=True, text=True, check=True)

    first, later = outcome.stdout.splitlines()
    assert first == "False False False"
    assert later == "5 True"
