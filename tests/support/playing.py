# SPDX-License-Identifier: EUPL-1.2
"""A taped year played again through the real system: each move by a member, each round by the job.

The database stamps every row with its own time. So that a year passes within seconds, each row is
given the year's time right after it was made. A share whose last day lies in the past would open
nothing, so its end stands in the year only while a round of the job looks at it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from samvern.access.models import Organisation
from samvern.cases.consents.domain import record_consent, withdraw_consent
from samvern.cases.consents.models import Consent
from samvern.cases.core.domain import open_case
from samvern.cases.core.models import Person
from samvern.cases.core.selectors import get_case
from samvern.cases.sharing.domain import end_share
from samvern.demo_data.members_at_work import as_member
from samvern.referrals.core import transitions
from samvern.referrals.core.reminders import remind_all
from samvern.referrals.core.selectors import get_referral
from samvern.referrals.drafts.domain import send_referral
from samvern.referrals.drafts.legal_basis import ReferralDraft
from support.field_year.entities import SimulatedPerson as Model
from support.field_year.entities import SimulatedReferral as Played
from support.field_year.entities import Tape, moment
from support.volume_referrals import Staff
from support.workspace import Workspace

BY_JOB = ("expire", "run_out")
ENDED_BY_HER = ("cancel", "revoke")


class Player:
    """Plays a tape in a workspace whose organisations are staffed."""

    def __init__(self, workspace: Workspace, staff: Staff) -> None:
        self.workspace, self.staff, self.cast = workspace, staff, workspace.cast
        self.hands = workspace.superuser()
        self.hands.execute("SET session_replication_role = replica")
        self.hands.execute("CREATE TABLE played (id uuid PRIMARY KEY, until timestamptz)")
        self.ids: dict[int, UUID] = {}
        self.cases: dict[int, tuple[UUID, UUID]] = {}
        self.consents: dict[int, UUID] = {}

    def play(self, tape: Tape) -> None:
        """All of it, in order."""
        rounds = rounds_of(tape)
        for at, what, referral, how in tape:
            if what == "send":
                self._send(at, referral)
            elif what == "round" or what in BY_JOB:
                for body in sorted(rounds.pop(at, ())):
                    self._round(at, body)
            else:
                self._move(at, what, referral, how)

    def _send(self, at: int, referral: Played) -> None:
        login = self.staff.login(referral, "sender")
        if referral.person.number not in self.cases:
            self._open(referral.person, login)
        case_id, person_id = self.cases[referral.person.number]
        house, now = referral.house, timezone.now()
        with as_member(self.cast.members[login]) as actor:
            case, person = get_case(actor, case_id), Person.objects.get(pk=person_id)
            receiver = Organisation.objects.get(pk=self.cast.organisations[house.at])
            agreed = record_consent(
                actor=actor, person=person, purpose="housing", categories=["identity", "rights"],
                language="en", given_at=now - timedelta(minutes=1), recipient_id=receiver.pk,
            )  # fmt: skip
            draft = ReferralDraft(person, receiver, referral.need, referral.urgency,
                            unit_id=self.cast.units[house.at, house.unit])  # fmt: skip
            row = send_referral(actor=actor, case=case, draft=draft, basis=f"consent:{agreed.pk}",
                                until=(now + timedelta(days=200)).date())  # fmt: skip
        self.ids[referral.number], self.consents[referral.number] = row.pk, agreed.pk
        self.hands.execute(
            "UPDATE referrals_referral SET created_at = %s, state_since = %s, due_at = %s "
            "WHERE id = %s",
            [moment(at), moment(at), self._due(referral, at), row.pk],
        )
        until = moment(referral.until)
        self.hands.execute("INSERT INTO played VALUES (%s, %s)", [row.pk, until])

    def _due(self, referral: Played, at: int) -> Any:
        from samvern.cases.core.pack import current_pack
        from samvern.referrals.reminder_schedule import answer_by

        return answer_by(referral.urgency, moment(at), current_pack().ruleset.holidays)

    def _open(self, person: Model, login: str) -> None:
        with as_member(self.cast.members[login]) as actor:
            case = open_case(actor=actor)
            self.cases[person.number] = case.pk, Person.objects.get(case=case).pk

    def _move(self, at: int, what: str, referral: Played, how: dict[str, Any]) -> None:
        id, side = self.ids[referral.number], how["side"]
        login = self.staff.login(referral, "sender" if side == "job" else side)
        with as_member(self.cast.members[login]) as actor:
            if side == "job":
                self._end(actor, what, referral)
            else:
                act, values = self._act(what, referral, how["reason"])
                act(actor=actor, referral=get_referral(actor, id), **values)
        due = ", due_at = %(due)s" if what == "answer" else ""
        self.hands.execute(
            f"UPDATE referrals_referral SET state_since = %(at)s{due} WHERE id = %(id)s",
            {"at": moment(at), "due": self._due(referral, at), "id": id},
        )

    def _end(self, actor: Any, what: str, referral: Played) -> None:
        case = get_case(actor, self.cases[referral.person.number][0])
        if what in ENDED_BY_HER:
            consent = Consent.objects.get(pk=self.consents[referral.number])
            withdraw_consent(actor=actor, consent=consent)
        else:
            end_share(actor=actor, case=case, share_id=self.ids[referral.number])

    def _act(
        self, what: str, referral: Played, reason: str
    ) -> tuple[Callable[..., Any], dict[str, Any]]:
        today = timezone.localdate()
        if what == "hand_on":
            codes = (code for code in ("tilsyn", "kripos", "fyrlykta")
                     if code not in (referral.house.at, referral.person.at))  # fmt: skip
            other = Organisation.objects.get(pk=self.cast.organisations[next(codes)])
            return transitions.suggest_receiver, {"suggested": other}
        acts: dict[str, tuple[Callable[..., Any], dict[str, Any]]] = {
            "see": (transitions.see_referral, {}),
            "ask": (transitions.ask_back, {"words": "Når kan hun komme?"}),
            "answer": (transitions.answer_back, {"words": "I dag."}),
            "accept": (transitions.accept_referral, {}),
            "decline": (transitions.decline_referral, {"reason": reason}),
            "withdraw": (transitions.withdraw_referral, {"reason": reason}),
            "recall": (transitions.withdraw_referral, {"reason": reason}),
            "arrive": (transitions.record_arrival, {"on": today}),
            "miss": (transitions.record_absence, {"reason": reason}),
            "close": (transitions.close_referral, {}),
            "delete": (transitions.confirm_deletion, {"how": reason, "on": today}),
        }
        return acts[what]

    def _round(self, at: int, body: str) -> int:
        with self._in_the_year(), as_member(self.cast.services[body]) as actor:
            made = remind_all(actor=actor, now=moment(at))
        self.hands.execute(
            "UPDATE referrals_referral SET state_since = %s WHERE state_since > %s "
            "AND state IN ('expired', 'closed')",
            [moment(at), timezone.now() - timedelta(minutes=10)],
        )
        return made

    @contextmanager
    def _in_the_year(self) -> Iterator[None]:
        keep = "UPDATE referrals_referral r SET share_until = {} FROM played p WHERE p.id = r.id"
        self.hands.execute(keep.format("p.until"))
        try:
            yield
        finally:
            self.hands.execute(keep.format("now() + interval '100 days'"))


def rounds_of(tape: Tape) -> dict[int, set[str]]:
    """When a round had something to do, and one side of each referral it had it with: the sender
    and the receiver in turn, as the job of either does the work of both."""
    found: dict[int, set[str]] = {}
    for at, what, referral, _ in tape:
        if what == "round" or what in BY_JOB:
            side = referral.person.at if referral.number % 2 else referral.house.at
            found.setdefault(at, set()).add(side)
    return found
