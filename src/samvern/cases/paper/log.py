# SPDX-License-Identifier: EUPL-1.2
"""Who has looked at a case, on paper: what a person is given who asks who has read about her."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.days import moment_name
from samvern.cases.models import Case
from samvern.cases.paper.gathering import Part
from samvern.cases.paper.making import CASE, compile_paper, lay_out


def print_log(
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
    names = {"name": actor.name, "organisation": actor.organisation, "at": moment_name(at)}
    return compile_paper(
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
            "parts": [lay_out(Part(_("Who looked, and what was done"), head, rows))],
            "timeline_head": [],
            "timeline": [],
        }
    )
