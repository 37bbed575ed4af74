"""Where a finder of names is set, what it finds goes from what is shared; where it is not installed, the service says so before it starts."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from contract_registry.bootstrap import assemble_service
from contract_registry.core.disclosure.roles import Role
from contract_registry.errors import WrongUsage
from contract_registry.operations.contracts import scan_kept
from contract_registry.operations.redact import name_finder
from contract_registry.operations.service import Service
from contract_registry.settings import Settings, SharingSettings
from members import Member, an_organisation, someone

CONTRACT = b"""ILLUSTRATION AGREEMENT
This agreement is made between Saltmarsh Books Ltd (the "Publisher") and Mirela Quist (the "Illustrator").
1. The Illustrator irrevocably waives all moral rights in the Work. Brindle may change it.
"""
MODEL = """
import spacy

def load(**_):
    pipeline = spacy.blank("en")
    pipeline.add_pipe("entity_ruler").add_patterns([{"label": "PERSON", "pattern": "Brindle"}])
    return pipeline
"""
SEARCH = "officers find the clause when they search"


@pytest.fixture
def model(tmp_path: Path) -> Iterator[str]:
    """An installed package that is a model and knows one name."""
    name = "names_of_the_tests"
    (tmp_path / f"{name}.py").write_text(MODEL)
    about = tmp_path / f"{name}-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    sys.path.insert(0, str(tmp_path))
    yield name
    sys.path.remove(str(tmp_path))
    sys.modules.pop(name, None)


def shown(service: Service) -> str:
    """What a member would share of the contract."""
    union = an_organisation(service.access)
    member = Member(service, someone(service.access, Role.MEMBER, union))
    contract = member.post("/api/v1/contracts", files={"file": ("agreement.txt", CONTRACT)}).json()["id"]
    scan_kept(service, member.owner, contract)
    wanted = {"level": 3, "circles": [union], "purposes": [SEARCH]}
    return str(member.post(f"/api/v1/contracts/{contract}/consents/preview", json=wanted).json()["shown"])


def test_what_it_finds_goes_from_what_is_shared(service: Service, model: str) -> None:
    finder = name_finder(model)

    without, beside = shown(service), shown(replace(service, names=lambda: finder))

    assert "Brindle may change it" in without
    assert "[name] may change it" in beside


@pytest.mark.parametrize("package", ["no_such_model", "../somewhere"])
def test_one_that_is_not_installed_is_named_before_anything_starts(package: str) -> None:
    with (
        pytest.raises(WrongUsage, match=r"CONTRACT_REGISTRY_NAME_MODEL.*extra `names`"),
        assemble_service(Settings(sharing=SharingSettings(package))),
    ):
        pass
