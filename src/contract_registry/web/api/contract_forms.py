"""The forms in which the API tells of kept contracts."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from pydantic import BaseModel, Field

from contract_registry.core.contracts.kept import KeptContract, Progress, Stage, State


class FileForm(BaseModel):
    """One of a contract's files."""

    name: str = Field(description="The name it came with.", examples=["contract.pdf"])
    size: int = Field(description="Its bytes.", examples=[48213])


class ProgressForm(BaseModel):
    """How far the scan is."""

    stage: Stage = Field(description="queued · reading its pages · scanning them by the rules · over.")
    pages_read: int = Field(description="The pages that are read; 0 for what has no pages.")
    pages_to_go: int = Field(description="The pages known of that are still to be read.")


class ContractForm(BaseModel):
    """A contract that its owner keeps."""

    id: str = Field(examples=["0b0c7c1e-5f0e-4c07-8c57-1b1d1f1f6a2e"])
    name: str = Field(description="What it is called: the names of its files.", examples=["contract.pdf"])
    state: State = Field(description="waiting: it will be scanned soon · scanned · unreadable: its scan says why · cancelled.")
    progress: ProgressForm
    received_at: datetime
    files: list[FileForm]


class PageForm(BaseModel):
    """The next contracts, latest first."""

    contracts: list[ContractForm]
    next: str | None = Field(description="What to send as `after` for those that follow; null where none do.")


def contract_form(contract: KeptContract) -> ContractForm:
    """The contract as the API tells of it."""
    files = [FileForm(name=file.name, size=file.size) for file in contract.files]
    return ContractForm(
        id=contract.id,
        name=contract.name,
        state=contract.state,
        progress=progress_form(contract.progress),
        received_at=contract.received_at,
        files=files,
    )


def progress_form(progress: Progress) -> ProgressForm:
    """How far a scan is as the API tells it."""
    return ProgressForm(stage=progress.stage, pages_read=progress.pages_read, pages_to_go=progress.pages_to_go)


def page_form(contracts: list[KeptContract], most: int) -> PageForm:
    """The first `most` of the contracts, and where to go on if there are more."""
    shown = contracts[:most]
    goes_on = len(contracts) > most
    return PageForm(
        contracts=[contract_form(each) for each in shown], next=place_of(shown[-1].received_at, shown[-1].id) if goes_on else None
    )


def place_in(words: str) -> tuple[datetime, str] | None:
    """The place that `next` told; ValueError where it told none."""
    if not words:
        return None
    when, _, contract = words.partition("~")
    received_at = datetime.fromisoformat(when)
    if received_at.tzinfo is None:
        raise ValueError(when)
    return received_at, str(UUID(contract))


def place_of(when: datetime, id_: str) -> str:
    """The place in a list behind what came then and has this id, as `place_in` reads it."""
    return f"{when.astimezone(UTC).isoformat().removesuffix('+00:00')}Z~{id_}"
