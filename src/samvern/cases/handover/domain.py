# SPDX-License-Identifier: EUPL-1.2
"""A case from one owner to another: offered and taken, or moved by a leader.

Whoever is offered a case is put on its team, so that she can read it before she answers; if she
declines, or the offer is recalled, she is taken off again.
"""

from collections.abc import Mapping
from uuid import UUID, uuid4

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.errors import NotFound, Rejected
from samvern.access.models import Member, TeamMember
from samvern.access.roles import Role
from samvern.access.unit_of_work import log_act, log_read
from samvern.cases.closing.open_items import transfer_kept_items
from samvern.cases.core.models import Aftercare, Case
from samvern.cases.core.permissions import is_blocked, leads_case_unit, require_open_case
from samvern.cases.core.selectors import get_colleague
from samvern.cases.deadlines.models import Deadline
from samvern.cases.handover.models import Handover
from samvern.cases.notices.domain import notify
from samvern.cases.plan.models import Action
from samvern.cases.tasks.models import Task
from samvern.identity.sealing import open_field, set_sealed

State = Handover.State
ACTS = {
    State.TAKEN: "handover.take",
    State.DECLINED: "handover.decline",
    State.RECALLED: "handover.recall",
}


def find_offer(case: Case) -> Handover | None:
    """The offer that waits for an answer."""
    waiting = Handover.objects.filter(case=case, state=State.OFFERED)
    return waiting.select_related("giver", "taker").first()


def list_handovers(case: Case) -> list[Handover]:
    """All there were, the newest first."""
    return list(Handover.objects.filter(case=case).select_related("giver", "taker"))


def read_handover_words(handover: Handover) -> str:
    """What the giver wrote to the taker."""
    return open_field(handover, "words")


def offer_case(*, actor: Actor, case: Case, taker_id: UUID, words: str) -> Handover:
    """Ask a colleague to take over a case.

    Raises:
        NotFound: the actor neither owns the case nor leads its unit.
        Rejected: it is closed or offered already, or the colleague cannot have it.
    """
    _must_give(actor, case)
    require_open_case(case, _("The case is closed. Open it again before you hand it over."))
    if find_offer(case):
        raise Rejected(_("The case is offered already. Recall the offer first."))
    taker = _possible_taker(actor, case, taker_id)
    made = _write(actor, case, taker, words, State.OFFERED)
    _put_on(actor, case, taker)
    notify(taker.pk, "handover-offered", f"handover-offered:{made.pk}", case_id=case.pk)
    log_act("handover.offer", case=case.pk, object=made.pk, taker=taker.pk)
    return made


def take_case(*, actor: Actor, case: Case, handover: Handover) -> None:
    """Become the owner of a case one was offered.

    Raises:
        NotFound: the offer is for somebody else, or waits no more.
    """
    _answer(actor, handover, State.TAKEN, by=handover.taker_id)
    _move(actor, case, Member.objects.get(pk=handover.taker_id))
    _tell_giver(actor, handover, "handover-taken")


def decline_case(*, actor: Actor, case: Case, handover: Handover) -> None:
    """Say no; the case is closed to the one who was asked, from the next statement.

    Raises:
        NotFound: the offer is for somebody else, or waits no more.
    """
    _answer(actor, handover, State.DECLINED, by=handover.taker_id)
    _tell_giver(actor, handover, "handover-declined")
    _take_off(handover)


def recall_offer(*, actor: Actor, case: Case, handover: Handover) -> None:
    """Take an offer back.

    Raises:
        NotFound: the actor did not make it and does not lead the unit, or it waits no more.
    """
    by = actor.member_id if leads_case_unit(actor, case) else handover.giver_id
    _answer(actor, handover, State.RECALLED, by=by)
    _take_off(handover)


def reassign_case(*, actor: Actor, case: Case, taker_id: UUID, words: str) -> Handover:
    """Give a case a new owner at once, as the leader of its unit.

    Raises:
        NotFound: the actor does not lead the unit.
        Rejected: the new owner cannot have it.
    """
    if not leads_case_unit(actor, case):
        raise NotFound("case", case.pk)
    taker = _possible_taker(actor, case, taker_id)
    if actor.unit_id not in (None, taker.unit_id):
        raise Rejected(
            _("%(name)s is in another unit. Offer the case instead.") % {"name": taker.name}
        )
    waiting = Handover.objects.filter(case=case, state=State.OFFERED)
    waiting.update(state=State.RECALLED, answered_at=timezone.now())
    made = _write(actor, case, taker, words, State.TAKEN)
    _put_on(actor, case, taker)
    _move(actor, case, taker)
    notify(taker.pk, "handover-taken", f"handover-taken:{made.pk}", case_id=case.pk)
    log_act("handover.reassign", case=case.pk, object=made.pk, taker=taker.pk)
    return made


def list_cases_to_hand_over(actor: Actor, member_id: UUID) -> list[Case]:
    """Cases that must be handed over if a member leaves, of those the leader sees: open ones she
    owns, and for her leader closed ones in which she answers for something that goes on.

    Raises:
        NotFound: the actor is no leader and it is not herself.
    """
    if actor.role != Role.LEADER and member_id != actor.member_id:
        raise NotFound("member", member_id)
    hers = Q(owner_id=member_id, state=Case.State.OPEN)
    if actor.role == Role.LEADER:
        kept = Aftercare.objects.filter(member_id=member_id, ended_at=None)
        hers |= Q(pk__in=kept.values("case_id"))
    rows = Case.objects.filter(hers, erased_at=None)
    found = list(rows.select_related("unit").order_by("reference"))
    log_read("handover.leaving", object=member_id, rows=len(found))
    return found


def hand_over_all(*, actor: Actor, leaver_id: UUID, takers: Mapping[UUID, UUID], words: str) -> int:
    """Give each of a leaver's cases the new owner chosen for it; how many there were.

    A leader moves them at once, and takes the leaver off every other team the leader can see.
    Somebody who hands over her own offers them.

    Raises:
        NotFound: the actor leads none of it.
        Rejected: a new owner cannot have a case; then none is moved.
    """
    cases = {case.pk: case for case in list_cases_to_hand_over(actor, leaver_id)}
    for case_id, taker_id in takers.items():
        if case_id not in cases:
            raise NotFound("case", case_id)
        case = cases[case_id]
        if case.owner_id != leaver_id:  # she answers for something in it, and it is not hers
            transfer_kept_items(actor=actor, case=case, giver_id=leaver_id, taker_id=taker_id)
            continue
        give = reassign_case if actor.role == Role.LEADER else offer_case
        give(actor=actor, case=case, taker_id=taker_id, words=words)
    if actor.role == Role.LEADER:
        _leave_teams(leaver_id)
    log_act("handover.leave", object=leaver_id, cases=len(takers))
    return len(takers)


def _leave_teams(leaver_id: UUID) -> None:
    ended = TeamMember.objects.filter(member_id=leaver_id, ended_at=None, is_owner=False)
    ended.update(ended_at=timezone.now())


def _must_give(actor: Actor, case: Case) -> None:
    if case.owner_id != actor.member_id and not leads_case_unit(actor, case):
        raise NotFound("case", case.pk)


def _possible_taker(actor: Actor, case: Case, taker_id: UUID) -> Member:
    taker = get_colleague(actor, taker_id)
    if taker.pk == case.owner_id:
        raise Rejected(_("%(name)s has the case already.") % {"name": taker.name})
    if is_blocked(case, taker.pk):
        raise Rejected(_("%(name)s must never see this case.") % {"name": taker.name})
    if taker.unit_id is None:
        raise Rejected(_("%(name)s belongs to no unit. Choose another.") % {"name": taker.name})
    return taker


def _write(actor: Actor, case: Case, taker: Member, words: str, state: str) -> Handover:
    handover = Handover(
        id=uuid4(),
        case=case,
        created_by_id=actor.member_id,
        giver_id=case.owner_id,
        taker=taker,
        state=state,
        answered_at=timezone.now() if state == State.TAKEN else None,
    )
    set_sealed(handover, words=words)
    handover.save(force_insert=True)
    return handover


def _on_team(case_id: UUID, member_id: UUID) -> QuerySet[TeamMember]:
    return TeamMember.objects.filter(case_id=case_id, member_id=member_id, ended_at=None)


def _put_on(actor: Actor, case: Case, taker: Member) -> None:
    if not _on_team(case.pk, taker.pk).exists():
        TeamMember(case_id=case.pk, member=taker, added_by_id=actor.member_id).save(
            force_insert=True
        )


def _take_off(handover: Handover) -> None:
    """Off the team again, if it was the offer that put her on it."""
    row = _on_team(handover.case_id, handover.taker_id).filter(is_owner=False)
    row.filter(created_at__gte=handover.created_at).update(ended_at=timezone.now())


def _answer(actor: Actor, handover: Handover, state: State, *, by: UUID) -> None:
    if by != actor.member_id:
        raise NotFound("handover", handover.pk)
    waiting = Handover.objects.filter(pk=handover.pk, state=State.OFFERED)
    if not waiting.update(state=state, answered_at=timezone.now()):
        raise NotFound("handover", handover.pk)
    log_act(ACTS[state], case=handover.case_id, object=handover.pk)


def _move(actor: Actor, case: Case, taker: Member) -> None:
    """Make the taker the owner, with the unit, the running deadlines and the open tasks."""
    giver_id = case.owner_id
    now = timezone.now()
    old = TeamMember.objects.filter(case_id=case.pk, is_owner=True, ended_at=None)
    old.update(is_owner=False, ended_at=now)
    Case.objects.filter(pk=case.pk).update(owner_id=taker.pk, unit_id=taker.unit_id)
    _on_team(case.pk, taker.pk).update(is_owner=True)  # the database asks whose the case is
    theirs = {"case_id": case.pk, "owner_id": giver_id}
    Deadline.objects.filter(**theirs, state=Deadline.State.RUNNING).update(owner_id=taker.pk)
    for model in (Task, Action):
        model.objects.filter(**theirs, done_at=None, ended_at=None).update(owner_id=taker.pk)
    transfer_kept_items(actor=actor, case=case, giver_id=giver_id, taker_id=taker.pk)


def _tell_giver(actor: Actor, handover: Handover, kind: str) -> None:
    if handover.giver_id != actor.member_id:
        notify(handover.giver_id, kind, f"{kind}:{handover.pk}", case_id=handover.case_id)
