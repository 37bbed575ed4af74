"""People who keep contracts over the API."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

from starlette.testclient import TestClient

from contract_registry.operations.service import Service
from contract_registry.operations.tokens import new_token
from contract_registry.web.app import create_app

METRICS_TOKEN = "figures for nobody else"


class Member(TestClient):
    """Somebody who keeps contracts."""

    def __init__(self, service: Service) -> None:
        self.owner = str(uuid4())
        token = new_token(service.foundations, self.owner, lambda: uuid4().hex, datetime.now(UTC))
        super().__init__(create_app(service), base_url="http://registry.test", headers={"authorization": f"Bearer {token}"})
