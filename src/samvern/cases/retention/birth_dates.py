# SPDX-License-Identifier: EUPL-1.2
"""Dates of birth: what they say of an age, and the latest of a case, from which retention runs."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from samvern.identity.models import Claim
from samvern.identity.sealing import load_keys, open_field


def find_latest_birth_dates(case_ids: Sequence[UUID]) -> dict[UUID, date]:
    """By case; a case of which nobody has told a birth date is left out."""
    rows = (
        Claim.objects.filter(case_id__in=case_ids, kind=Claim.Kind.BIRTH_DATE, ended_at=None)
        if case_ids
        else []
    )
    claims = list(rows)
    load_keys(list({claim.person_id for claim in claims}))
    latest: dict[UUID, date] = {}
    for claim in claims:
        said = open_field(claim, "value")
        if born := last_possible_day(said):
            latest[claim.case_id] = max(latest.get(claim.case_id, born), born)
    return latest


def last_possible_day(said: str) -> date | None:
    """The last day a date known in part can be: "1998", "1998-05" or "1998-05-17"."""
    try:
        year, month, day = [*(int(part) for part in said.split("-")), 0, 0][:3]
        month = month or 12
        return date(year, month, day or monthrange(year, month)[1])
    except (ValueError, IndexError):
        return None
