# SPDX-License-Identifier: EUPL-1.2
"""Acts that give somebody something of a case, acts that take it back, and what is left open.

Each act is one piece of work of one person, with a connection of its own, as a page does it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from coordination.helpers import moment
from samvern.access.models import Organisation, Share
from samvern.cases.consents.domain import record_consent, withdraw_consent
from samvern.cases.consents.models import Consent
from samvern.cases.core.domain import open_case
from samvern.cases.core.models import Case, Person
from samvern.cases.handover.domain import reassign_case
from samvern.cases.retention.domain import confirm_proposal, propose_by_request
from samvern.cases.sharing.domain import end_share, share_by_consent
from samvern.cases.team.domain import add_team_member, block_member
from samvern.coordination.conferences.domain import call_conference
from samvern.coordination.conferences.models import Conference
from samvern.coordination.conferences.participants import candidates, invite
from samvern.identity.claims.domain import ClaimInput, record_claim
from samvern.identity.models import Claim
from samvern.places.bookings.domain import hold_room
from samvern.referrals.core.selectors import get_referral
from samvern.referrals.core.transitions import accept_referral, see_referral
from samvern.referrals.drafts.domain import send_referral
from samvern.referrals.drafts.legal_basis import ReferralDraft
from samvern.referrals.external.cross_border.domain import (
    CrossBorderPlan,
    prepare_cross_border_referral,
)
from samvern.referrals.external.delivery.content import ExternalDraft
from samvern.referrals.external.delivery.domain import send_letter, send_link
from support.canaries import plant
from support.outsiders import alive, breaker, close, fresh, readable, share
from support.providing import needs
from support.workspace import Workspace

TO, OTHER = "krisesenter", "politi"
RESTING = {
    "access_share": "ended_at IS NULL AND until > now()",
    "referrals_sending": "state IN ('waiting', 'opened', 'received', 'ring', 'can_help')",
    "referrals_crossing": "state = 'prepared'",
    "referrals_referral": "state IN ('sent', 'seen', 'asked_back', 'answered_back', 'accepted', "
    "'arrived', 'never_arrived')",
}
"""What is open on a consent, by table."""
KEPT = ("cases_certificate", "cases_proposal", "identity_key")
"""Tables in which an erased case leaves rows: the proof, who decided, and keys without content."""


@dataclass
class Scene:
    """A new case of Kari's, and what was prepared in it before the two act."""

    workspace: Workspace
    room: UUID
    case: UUID = field(init=False)
    agreed: UUID = field(init=False)
    outside: UUID = field(init=False)
    referral: UUID | None = None
    conference: UUID | None = None
    ended: list[UUID] = field(default_factory=list)
    """Shares that were ended by hand, once that is done."""

    def __post_init__(self) -> None:
        fresh(self.workspace)
        with self.workspace.acting("kari") as actor:
            case = open_case(actor=actor)
            person = Person.objects.get(case=case)
            plant(actor, "state", case, person)
            Person.objects.filter(pk=person.pk).update(age_seen="adult")
            self.case = case.pk
            common: dict[str, Any] = {"actor": actor, "person": person, "purpose": "housing",
                                      "language": "en", "given_at": timezone.now()}  # fmt: skip
            covers = ["identity", "rights", "plan", "notes"]
            to = self.workspace.cast.organisations[TO]
            self.agreed = record_consent(recipient_id=to, categories=covers, **common).pk
            self.outside = record_consent(
                recipient_text="Prøvehuset", categories=covers, **common
            ).pk

    def row(self) -> Case:
        """The case, for whoever acts now."""
        return Case.objects.get(pk=self.case)

    def person(self) -> Person:
        """Its person, for whoever acts now."""
        return Person.objects.get(case_id=self.case)


Act = Callable[[Scene], object]


def share_on_consent(scene: Scene) -> UUID:
    """Shared on the consent."""
    with scene.workspace.acting("kari") as actor:
        until = timezone.localdate() + timedelta(days=30)
        return share_by_consent(
            actor=actor, case=scene.row(), consent_id=scene.agreed, categories=["plan", "notes"],
            receiver=Organisation.objects.get(pk=scene.workspace.cast.organisations[TO]),
            until=until,
        ).pk  # fmt: skip


def share_by_law(scene: Scene) -> None:
    """Shared with the police on a provision."""
    share(scene.workspace, scene.case)


def _draft(scene: Scene) -> ExternalDraft:
    return ExternalDraft(
        scene.person(), "ngo", "Prøvehuset", "housing", ("called",), f"consent:{scene.outside}",
        ring="22 33 11 60",
    )  # fmt: skip


def link(scene: Scene) -> None:
    """A link is sent on a consent."""
    with scene.workspace.acting("kari") as actor:
        send_link(actor=actor, case=scene.row(), draft=_draft(scene), hours=24)


def letter(scene: Scene) -> None:
    """A letter is printed on a consent."""
    with scene.workspace.acting("kari") as actor:
        send_letter(actor=actor, case=scene.row(), draft=_draft(scene))


def crossing(scene: Scene) -> None:
    """A way across a border is prepared on a consent."""
    with scene.workspace.acting("kari") as actor:
        plan = CrossBorderPlan(
            person=scene.person(), kind="assisted_return", country="NG", receiver_kind="iom",
            receiver="IOM", transfer="consent", consent_id=scene.outside,
        )  # fmt: skip
        prepare_cross_border_referral(actor=actor, case=scene.row(), plan=plan)


def refer(scene: Scene) -> UUID:
    """Referred on the consent."""
    with scene.workspace.acting("kari") as actor:
        receiver = Organisation.objects.get(pk=scene.workspace.cast.organisations[TO])
        draft = ReferralDraft(scene.person(), receiver, "housing", "days3")
        return send_referral(
            actor=actor, case=scene.row(), draft=draft, basis=f"consent:{scene.agreed}",
            fields=("called",), until=timezone.localdate() + timedelta(days=60),
        ).pk  # fmt: skip


def referred(scene: Scene) -> None:
    """Before: it was referred, and Amina has opened what was sent."""
    scene.referral = refer(scene)
    with scene.workspace.acting("amina") as actor:
        see_referral(actor=actor, referral=get_referral(actor, scene.referral))


def accept(scene: Scene) -> None:
    """Amina accepts what was referred."""
    assert scene.referral
    with scene.workspace.acting("amina") as actor:
        accept_referral(actor=actor, referral=get_referral(actor, scene.referral))


def accepted(scene: Scene) -> None:
    """Before: Amina has accepted."""
    referred(scene)
    accept(scene)


def conference_called(scene: Scene) -> None:
    """Before: the case is shared on the consent, and a conference is called."""
    share_on_consent(scene)
    with scene.workspace.acting("kari") as actor:
        scene.conference = call_conference(
            actor=actor, case=scene.row(), purpose="housing", starts_at=moment(), lasts=60,
            agenda="x", where="x", voice="told", voice_words="x",
        ).pk  # fmt: skip


def appointment(scene: Scene) -> None:
    """Amina is invited to a conference, on the share."""
    assert scene.conference
    with scene.workspace.acting("kari") as actor:
        row = Conference.objects.get(pk=scene.conference)
        amina = scene.workspace.cast.members["amina"]
        keys = [each.key for each in candidates(row) if each.member_id == amina]
        invite(actor=actor, conference=row, keys=keys)


def bed(scene: Scene) -> None:
    """A room at Amina's house is held."""
    with scene.workspace.acting("kari") as actor:
        hold_room(actor=actor, case=scene.row(), person=scene.person(), room_id=scene.room,
                  needs=needs())  # fmt: skip


def team(scene: Scene) -> None:
    """Jonas is put on the case."""
    with scene.workspace.acting("kari") as actor:
        add_team_member(actor=actor, case=scene.row(), member_id=_jonas(scene))


def hand_over(scene: Scene) -> None:
    """The leader gives the case to Jonas."""
    with scene.workspace.acting("tone") as actor:
        reassign_case(actor=actor, case=scene.row(), taker_id=_jonas(scene), words="x")


def emergency(scene: Scene) -> None:
    """Jonas, who is not on the case, opens it in an emergency."""
    breaker("jonas")(scene.workspace, scene.case)


def emergency_outside(scene: Scene) -> None:
    """Amina opens it in an emergency."""
    breaker("amina")(scene.workspace, scene.case)


def claim(scene: Scene) -> None:
    """Something is written down about who the person is."""
    with scene.workspace.acting("kari") as actor:
        said = ClaimInput(Claim.Kind.LANGUAGE, "Rumensk", "person", "certain")
        record_claim(actor=actor, person=scene.person(), said=said)


def agree(scene: Scene) -> None:
    """A further consent is written down."""
    with scene.workspace.acting("kari") as actor:
        record_consent(
            actor=actor, person=scene.person(), purpose="housing", categories=["plan"],
            language="en", given_at=timezone.now(), recipient_text="Prøvehuset",
        )  # fmt: skip


def withdraw(scene: Scene) -> None:
    """Both consents are taken back."""
    for consent in (scene.agreed, scene.outside):
        with scene.workspace.acting("kari") as actor:
            withdraw_consent(actor=actor, consent=Consent.objects.get(pk=consent))


def closing(scene: Scene) -> None:
    """The owner closes the case."""
    close(scene.workspace, scene.case)


def end_shares(scene: Scene) -> None:
    """Each share there is is ended by hand."""
    with scene.workspace.acting("kari") as actor:
        rows = Share.objects.filter(case_id=scene.case, ended_at=None)
        ids = list(rows.values_list("pk", flat=True))
        for id in ids:
            end_share(actor=actor, case=scene.row(), share_id=id)
    scene.ended = ids


def bar(scene: Scene) -> None:
    """Jonas is shut out of the case for good."""
    with scene.workspace.acting("kari") as actor:
        block_member(actor=actor, case=scene.row(), member_id=_jonas(scene))


def to_be_erased(scene: Scene) -> None:
    """Before: the case is closed, and the leader has said yes to erasing it."""
    closing(scene)
    fresh(scene.workspace)
    with scene.workspace.acting("tone") as actor:
        found = propose_by_request(actor=actor, case=scene.row())
        confirm_proposal(actor=actor, id=found.pk)
    scene.referral = found.pk


def erase(scene: Scene) -> None:
    """The second yes: the case is erased."""
    assert scene.referral
    with scene.workspace.acting("kari") as actor:
        assert confirm_proposal(actor=actor, id=scene.referral)


def _jonas(scene: Scene) -> UUID:
    found: UUID = scene.workspace.cast.members["jonas"]
    return found


def left_on_consents(scene: Scene) -> list[str]:
    """Tables with something open on the consents."""
    with scene.workspace.superuser() as behind:
        return [
            table
            for table, live in RESTING.items()
            if behind.execute(
                f"SELECT 1 FROM {table} WHERE consent_id = ANY (%s) AND {live} LIMIT 1",
                [[scene.agreed, scene.outside]],
            ).fetchone()
        ]


def left_on_closed(scene: Scene) -> list[str]:
    """Kinds of which something lives that nobody answers for, and who outside reads the case."""
    seen = readable(scene.workspace, scene.case)
    return alive(scene.workspace, scene.case) + [name for name, rows in seen.items() if rows]


def left_of_shares(scene: Scene) -> list[str]:
    """Shares that were ended and live, referrals that go on without theirs, and what is read."""
    with scene.workspace.superuser() as behind:
        live = behind.execute(
            "SELECT id FROM access_share WHERE id = ANY (%s) AND ended_at IS NULL", [scene.ended]
        ).fetchall()
        going = behind.execute(
            "SELECT id FROM referrals_referral WHERE id = ANY (%s) "
            "AND state IN ('accepted', 'arrived', 'never_arrived')",
            [scene.ended],
        ).fetchall()
    read = readable(scene.workspace, scene.case)["amina"] if scene.ended else ()
    return [f"{each}" for each in (*live, *going, *read)]


def left_to_the_barred(scene: Scene) -> list[str]:
    """What Jonas reads of the case or has in it, in any of the tables there are of a case."""
    found = []
    with scene.workspace.connect() as app, app.transaction():
        token = scene.workspace.token("jonas")
        app.execute("SELECT set_config('samvern.token', %s, true)", [token])
        if app.execute("SELECT 1 FROM cases_case WHERE id = %s", [scene.case]).fetchone():
            found.append("reads the case")
        if app.execute("SELECT 1 FROM cases_note WHERE case_id = %s", [scene.case]).fetchone():
            found.append("reads notes")
    held = {
        "is on the team": "SELECT 1 FROM access_teammember WHERE case_id = %s AND member_id = %s "
        "AND ended_at IS NULL",
        "owns the case": "SELECT 1 FROM cases_case WHERE id = %s AND owner_id = %s",
    }
    with scene.workspace.superuser() as behind:
        for said, query in held.items():
            if behind.execute(query.encode(), [scene.case, _jonas(scene)]).fetchone():
                found.append(said)
    return found


def left_of_erased(scene: Scene) -> list[str]:
    """Tables with rows of the case, and keys that still open something."""
    with scene.workspace.superuser() as behind:
        tables = behind.execute(
            "SELECT c.relname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid "
            "WHERE a.attname = 'case_id' AND NOT a.attisdropped AND c.relkind IN ('r', 'p') "
            "AND c.relnamespace = 'public'::regnamespace AND c.relname <> ALL (%s)",
            [list(KEPT)],
        ).fetchall()
        left = [
            table
            for (table,) in tables
            if behind.execute(f"SELECT 1 FROM {table} WHERE case_id = %s LIMIT 1", [scene.case])
            .fetchone()
        ]  # fmt: skip
        if behind.execute(
            "SELECT 1 FROM identity_key WHERE case_id = %s AND wrapped IS NOT NULL", [scene.case]
        ).fetchone():
            left.append("a key that opens")
    return left
