"""The few things that can be set from outside, read once from the environment and handed to whom they concern.

Plain dataclasses: a settings library would take longer to import than a one-page contract takes to scan.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Annotated, Any, TypeVar, get_type_hints

from contract_registry.errors import WrongUsage

PREFIX = "CONTRACT_REGISTRY_"
MOST = 1_000_000
"""No number may be larger: clocks and limits of the system take no more, and whoever wants none of them is served as well."""

Group = TypeVar("Group", "ReadingSettings", "RuleSettings")


@dataclass(frozen=True, slots=True)
class ReadingSettings:
    """How much of the machine one file may use while it is read."""

    seconds: Annotated[float, "Seconds that reading one file may take, before what each scanned page adds."] = 60.0
    seconds_per_scanned_page: Annotated[float, "Seconds that each page read by Tesseract adds."] = 10.0
    memory_mb: Annotated[int, "Megabytes of memory that reading one file may use."] = 2_000
    file_mb: Annotated[int, "Megabytes that one file may have."] = 100
    pages: Annotated[int, "Pages of one file that are read; those beyond are reported as not reached."] = 2_000
    at_once: Annotated[int, "Files read at the same time; 0 means one for each processor, four at most."] = 0


@dataclass(frozen=True, slots=True)
class RuleSettings:
    """Which rules speak."""

    rules: Annotated[Path | None, "Folder of rules to use in place of those that came with this version."] = None


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set, in groups."""

    reading: ReadingSettings = ReadingSettings()
    rules: RuleSettings = RuleSettings()


def from_environment(environment: Mapping[str, str]) -> Settings:
    """The settings that `CONTRACT_REGISTRY_*` variables ask for; WrongUsage, naming the variable, when a value makes no sense."""
    settings = Settings()
    return Settings(_read(settings.reading, environment), _read(settings.rules, environment))


def variables() -> list[tuple[str, str, str]]:
    """Every variable with its default and what it says, for the reference page."""
    return [
        (
            PREFIX + each.name.upper(),
            "" if each.default is None else f"{each.default:g}",
            get_type_hints(group, include_extras=True)[each.name].__metadata__[0],
        )
        for group in (ReadingSettings, RuleSettings)
        for each in fields(group)
    ]


def _read(group: Group, environment: Mapping[str, str]) -> Group:
    given = {each.name: environment[PREFIX + each.name.upper()] for each in fields(group) if environment.get(PREFIX + each.name.upper())}
    return replace(group, **{name: _value(name, text, type(getattr(group, name))) for name, text in given.items()})


def _value(name: str, text: str, kind: type) -> Any:  # noqa: ANN401  of the field it is for
    if kind is type(None):
        return Path(text).expanduser()
    convert: Callable[[str], float] = kind
    try:
        number = convert(text)
    except ValueError:
        number = -1
    if not 0 <= number <= MOST:
        raise WrongUsage(f"{PREFIX}{name.upper()} is {text!r}; give a number, such as {convert('60'):g}, and {MOST:,} at most.")
    return number
