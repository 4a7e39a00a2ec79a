# SPDX-License-Identifier: EUPL-1.2
"""A workspace for each test: people found in one must not be there in the next."""

import pytest

from support.workspace import Workspace


@pytest.fixture
def workspace(fresh_workspace: Workspace) -> Workspace:
    """A workspace of one test."""
    return fresh_workspace
