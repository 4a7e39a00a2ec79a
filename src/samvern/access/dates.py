# SPDX-License-Identifier: EUPL-1.2
"""Days and hours in words, as they are in Norway."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def local_date(day: date | datetime) -> date:
    """The day in Norway."""
    if isinstance(day, datetime):
        return timezone.localtime(day).date() if timezone.is_aware(day) else day.date()
    return day


def format_date(day: date | datetime) -> str:
    """The day with the month's name: 17. mai 2026, or 17 May 2026."""
    return date_format(local_date(day), _("j F Y"))


def format_datetime(at: datetime) -> str:
    """Day and hour in Norway: 17. mai 2026 kl. 14.05."""
    here = timezone.localtime(at) if timezone.is_aware(at) else at
    return date_format(here, _("j F Y \\a\\t H:i"))


def format_days_left(day: date | datetime) -> str:
    """How far a day is from today: today, tomorrow, in 3 days, 2 days ago."""
    left = (local_date(day) - timezone.localdate()).days
    near = {0: _("today"), 1: _("tomorrow"), -1: _("yesterday")}
    if left in near:
        return near[left]
    if left > 0:
        return ngettext("in %(n)d day", "in %(n)d days", left) % {"n": left}
    return ngettext("%(n)d day ago", "%(n)d days ago", -left) % {"n": -left}


def format_waiting_time(since: date | datetime) -> str:
    """How long it has been: since today, since yesterday, for 12 days."""
    passed = (timezone.localdate() - local_date(since)).days
    near = {0: _("since today"), 1: _("since yesterday")}
    if passed in near:
        return near[passed]
    return ngettext("for %(n)d day", "for %(n)d days", passed) % {"n": passed}


def format_short_date(day: date | datetime) -> str:
    """The day in digits, as tables and paper have it: 17.05.2026, or 17 May 2026."""
    return date_format(local_date(day), _("j M Y"))
