# SPDX-License-Identifier: EUPL-1.2
"""Telling those at the table, and until when a conference lasts."""

from datetime import datetime, timedelta

from samvern.access.gate import fetch_value
from samvern.coordination.conferences.models import Conference


def notify_participants(conference: Conference, what: str) -> int:
    """Tell those at the table, wherever they work; how many that were."""
    told: int = fetch_value("tell_seats", conference.pk, what)
    return told


def ends_at(conference: Conference) -> datetime:
    """When it is over."""
    return conference.starts_at + timedelta(minutes=conference.lasts)
