"""The service is what its OpenAPI says: forged by schemathesis, and its examples sent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from serving_here import Served, served

from infographic.serve.fields import FIELDS, FORMAT_NAMES, KINDS
from infographic.serve.front import OPEN
from infographic.serve.openapi import openapi
from infographic.serve.table import TABLE

PATHS = [(entry.method, entry.path) for entry in TABLE]
RUN: dict[str, Any] = {
    "deadline": None, "derandomize": True, "database": None,
    "phases": [Phase.explicit, Phase.generate],
    "suppress_health_check": list(HealthCheck),
}  # fmt: skip


@pytest.fixture(scope="module")
def desk() -> Iterator[Served]:
    with served() as one:
        yield one


@pytest.fixture(scope="module")
def inline() -> Iterator[Served]:
    with served(takes_inline=True) as one:
        yield one


def tried(desk: Served, method: str, path: str, count: int) -> list[int]:
    """The statuses of so many made-up requests, each held against what the OpenAPI says."""
    import schemathesis
    from schemathesis.checks import not_a_server_error
    from schemathesis.specs.openapi.checks import (
        content_type_conformance,
        response_schema_conformance,
        status_code_conformance,
    )

    checks = [
        not_a_server_error, status_code_conformance, content_type_conformance,
        response_schema_conformance,
    ]  # fmt: skip
    app = desk.client.app

    async def without_end(scope: Any, receive: Any, send: Any) -> None:
        # Each of its clients would begin and end the service, and calls it by a name of its own.
        if scope["type"] != "lifespan":
            others = [one for one in scope["headers"] if one[0] != b"host"]
            await app({**scope, "headers": [*others, (b"host", b"localhost")]}, receive, send)
            return
        for event in ("startup", "shutdown"):
            await receive()
            await send({"type": f"lifespan.{event}.complete"})

    operation = schemathesis.openapi.from_asgi("/openapi.json", without_end)[path][method]
    modes = (schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE)
    came: list[int] = []

    @given(case=st.one_of(*(operation.as_strategy(generation_mode=mode) for mode in modes)))
    @settings(max_examples=count, **RUN)
    def hold(case: Any) -> None:
        came.append(case.call_and_validate(checks=checks).status_code)

    hold()
    return came


@pytest.mark.full
@pytest.mark.parametrize(("method", "path"), PATHS)
def test_whatever_is_sent_is_answered_as_described(inline: Served, method: str, path: str) -> None:
    assert 401 not in tried(inline, method, path, 60)


@pytest.mark.full
def test_a_few_made_up_requests_are_answered_as_described(inline: Served) -> None:
    came = tried(inline, "POST", "/check", 5)
    assert came and set(came) <= {200, 400, 404, 415}


def test_each_example_is_answered_well(desk: Served) -> None:
    described = desk.client.get("/openapi.json").json()
    sent = 0
    for path, operations in described["paths"].items():
        for method, operation in operations.items():
            body = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
            for example in body.get("examples", {}).values():
                answer = desk.client.request(method, path, json=example["value"])
                assert 200 <= answer.status_code < 300, (path, answer.text)
                sent += 1
    assert sent == 3


def test_every_field_and_status_of_the_table_is_described() -> None:
    described = openapi(TABLE, has_keys=True)
    assert described["openapi"] == "3.1.0"
    assert set(described["components"]["schemas"]["Page"]["properties"]) == set(FIELDS)
    assert set(FORMAT_NAMES) == set(KINDS)
    for entry in TABLE:
        operation = described["paths"][entry.path][entry.method.lower()]
        assert {str(one) for one in entry.answers} <= set(operation["responses"])
        assert ("security" in operation) is (entry.path not in OPEN)
    assert "security" not in str(openapi(TABLE, has_keys=False))
    assert {entry.path for entry in TABLE if entry.is_open} == OPEN
