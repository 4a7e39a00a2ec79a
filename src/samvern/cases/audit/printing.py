# SPDX-License-Identifier: EUPL-1.2
"""Who has looked at a case, on paper: what a person is given who asks who has read about her."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.dates import format_datetime
from samvern.cases.core.models import Case
from samvern.cases.printing.pdf import CASE, compile_pdf, lay_out_section
from samvern.cases.printing.source import PrintSection


def print_access_log(
    *,
    actor: Actor,
    case: Case,
    head: list[str],
    rows: list[list[str]],
    language: str,
    now: datetime | None = None,
) -> bytes:
    """The lines given, as PDF/A and PDF/UA. It names who looked, and nothing of what they saw."""
    at = now or timezone.now()
    here = timezone.localtime(at)
    names = {"name": actor.name, "organisation": actor.organisation, "at": format_datetime(at)}
    return compile_pdf(
        {
            "language": language.partition("-")[0],
            "scope": CASE,
            "date": [here.year, here.month, here.day],
            "title": _("Who has looked at case %(reference)s") % {"reference": case.reference},
            "status": case.organisation.name,
            "reader": _("Printed by %(name)s, %(organisation)s, %(at)s") % names,
            "notice": _(
                "Each time somebody opened the case, read in it or changed it, as the trail holds"
                " it. The trail cannot be changed by those whose acts it tells."
            ),
            "foot": f"Samvern · {case.reference}",
            "labels": {"page": _("Page"), "timeline": ""},
            "parts": [
                lay_out_section(PrintSection(_("Who looked, and what was done"), head, rows))
            ],
            "timeline_head": [],
            "timeline": [],
        }
    )
