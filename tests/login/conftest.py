# SPDX-License-Identifier: EUPL-1.2
"""The cast with password and app, at a door of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import override_settings
from joserfc.jwk import RSAKey

from samvern.access.login.demo_accounts import equip_demo_accounts
from samvern.web.database.roles import OWNER
from support.door import Visitor
from support.oidc_sign_in import go
from support.openid import CLIENT, Op, new_key, running_op
from support.workspace import Workspace


@pytest.fixture
def house(fresh_workspace: Workspace) -> Workspace:
    """A workspace of one test in which everybody can sign in."""
    with fresh_workspace.connect(OWNER) as owner:
        equip_demo_accounts(owner)
    return fresh_workspace


@pytest.fixture
def visitor(house: Workspace) -> Visitor:
    """A browser in which nobody is signed in."""
    return Visitor()


@pytest.fixture(scope="session")
def keys() -> tuple[RSAKey, RSAKey]:
    return new_key("ours"), new_key("one")


@pytest.fixture
def op(keys: tuple[RSAKey, RSAKey], tmp_path: Path) -> Iterator[Op]:
    file = tmp_path / "client.pem"
    file.write_bytes(keys[0].as_pem(private=True))
    with running_op(*keys) as op:
        names = {"OIDC_ISSUER": op.issuer, "OIDC_CLIENT": CLIENT, "OIDC_KEY_FILE": file}
        with override_settings(**names):
            yield op


@pytest.fixture
def linked(op: Op, house: Workspace) -> Workspace:
    """Kari has connected her identity."""
    visitor = Visitor()
    visitor.enter("kari")
    assert go(visitor, "link").headers["Location"] == "/nb/workspace/account/"
    return house
