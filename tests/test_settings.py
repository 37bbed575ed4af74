"""Settings come from the environment, with defaults that need none."""

from __future__ import annotations

from pathlib import Path

import pytest

from contract_registry.errors import WrongUsage
from contract_registry.settings import Settings, from_environment, variables


def test_nothing_set_is_the_defaults() -> None:
    assert from_environment({"PATH": "/bin", "CONTRACT_REGISTRY_SECONDS": ""}) == Settings()


def test_each_variable_sets_its_setting() -> None:
    given = {"CONTRACT_REGISTRY_SECONDS": "2.5", "CONTRACT_REGISTRY_PAGES": "10", "CONTRACT_REGISTRY_RULES": "my/rules"}

    settings = from_environment(given)

    assert (settings.reading.seconds, settings.reading.pages, settings.rules.rules) == (2.5, 10, Path("my/rules"))
    assert settings.reading.memory_mb == Settings().reading.memory_mb


@pytest.mark.parametrize("value", ["soon", "-1", "inf", "nan", "1.5 GB"])
@pytest.mark.parametrize("name", ["CONTRACT_REGISTRY_SECONDS", "CONTRACT_REGISTRY_PAGES"])
def test_a_value_that_makes_no_sense_is_refused_by_name(name: str, value: str) -> None:
    with pytest.raises(WrongUsage, match=f"{name} is '{value}'; give a number"):
        from_environment({name: value})


def test_every_variable_says_what_it_is_for() -> None:
    assert all(says.endswith(".") for _, _, says in variables())
    assert len({name for name, _, _ in variables()}) == len(variables())
