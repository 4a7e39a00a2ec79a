# SPDX-License-Identifier: EUPL-1.2
"""A workspace in which organisations work together."""

import pytest

from support.together import Together
from support.workspace import Workspace


@pytest.fixture(scope="module")
def together(workspace: Workspace) -> None:
    """Referrals, a room, a conference and the rest, each with a secret word in it."""
    Together(workspace).plant()
