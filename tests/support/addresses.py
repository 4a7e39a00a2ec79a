# SPDX-License-Identifier: EUPL-1.2
"""Every address of the workspace, from the resolver itself: a new one is never forgotten."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import translation

from support.workspace import Workspace

PART = "workspace/"
OF_CASE = {"case_id", "referral_id", "booking_id", "waiting_id"}


@dataclass(frozen=True)
class Address:
    """One pattern: its name for reversing, and the names of what it takes."""

    name: str
    route: str
    takes: tuple[str, ...]

    @property
    def is_of_case(self) -> bool:
        """Whether it names a case, or a thing that belongs to one."""
        return not OF_CASE.isdisjoint(self.takes)

    def path(self, values: dict[str, Any]) -> str:
        """The address in bokmål."""
        with translation.override("nb"):
            return reverse(self.name, kwargs={key: values[key] for key in self.takes})


def addresses() -> list[Address]:
    """All patterns below the workspace, sorted by name."""
    with translation.override("nb"):
        found = _walk(get_resolver().url_patterns, "", ())
        return sorted((each for each in found if PART in each.route), key=lambda each: each.name)


def _walk(patterns: Any, before: str, spaces: tuple[str, ...]) -> Iterator[Address]:
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = (*spaces, pattern.namespace) if pattern.namespace else spaces
            yield from _walk(pattern.url_patterns, route, inner)
        elif isinstance(pattern, URLPattern):
            name = ":".join((*spaces, str(pattern.name)))
            yield Address(name, route, tuple(pattern.pattern.converters))


OBJECTS = {
    "person_id": "cases_person", "note_id": "cases_note", "task_id": "cases_task",
    "goal_id": "cases_goal", "action_id": "cases_action", "risk_id": "cases_risk",
    "document_id": "cases_document", "deadline_id": "cases_deadline",
    "consent_id": "cases_consent", "assessment_id": "cases_assessment",
    "assistance_id": "cases_assistance", "claim_id": "identity_claim",
    "address_id": "identity_protectedaddress", "handover_id": "cases_handover",
    "relation_id": "cases_relation", "row_id": "access_teammember", "share_id": "access_share",
    "proposal_id": "cases_proposal", "glass_id": "access_glass", "notice_id": "cases_notice",
    "sheet_id": "cases_factsheet", "referral_id": "referrals_referral",
    "booking_id": "places_booking", "waiting_id": "places_waiting",
    "conference_id": "coordination_conference", "participant_id": "coordination_seat",
    "item_id": "coordination_planitem", "sending_id": "referrals_sending",
    "crossing_id": "referrals_crossing", "concern_id": "referrals_concern",
}  # fmt: skip
"""The table a name in an address stands for a row of."""


def objects_of(workspace: Workspace, case: UUID) -> dict[str, Any]:
    """An id of each kind of thing in a case, as somebody behind the walls sees them."""
    found: dict[str, Any] = {"case_id": case}
    with workspace.superuser() as connection:
        for name, table in OBJECTS.items():
            row = connection.execute(
                f"SELECT id FROM {table} WHERE case_id = %s ORDER BY id LIMIT 1", [case]
            ).fetchone()
            if row:
                found[name] = row[0]
    return found
