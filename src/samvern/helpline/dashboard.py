# SPDX-License-Identifier: EUPL-1.2
"""What of the helpline and the desks waits for the actor, and for others: lines of the bench."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.cases.dashboard.domain import READ_AT_MOST, DashboardEntry
from samvern.helpline.advice.models import Advice
from samvern.helpline.desks.domain import own_desks
from samvern.helpline.enquiries.models import Callback
from samvern.helpline.questions.models import AdviceQuestion
from samvern.helpline.workflow import ANSWERED, DUE, MORE_ASKED, WITH_DESK, WRITTEN

AHEAD = timedelta(hours=12)
"""How long before its hour a callback is on the workbench."""


def waiting_for_me(actor: Actor) -> list[DashboardEntry]:
    """Calls that are owed soon, questions at her desk, drafts to read, and what a desk asks."""
    return [*_calls(actor), *_at_desk(), *_drafts(actor), *_asked_back(actor)]


def waiting_for_others(actor: Actor) -> list[DashboardEntry]:
    """Questions of the actor's that a desk has not answered."""
    rows = AdviceQuestion.objects.filter(created_by_id=actor.member_id, state__in=WITH_DESK)
    return [
        _line(row, _("Answer from a desk"), row.desk.name)
        for row in rows.select_related("desk").order_by("due_on")[:READ_AT_MOST]
    ]


def _calls(actor: Actor) -> list[DashboardEntry]:
    if actor.unit_id is None:
        return []
    soon = Callback.objects.filter(
        state=DUE, unit_id=actor.unit_id, due_at__lt=timezone.now() + AHEAD
    )
    return [
        DashboardEntry(
            _("Call back"), "callback", None, due=row.due_at, thing=("callback_id", row.pk)
        )
        for row in soon.order_by("due_at")[:READ_AT_MOST]
    ]


def _at_desk() -> list[DashboardEntry]:
    if not own_desks():
        return []
    rows = AdviceQuestion.objects.filter(desk_id__in=own_desks(), state__in=WITH_DESK)
    return [
        _line(row, _("Answer a question"), row.organisation.name)
        for row in rows.select_related("organisation").order_by("due_on")[:READ_AT_MOST]
    ]


def _drafts(actor: Actor) -> list[DashboardEntry]:
    if not own_desks():
        return []
    rows = Advice.objects.filter(desk_id__in=own_desks(), state=WRITTEN)
    mine = rows.exclude(created_by_id=actor.member_id).order_by("state_since")[:READ_AT_MOST]
    text = _("Read and approve an advice")
    return [
        DashboardEntry(text, "advice", None, since=row.state_since, thing=("advice_id", row.pk))
        for row in mine
    ]


def _asked_back(actor: Actor) -> list[DashboardEntry]:
    rows = AdviceQuestion.objects.filter(
        created_by_id=actor.member_id, state__in=(MORE_ASKED, ANSWERED)
    ).select_related("desk")
    told = {MORE_ASKED: _("A desk asks you for more"), ANSWERED: _("A desk has answered you")}
    return [
        DashboardEntry(told[row.state], "question", None, since=row.state_since, who=row.desk.name,
             thing=("question_id", row.pk))
        for row in rows.order_by("state_since")[:READ_AT_MOST]
    ]  # fmt: skip


def _line(row: AdviceQuestion, text: str, who: str) -> DashboardEntry:
    return DashboardEntry(
        text, "question", None, due=row.due_on, since=row.created_at, who=who,
        thing=("question_id", row.pk),
    )  # fmt: skip
