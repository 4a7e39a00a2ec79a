# SPDX-License-Identifier: EUPL-1.2
"""The categories a program's token opens, by what it is allowed."""

import pytest

from samvern.access.api.scopes import SCOPES, categories_of


@pytest.mark.parametrize(
    ("scopes", "categories"),
    [
        ([], []), (["board:read"], []), (["places:read"], ["case"]),
        (["conferences:read", "places:write"], ["case", "consent", "plan"]),
        (["referrals:write", "referrals:read"], ["case", "consent", "rights"]),
    ],
)  # fmt: skip
def test_a_token_opens_what_its_scopes_need_and_no_more(
    scopes: list[str], categories: list[str]
) -> None:
    assert categories_of(scopes) == categories


def test_no_scope_opens_an_identity_or_an_address() -> None:
    assert categories_of(SCOPES) == ["case", "consent", "plan", "rights"]


def test_a_scope_there_is_not_opens_nothing() -> None:
    with pytest.raises(KeyError):
        categories_of(["board:write"])
