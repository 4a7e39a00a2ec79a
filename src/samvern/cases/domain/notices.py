# SPDX-License-Identifier: EUPL-1.2
"""Telling a member something inside the system; twice the same is told once.

The notice names a kind and a case, never a person.
"""

from uuid import UUID

from samvern.cases.models import Notice


def tell(
    member_id: UUID,
    kind: str,
    key: str,
    *,
    case_id: UUID | None = None,
    about_id: UUID | None = None,
) -> None:
    """Leave a notice for a colleague; nothing happens when the same was left before.

    It is not read back: a notice is its reader's own.
    """
    row = Notice(member_id=member_id, kind=kind, key=key, case_id=case_id, about_id=about_id)
    Notice.objects.bulk_create([row], ignore_conflicts=True)
