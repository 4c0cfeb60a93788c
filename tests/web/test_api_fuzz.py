"""Whatever is sent to the programming interface, it answers as it says it does, and never fails by its own fault."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from lagebild.web.app import create_app
from lagebild.web.settings import Settings
from tests.web.conftest import filled

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")
pytestmark = pytest.mark.slow

_EACH = 20
"""Requests for each operation."""


@pytest.fixture(scope="module")
def operations(tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    base: Path = filled(tmp_path_factory.mktemp("fuzz") / "base.db")
    app = create_app(Settings(base, hosts=("localhost", "testserver", "127.0.0.1"), author="Ada", offline=True))
    described = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)
    return [found.ok() for found in described.get_all_operations()]


def test_no_request_is_answered_with_a_server_error_or_otherwise_than_described(operations: list[Any]) -> None:
    from schemathesis.checks import not_a_server_error
    from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance

    assert len(operations) > 20
    for operation in operations:

        @given(case=operation.as_strategy())
        @settings(max_examples=_EACH, deadline=None, suppress_health_check=list(HealthCheck), database=None)
        def asked(case: Any) -> None:
            answer = case.call()
            checks = [not_a_server_error, content_type_conformance, response_schema_conformance]
            case.validate_response(answer, checks=checks)

        asked()
