# SPDX-License-Identifier: EUPL-1.2
"""What was told of the ages of the cast, taken away again."""

from support.workspace import Workspace


def forget_ages(workspace: Workspace) -> None:
    """Nobody has said anything of anybody's age."""
    with workspace.superuser() as behind:
        behind.execute("DELETE FROM cases_agetold")
        behind.execute("DELETE FROM cases_factsheet")
        behind.execute("UPDATE cases_person SET age_told = 'unknown'")
