# SPDX-License-Identifier: EUPL-1.2
"""The cast with password and app, at a door of their own."""

import pytest

from samvern.access.login.cast import equip_cast
from samvern.web.database.roles import OWNER
from support.door import Visitor
from support.workspace import Workspace


@pytest.fixture
def house(fresh_workspace: Workspace) -> Workspace:
    """A workspace of one test in which everybody can sign in."""
    with fresh_workspace.connect(OWNER) as owner:
        equip_cast(owner)
    return fresh_workspace


@pytest.fixture
def visitor(house: Workspace) -> Visitor:
    """A browser in which nobody is signed in."""
    return Visitor()
