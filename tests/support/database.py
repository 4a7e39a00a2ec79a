# SPDX-License-Identifier: EUPL-1.2
"""A PostgreSQL server for tests that need one."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from samvern.web.database import Server, own_server


@pytest.fixture
def data_folder() -> Iterator[Path]:
    """An empty folder that the database's account may reach, as pytest's own may not be."""
    with tempfile.TemporaryDirectory(prefix="samvern-test-") as folder:
        path = Path(folder)
        path.chmod(0o711)
        yield path


@pytest.fixture(scope="session")
def database() -> Iterator[Server]:
    """A running server of our own with empty tables, one for each test process."""
    with tempfile.TemporaryDirectory(prefix="samvern-test-") as folder:
        Path(folder).chmod(0o711)
        with own_server(Path(folder)) as server:
            yield server
