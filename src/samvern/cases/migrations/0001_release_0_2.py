# SPDX-License-Identifier: EUPL-1.2
"""The tables of this room in 0.2.0, in the order in which they name each other."""

from django.db import migrations

from samvern.cases.migrations.release_0_2 import (
    ages,
    assessments,
    assistance,
    calendar_feeds,
    consents,
    core,
    deadlines,
    documents,
    drafts,
    facts,
    handover,
    notes,
    notices,
    opening,
    persons,
    plan,
    retention,
    risks,
    tasks,
)


class Migration(migrations.Migration):
    replaces = [("cases", "0001_assessments")]

    initial = True

    dependencies = [
        ("access", "0001_release_0_2"),
    ]

    operations = [
        *core.OPERATIONS,
        *ages.OPERATIONS,
        *assessments.OPERATIONS,
        *assistance.OPERATIONS,
        *calendar_feeds.OPERATIONS,
        *consents.OPERATIONS,
        *deadlines.OPERATIONS,
        *documents.OPERATIONS,
        *drafts.OPERATIONS,
        *facts.OPERATIONS,
        *handover.OPERATIONS,
        *notes.OPERATIONS,
        *notices.OPERATIONS,
        *opening.OPERATIONS,
        *persons.OPERATIONS,
        *plan.OPERATIONS,
        *retention.OPERATIONS,
        *risks.OPERATIONS,
        *tasks.OPERATIONS,
    ]
