# SPDX-License-Identifier: EUPL-1.2
"""What people of several houses do about one case at once: meet, hold rooms, open links."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from coordination.helpers import moment
from samvern.access.models import Share
from samvern.access.unit_of_work import unit_of_work_for
from samvern.cases.consents.domain import record_consent
from samvern.cases.core.models import Case, Person
from samvern.coordination.conferences.domain import call_conference
from samvern.coordination.conferences.minutes import write_minutes
from samvern.coordination.conferences.participants import candidates, invite
from samvern.places.bookings.domain import apply_move, get_booking, hold_room
from samvern.referrals.external.delivery.content import ExternalDraft
from samvern.referrals.external.delivery.domain import send_link
from samvern.referrals.external.link_page.domain import open_link
from support.outsiders import Act, fresh, owner_of
from support.providing import needs
from support.workspace import Workspace


class Gathering:
    """The acts, with what they must remember: rooms there are, and links that were given out."""

    def __init__(self, workspace: Workspace, rooms: list[UUID]) -> None:
        self.workspace, self.rooms = workspace, rooms
        self.links: list[tuple[UUID, str, str]] = []

    @property
    def acts(self) -> tuple[Act, ...]:
        """Each of them, to be done by one of two clients."""
        return (self.confer, self.hold, self.confirm, self.send)

    def confer(self, workspace: Workspace, case: UUID) -> None:
        """A conference with minutes, to which Amina has a seat by a share of her house's own."""
        now, amina = timezone.now(), workspace.cast.members["amina"]
        with workspace.acting(owner_of(workspace, case)) as actor:
            Share(
                case_id=case, organisation_id=workspace.cast.organisations["krisesenter"],
                categories=["case", "notes"], purpose="protection", basis="statute", since=now,
                until=now + timedelta(days=9), created_by_id=actor.member_id,
            ).save(force_insert=True)  # fmt: skip
            words: dict[str, Any] = {
                "agenda": "x",
                "where": "x",
                "voice": "told",
                "voice_words": "x",
            }
            row = call_conference(
                actor=actor, case=Case.objects.get(pk=case), purpose="protection",
                starts_at=moment(), lasts=60, **words,
            )  # fmt: skip
            keys = [each.key for each in candidates(row) if each.member_id == amina]
            invite(actor=actor, conference=row, keys=keys)
            write_minutes(actor=actor, conference=row, category="notes", text="x")

    def hold(self, workspace: Workspace, case: UUID) -> None:
        """A room at Amina's house is held."""
        with workspace.acting(owner_of(workspace, case)) as actor:
            row = Case.objects.get(pk=case)
            hold_room(
                actor=actor, case=row, person=Person.objects.get(case=row),
                room_id=self.rooms[0], needs=needs(),
            )  # fmt: skip

    def confirm(self, workspace: Workspace, case: UUID) -> None:
        """Amina confirms what is held, or says that she has come."""
        with workspace.superuser() as behind:
            rows = behind.execute(
                "SELECT id, state FROM places_booking WHERE case_id = %s ORDER BY created_at DESC",
                [case],
            ).fetchall()
        for id, state in rows[:1]:
            with workspace.acting("amina") as actor:
                move = "confirm" if state == "held" else "arrive"
                apply_move(actor=actor, booking=get_booking(actor, id), move=move)

    def send(self, workspace: Workspace, case: UUID) -> None:
        """A link is sent to somebody without an account."""
        fresh(workspace)
        with workspace.acting(owner_of(workspace, case)) as actor:
            row = Case.objects.get(pk=case)
            person = Person.objects.get(case=row)
            agreed = record_consent(
                actor=actor, person=person, purpose="housing", categories=["identity", "rights"],
                language="en", given_at=timezone.now(), recipient_text="Prøvehuset",
            )  # fmt: skip
            draft = ExternalDraft(
                person, "ngo", "Prøvehuset", "housing", ("called",),
                f"consent:{agreed.pk}", ring="22 33 11 60",
            )  # fmt: skip
            sent = send_link(actor=actor, case=row, draft=draft, hours=72, openings=3)
        self.links.append((case, sent.secret, sent.code))

    def opened(self, case: UUID) -> list[Any]:
        """What the links of a case show to whoever has them."""
        with unit_of_work_for(""):
            shown = [open_link(secret, code) for of, secret, code in self.links if of == case]
        return [each for each in shown if each is not None]
