# SPDX-License-Identifier: EUPL-1.2
"""Samvern's own PostgreSQL, for demonstration, development and tests.

The server has no TCP port; its socket is open to one account; every role needs its password. It is
started as a child of the program that uses it and is gone when that program is, however it ended.
"""

from samvern.web.database.server import Server, own_server
from samvern.web.exceptions import DatabaseError

__all__ = ["DatabaseError", "Server", "own_server"]
