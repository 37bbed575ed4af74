"""The figures for whoever watches the service: right, complete, and for nobody else."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from members import METRICS_TOKEN, Member

SHOWN = {"authorization": f"Bearer {METRICS_TOKEN}"}
FIGURE = re.compile(r'[a-z_]+(\{[a-z_]+="[^"\n]*"(,[a-z_]+="[^"\n]*")*\})? [-+0-9.e]+')


def figures(client: TestClient) -> dict[str, float]:
    lines = [line for line in client.get("/metrics", headers=SHOWN).text.splitlines() if not line.startswith("#")]
    return {name: float(value) for name, _, value in (line.rpartition(" ") for line in lines)}


def test_requests_are_counted_by_their_route_and_never_by_their_address(ann: Member, contract: tuple[str, bytes]) -> None:
    before = figures(ann)
    place = ann.post("/api/v1/contracts", files={"file": contract}).headers["location"]
    for _ in range(3):
        ann.get(place)
    ann.get("/there/is/nothing")

    told = figures(ann)

    for figure, more in (
        ('registry_requests_total{method="GET",route="/api/v1/contracts/{contract}",status="200"}', 3),
        ('registry_requests_total{method="GET",route="none",status="404"}', 1),
        ('registry_request_seconds_bucket{route="/api/v1/contracts/{contract}",le="+Inf"}', 3),
    ):
        assert told[figure] - before.get(figure, 0) == more
    assert told['registry_contracts{state="waiting"}'] >= 1
    assert told['registry_jobs{status="todo"}'] >= 1
    assert told["registry_database_up"] == 1
    assert place.rpartition("/")[2] not in ann.get("/metrics", headers=SHOWN).text


def test_the_figures_have_the_form_that_is_collected(client: TestClient) -> None:
    answer = client.get("/metrics", headers=SHOWN)

    assert answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    assert [line for line in answer.text.splitlines() if not line.startswith("# ") and not FIGURE.fullmatch(line)] == []


@pytest.mark.parametrize("authorization", ["", "Bearer", "Bearer wrong", "Bearer \u00e9"])
def test_without_the_token_there_is_no_such_page(authorization: str, client: TestClient) -> None:
    asked = client.get("/metrics", headers={"authorization": authorization.encode()} if authorization else {})

    assert (asked.status_code, asked.content) == (404, client.get("/no/such/page").content)
