# SPDX-License-Identifier: EUPL-1.2
"""Addresses of case conferences."""

from django.urls import path

from samvern.coordination.conferences.views.conferences import (
    conference,
    conference_ics,
    conference_new,
    conference_step,
    conference_time,
    conferences,
)
from samvern.coordination.conferences.views.minutes import (
    conference_answer,
    conference_item,
    conference_minutes,
    conference_plan,
)
from samvern.coordination.conferences.views.participants import (
    conference_invite,
    conference_participant,
    conference_share,
)

CASE = "cases/<uuid:case_id>/conferences"
ONE = f"{CASE}/<uuid:conference_id>"

MINUTES_PAGES = [
    path(f"{ONE}/plan", conference_plan, name="conference_plan"),
    path(f"{ONE}/plan/<uuid:item_id>", conference_item, name="conference_item"),
    path(f"{ONE}/minutes/answer", conference_answer, name="conference_answer"),
    path(f"{ONE}/minutes/<slug:kind>", conference_minutes, name="conference_minutes"),
]

CONFERENCE_PAGES = [
    path(f"{CASE}/", conferences, name="conferences"),
    path(f"{CASE}/new", conference_new, name="conference_new"),
    path(ONE, conference, name="conference"),
    path(f"{ONE}/time", conference_time, name="conference_time"),
    path(f"{ONE}/step", conference_step, name="conference_step"),
    path(f"{ONE}/calendar.ics", conference_ics, name="conference_ics"),
]

PARTICIPANT_PAGES = [
    path(f"{ONE}/invite", conference_invite, name="conference_invite"),
    path(f"{ONE}/share", conference_share, name="conference_share"),
    path(
        f"{ONE}/seats/<uuid:participant_id>", conference_participant, name="conference_participant"
    ),
]

urlpatterns = [*CONFERENCE_PAGES, *PARTICIPANT_PAGES, *MINUTES_PAGES]
