# SPDX-License-Identifier: EUPL-1.2
"""Where the room keeps its SQL."""

from pathlib import Path

SQL = Path(__file__).parent / "sql"
