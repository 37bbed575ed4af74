"""The service as a browser or a program meets it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from sqlalchemy import delete, select
from starlette.testclient import TestClient

from contract_registry.bootstrap import assemble_service
from contract_registry.core.disclosure.roles import Role
from contract_registry.operations.passwords import Passwords
from contract_registry.operations.service import Service
from contract_registry.settings import PeopleSettings, ReadingSettings, ServingSettings, Settings, StorageSettings
from contract_registry.storage.registry.rows import take_rows
from contract_registry.storage.registry.tables import registry_contracts
from contract_registry.web.app import create_app
from members import METRICS_TOKEN, Member, an_organisation, someone


@pytest.fixture(scope="session")
def service(new_database_with_tables: Callable[[], str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service with a database of its own, limits small enough to be reached, and passwords that are quick to hash."""
    settings = Settings(
        reading=ReadingSettings(file_mb=2),
        storage=StorageSettings(data=tmp_path_factory.mktemp("service") / "data", database_url=new_database_with_tables()),
        serving=ServingSettings(upload_mb=3, visits_mb=20, scans_a_minute=0, metrics_token=METRICS_TOKEN),
        people=PeopleSettings(trusted_hosts="registry.test"),
    )
    quick = Passwords(PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))
    with assemble_service(settings) as service:
        yield replace(service, access=replace(service.access, passwords=quick))


@pytest.fixture
def client(service: Service) -> TestClient:
    return TestClient(create_app(service), base_url="http://registry.test", follow_redirects=False)


@pytest.fixture
def contract() -> tuple[str, bytes]:
    path = Path(__file__).parents[1] / "samples" / "commission.txt"
    return path.name, path.read_bytes()


@pytest.fixture
def ann(service: Service) -> Member:
    return Member(service)


@pytest.fixture
def ben(service: Service) -> Member:
    return Member(service)


@pytest.fixture
def union(service: Service) -> str:
    return an_organisation(service.access)


@pytest.fixture
def officer(service: Service, union: str) -> Member:
    return Member(service, someone(service.access, Role.OFFICER, union))


@pytest.fixture
def alone_in_the_registry(service: Service) -> Iterator[None]:
    """What a test puts into the registry is gone after it."""
    yield
    with service.store.writing() as writing:
        for contract in writing.connection.scalars(select(registry_contracts.c.contract_id).distinct()).all():
            take_rows(writing.connection, contract)
        writing.connection.execute(delete(registry_contracts))
