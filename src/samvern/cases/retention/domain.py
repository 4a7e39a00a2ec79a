# SPDX-License-Identifier: EUPL-1.2
"""How long cases are kept, and what happens then: a proposal, two people's word, an erasure.

The periods are the pack's (``retention.yaml``). Nothing is erased by a clock alone, and a legal
hold stops everything. What erases is the database (``access/sql/erasing.sql``): the application
has no right to remove a row about a person.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from uuid import UUID, uuid4

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.errors import NotFound, ReauthenticationRequired, Rejected
from samvern.access.gate import fetch_rows, fetch_value
from samvern.access.models import Member, waits_for_leader
from samvern.access.roles import Role
from samvern.access.unit_of_work import log_act, log_read
from samvern.cases.core.models import Case
from samvern.cases.core.pack import current_pack, localized
from samvern.cases.core.permissions import list_led_unit_ids
from samvern.cases.core.selectors import get_own_case
from samvern.cases.documents.models import Document
from samvern.cases.documents.scanning import sweep_files
from samvern.cases.documents.storage import remove_file
from samvern.cases.notices.domain import notify
from samvern.cases.retention.birth_dates import find_latest_birth_dates
from samvern.cases.retention.models import ErasureCertificate, ErasureProposal
from samvern.identity.sealing import seal_fields
from samvern.law.model import Retention
from samvern.law.retention import due_on, rule_for

YEAR = timedelta(days=365)
WAITING = (ErasureProposal.State.PROPOSED, ErasureProposal.State.CONFIRMED)
BY_REQUEST = "person-asked"
"""The rule of a proposal made because the person asked for it or withdrew her consent."""


@dataclass(frozen=True)
class ClosedCase:
    """A closed case that nothing holds."""

    id: UUID
    unit_id: UUID
    kind: str
    closed_on: date
    last_entry: date


@dataclass(frozen=True)
class ProposalEntry:
    """A proposal with the case it is about, in words."""

    row: ErasureProposal
    case: Case
    rule: str
    why: str
    first: str
    mine: bool
    """Whether the actor has said yes already."""


def run_retention(*, actor: Actor) -> int:
    """The nightly job: propose what is due today, and remove files nobody owns."""
    sweep_files()
    fetch_rows("lapse_proposals")
    return len(propose_erasures(actor=actor, today=timezone.localdate()))


def propose_erasures(*, actor: Actor, today: date) -> list[ErasureProposal]:
    """Propose each closed case of the organisation whose time has run out; told to the leaders.

    A case under a legal hold is left out, and one whose erasure was rejected waits another year.
    """
    closed = list(_closed_cases())
    born = find_latest_birth_dates(_counted_from_birth(closed))
    known = _decided()
    made = []
    for case in closed:
        rule = rule_for(current_pack().ruleset, case.kind)
        if rule is None:
            continue
        due = due_on(
            rule, closed=case.closed_on, last_entry=case.last_entry, born=born.get(case.id)
        )
        due = max(due, known.get((case.id, rule.id), due))
        if due <= today:
            made.append(
                ErasureProposal(
                    id=uuid4(), case_id=case.id, rule=rule.id, action=rule.then, due_on=due
                )
            )
    ErasureProposal.objects.bulk_create(made)
    for proposal in made:
        log_act("retention.propose", case=proposal.case_id, object=proposal.pk, rule=proposal.rule)
    _tell_leaders(actor, {case.unit_id for case in closed if case.id in _cases_of(made)}, today)
    return made


def propose_by_request(*, actor: Actor, case: Case) -> ErasureProposal:
    """Propose a case because the person asked for it (GDPR art. 17); a leader's to judge.

    Raises:
        NotFound: the case is not the leader's.
        Rejected: it is open, held or proposed already.
    """
    case = _led(actor, case.pk)
    if case.state != Case.State.CLOSED:
        raise Rejected(_("The case is open. Close it first."))
    if case.held_at is not None:
        raise Rejected(_("A legal hold stands on the case. Nothing in it is removed."))
    if ErasureProposal.objects.filter(case_id=case.pk, state__in=WAITING).exists():
        raise Rejected(_("The case is proposed already."))
    proposal = ErasureProposal(
        id=uuid4(),
        case_id=case.pk,
        rule=BY_REQUEST,
        action="pseudonymise",
        due_on=timezone.localdate(),
    )
    proposal.save(force_insert=True)
    log_act("retention.propose", case=case.pk, object=proposal.pk, rule=BY_REQUEST)
    return proposal


def list_proposals(*, actor: Actor) -> list[ProposalEntry]:
    """What waits for the actor's word: the cases of units she leads, and those she owned."""
    rows = list(ErasureProposal.objects.filter(state__in=WAITING).select_related("first_by"))
    cases = {
        case.pk: case
        for case in Case.objects.filter(_hers(actor), pk__in=[row.case_id for row in rows])
    }
    found = [_in_words(actor, row, cases[row.case_id]) for row in rows if row.case_id in cases]
    log_read("retention.see", rows=len(found))
    return found


def get_proposal(*, actor: Actor, id: UUID) -> ProposalEntry:
    """One of them.

    Raises:
        NotFound: there is none that waits for this actor.
    """
    row = ErasureProposal.objects.filter(pk=id).select_related("first_by").first()
    case = Case.objects.filter(_hers(actor), pk=row.case_id).first() if row else None
    if row is None or case is None:
        raise NotFound("proposal", id)
    log_read("retention.see", case=case.pk, object=id, rows=1)
    return _in_words(actor, row, case)


def confirm_proposal(*, actor: Actor, id: UUID, receipt: str = "") -> bool:
    """Say yes. The second yes erases the case; whether it did.

    Raises:
        NotFound: no such proposal waits for this actor.
        ReauthenticationRequired: she has not just shown who she is.
        Rejected: something stands in the way; says what.
    """
    proposed = get_proposal(actor=actor, id=id)
    files = list(
        Document.objects.filter(case_id=proposed.case.pk, removed_at=None).values_list(
            "pk", flat=True
        )
    )
    answer = _decide(id, "confirm", receipt, None)
    if answer == "first":
        log_act("retention.confirm", case=proposed.case.pk, object=id)
    elif answer == "done":
        for file in files:
            transaction.on_commit(partial(remove_file, file))
    return answer == "done"


def reject_proposal(*, actor: Actor, id: UUID, reason: str) -> None:
    """Say no: the case is kept, and proposed again in a year.

    Raises:
        NotFound, ReauthenticationRequired, Rejected: as for :func:`confirm`.
    """
    proposal = get_proposal(actor=actor, id=id).row
    _decide(id, "reject", "", seal_fields(proposal, words=reason)["words_sealed"])
    log_act("retention.reject", case=proposal.case_id, object=id)


def list_certificates(*, actor: Actor) -> tuple[list[ErasureCertificate], set[UUID]]:
    """The proofs of erasure of the organisation, and those that were changed since."""
    rows = list(ErasureCertificate.objects.select_related("unit").all()[:200])
    false = {id for (id,) in fetch_rows("false_certificates")}
    log_read("certificate.see", rows=len(rows))
    return rows, false


def _decide(id: UUID, verdict: str, receipt: str, words: bytes | None) -> str:
    answer: str = fetch_value("decide_erasure", id, verdict, receipt, words)
    if answer == "absent":
        raise NotFound("proposal", id)
    if answer == "stale":
        raise ReauthenticationRequired
    if answer in _obstacles():
        raise Rejected(_obstacles()[answer])
    return answer


def _obstacles() -> dict[str, str]:
    return {
        "over": _("Somebody has decided this already."),
        "open": _("The case has been opened again, so nothing is erased."),
        "held": _("A legal hold stands on the case. Nothing in it is removed."),
        "early": _("The time has not run out yet."),
        "receipt": _("The archive must have received the case first. Write its number."),
        "same": _("You have said yes already. Somebody else must say yes too."),
        "leader": _("One of the two must be a leader."),
    }


def _closed_cases() -> Iterator[ClosedCase]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM gate.closed_cases()")
        for row in cursor.fetchall():
            yield ClosedCase(*row)


def _counted_from_birth(closed: list[ClosedCase]) -> list[UUID]:
    rules = {
        kind: rule_for(current_pack().ruleset, kind) for kind in {case.kind for case in closed}
    }
    from_birth = {k for k, rule in rules.items() if rule and rule.starts == "eighteenth_birthday"}
    return [case.id for case in closed if case.kind in from_birth]


def _decided() -> dict[tuple[UUID, str], date]:
    """For each case and rule the day before which nothing is proposed again."""
    days: dict[tuple[UUID, str], date] = {}
    for row in ErasureProposal.objects.exclude(state=ErasureProposal.State.DONE):
        again = row.due_on + YEAR if row.state == ErasureProposal.State.REJECTED else date.max
        key = (row.case_id, row.rule)
        days[key] = max(days.get(key, again), again)
    return days


def _cases_of(proposals: list[ErasureProposal]) -> set[UUID]:
    return {proposal.case_id for proposal in proposals}


def _tell_leaders(actor: Actor, units: set[UUID], today: date) -> None:
    leaders = Member.objects.filter(
        ~waits_for_leader(),
        organisation_id=actor.organisation_id,
        role=Role.LEADER,
        until=None,
    )
    for leader in leaders if units else ():
        if leader.unit_id is None or leader.unit_id in units:
            notify(leader.pk, "retention-proposed", f"retention-proposed:{today}")


def _led(actor: Actor, case_id: UUID) -> Case:
    case = get_own_case(actor, case_id)
    if actor.role != Role.LEADER:
        raise NotFound("case", case_id)
    return case


def _hers(actor: Actor) -> Q:
    """Cases whose erasure is hers to decide."""
    mine = Q(owner_id=actor.member_id)
    led = Q(unit_id__in=list_led_unit_ids()) if actor.role == Role.LEADER else Q(pk=None)
    return (mine | led) & Q(erased_at=None)


def _in_words(actor: Actor, row: ErasureProposal, case: Case) -> ProposalEntry:
    rule: Retention | None = current_pack().ruleset.retention.get(row.rule)
    return ProposalEntry(
        row,
        case,
        localized(rule.name) if rule else _("The person asked for it"),
        localized(rule.text) if rule else "",
        row.first_by.name if row.first_by else "",
        row.first_by_id == actor.member_id,
    )
