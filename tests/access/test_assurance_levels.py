# SPDX-License-Identifier: EUPL-1.2
"""How strong a way of signing in is, and what each role asks for."""

import pytest
from django.test import override_settings

from samvern.access.login.assurance_levels import is_strong, is_sufficient

SUBSTANTIAL, HIGH = "idporten-loa-substantial", "idporten-loa-high"
BOTH = (SUBSTANTIAL, HIGH)


@pytest.mark.parametrize(
    ("accepted", "acr", "strong"),
    [
        (BOTH, SUBSTANTIAL, True), (BOTH, HIGH, True), ((HIGH,), SUBSTANTIAL, False),
        ((), HIGH, False), (("unheard-of",), "unheard-of", False), (BOTH, "", False),
    ],
)  # fmt: skip
def test_a_provider_is_strong_at_a_level_that_is_accepted_and_known(
    accepted: tuple[str, ...], acr: str, strong: bool
) -> None:
    with override_settings(OIDC_LEVELS=accepted):
        assert is_strong(acr) is strong


@pytest.mark.parametrize("casework", ["high", "substantial"])
@pytest.mark.parametrize("how", ["passkey", "code", "recovery"])
@pytest.mark.parametrize("role", ["case_worker", "leader", "administrator"])
def test_our_own_factors_are_enough_for_every_role(casework: str, how: str, role: str) -> None:
    with override_settings(OIDC_LEVELS=BOTH, OIDC_CASEWORK=casework):
        assert is_sufficient(how, role) is True


@pytest.mark.parametrize(
    ("casework", "how", "role", "enough"),
    [
        ("high", SUBSTANTIAL, "case_worker", False), ("high", SUBSTANTIAL, "leader", False),
        ("high", SUBSTANTIAL, "coordinator", True), ("high", HIGH, "case_worker", True),
        ("substantial", SUBSTANTIAL, "case_worker", True), ("high", "password", "auditor", False),
    ],
)  # fmt: skip
def test_casework_by_a_provider_needs_the_level_the_settings_name(
    casework: str, how: str, role: str, enough: bool
) -> None:
    with override_settings(OIDC_LEVELS=BOTH, OIDC_CASEWORK=casework):
        assert is_sufficient(how, role) is enough


def test_an_accepted_level_nobody_knows_is_not_enough_for_casework() -> None:
    with override_settings(OIDC_LEVELS=("unheard-of",), OIDC_CASEWORK="substantial"):
        assert is_sufficient("unheard-of", "leader") is False


def test_a_level_that_is_accepted_no_more_is_not_known() -> None:
    with override_settings(OIDC_LEVELS=(), OIDC_CASEWORK="high"):
        assert is_sufficient("password", "auditor") is False
