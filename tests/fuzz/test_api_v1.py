# SPDX-License-Identifier: EUPL-1.2
"""The API for programs fuzzed from its description, with a token: as described, never 500."""

import logging
from collections.abc import Iterator

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from django.test import override_settings
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from support.programs import new_program
from support.workspace import Workspace

pytestmark = pytest.mark.database
CHECKS = [
    not_a_server_error,
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
]
with override_settings(ALLOWED_HOSTS=["*"]):
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
schema.config.phases.update(phases=["fuzzing"])


@pytest.fixture(scope="module")
def token(workspace: Workspace) -> Iterator[str]:
    logging.disable(logging.WARNING)
    with override_settings(ALLOWED_HOSTS=["*"]):
        yield new_program(workspace, name="Fuzz").enter().token
    logging.disable(logging.NOTSET)


@schema.parametrize()
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
def test_whatever_comes_gets_an_answer_of_the_described_form(
    case: schemathesis.Case, token: str
) -> None:
    headers = {"Accept-Encoding": "identity", "Authorization": f"Bearer {token}"}
    case.call_and_validate(checks=CHECKS, headers=headers)
