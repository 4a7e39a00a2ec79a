# SPDX-License-Identifier: EUPL-1.2
"""Telling those at the table, and until when a conference lasts."""

from datetime import datetime, timedelta

from django.db import connection

from samvern.coordination.conferences.models import Conference


def notify_participants(conference: Conference, what: str) -> int:
    """Tell those at the table, wherever they work; how many that were."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT gate.tell_seats(%s, %s)", [conference.pk, what])
        told: int = cursor.fetchone()[0]
    return told


def ends_at(conference: Conference) -> datetime:
    """When it is over."""
    return conference.starts_at + timedelta(minutes=conference.lasts)
