# SPDX-License-Identifier: EUPL-1.2
"""The administrator's page of jobs that failed in her organisation: names and ids, never a case."""

from collections.abc import Sequence
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext_lazy as _

from samvern.access.actor import Actor, Request
from samvern.access.decorators import workspace_view
from samvern.access.errors import NotFound
from samvern.access.models import Member
from samvern.access.roles import Role
from samvern.access.unit_of_work import log_act, log_read
from samvern.referrals.core.reminders import has_coordinator
from samvern.web.jobs.failures import FailedJob, list_failures, retry_failure
from samvern.web.jobs.service_members import list_service_members

JOB_LABELS = {
    "remind": _("Reminders and escalations of deadlines"),
    "recount": _("Deadlines counted anew"),
    "remind-bars": _("People shut out of a case: reminders to look again"),
    "retain": _("Proposals for deletion"),
    "scan": _("Documents scanned for malware"),
    "letters": _("Letters about new messages"),
    "webhooks": _("Webhooks"),
    "refer": _("Referrals: reminders, escalation and expiry"),
    "links": _("Links to receivers outside"),
    "rooms": _("Places: reminders, expiry and the waiting list"),
    "remind-questions": _("Guidance: reminders and escalation"),
    "reach-others": _("Questions on their way to other organisations"),
    "forget-contacts": _("Contacts to the helpline forgotten in time"),
}
"""Rounds in words; one that has none shows its name."""


@workspace_view({Role.ADMINISTRATOR})
def jobs_failed(request: Request) -> HttpResponseBase:
    """What failed, the latest first; and whether reminders reach anybody at the top."""
    found = _failures(request.actor)
    log_read("jobs.see", failed=len(found))
    rows = [
        {"job": each, "name": JOB_LABELS.get(each.round, each.round or each.task)} for each in found
    ]
    context = {"failures": rows, "coordinated": has_coordinator()}
    return render(request, "workspace/jobs_failed.html", context)


@workspace_view({Role.ADMINISTRATOR}, methods=("POST",))
def job_retry(request: Request, number: int) -> HttpResponseBase:
    """Try one of them again."""
    if number not in {each.id for each in _failures(request.actor)}:
        raise NotFound("job")
    queued = retry_failure(number)
    log_act("jobs.retry", number=number, queued=queued)
    return redirect("workspace:jobs_failed")


def _failures(actor: Actor) -> Sequence[FailedJob]:
    return list_failures(_services(actor))


def _services(actor: Actor) -> list[UUID]:
    """The member jobs act as in the actor's organisation; her wall shows no other."""
    mine = Member.objects.filter(
        pk__in=list_service_members(), organisation_id=actor.organisation_id
    )
    return list(mine.values_list("pk", flat=True))


urlpatterns = [
    path("administrator/jobs/", jobs_failed, name="jobs_failed"),
    path("administrator/jobs/<int:number>/retry", job_retry, name="job_retry"),
]
