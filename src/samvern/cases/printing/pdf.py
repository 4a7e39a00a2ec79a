# SPDX-License-Identifier: EUPL-1.2
"""The PDF: PDF/A-2a for the archive and PDF/UA-1 for those who listen, in one file.

Nothing is written to disk, and the paper is kept nowhere.
"""

from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.dates import format_datetime
from samvern.access.errors import ReauthenticationRequired, Rejected
from samvern.access.quotas import consume_quota
from samvern.access.unit_of_work import log_act
from samvern.cases.core.models import Case
from samvern.cases.printing.screening import Screen, describe_hidden, read_claims
from samvern.cases.printing.sections import ONE_PAGE, WHOLE
from samvern.cases.printing.source import PrintSection, gather_source
from samvern.cases.timeline import read_timeline
from samvern.typesetting import typeset

TEMPLATE = Path(__file__).parent / "case.typ"
PAGE, CASE = "page", "case"
ROWS_ON_A_PAGE = 5
LINES_OF_TIME = 500


def print_case(
    *, actor: Actor, case: Case, scope: str = PAGE, reason: str = "", now: datetime | None = None
) -> bytes:
    """One page (``page``) or all (``case``) of a case that was already reached, as a PDF.

    Screened, unless a ``reason`` to show names and numbers is given after a fresh sign-in. A
    protected address is on no paper at all.

    Raises:
        ReauthenticationRequired: names were asked for on an old sign-in.
        RateLimited: the actor has printed more than her work should need.
    """
    if reason and not actor.is_fresh:
        raise ReauthenticationRequired
    if scope not in (PAGE, CASE):
        raise Rejected(_("Choose one page or the whole case."))
    consume_quota("print", about=case.pk)
    content = _content(actor, case, scope, bool(reason), now or timezone.now())
    log_act("case.print", case=case.pk, scope=scope, screened=not reason, reason=reason)
    return compile_pdf(content)


def _content(actor: Actor, case: Case, scope: str, shown: bool, now: datetime) -> dict[str, Any]:
    claims = read_claims(case)
    screen = Screen(claims, off=shown)
    standing = [said for said in claims if not said.ended]
    paper = gather_source(actor, case, standing, screen, ROWS_ON_A_PAGE if scope == PAGE else None)
    parts = [part for make in (ONE_PAGE if scope == PAGE else WHOLE) if (part := make(paper))]
    timeline = _timeline(case, screen) if scope == CASE else []
    here = timezone.localtime(now)
    reader = _("Printed by %(name)s, %(organisation)s, %(at)s")
    return {
        "language": (translation.get_language() or "nb").partition("-")[0],
        "scope": scope,
        "date": [here.year, here.month, here.day],
        "title": _("Case %(reference)s") % {"reference": case.reference},
        "status": case.get_kind_display(),
        "reader": reader
        % {"name": actor.name, "organisation": actor.organisation, "at": format_datetime(now)},
        "notice": _notice(screen),
        "foot": f"Samvern · {case.reference}",
        "labels": {"page": _("Page"), "timeline": _("Who decided what")},
        "parts": [lay_out_section(part) for part in parts],
        "timeline_head": [_("When"), _("What"), _("Who"), _("Rule")],
        "timeline": timeline,
    }


def _notice(screen: Screen) -> str:
    if screen.off:
        return _(
            "This paper holds names and numbers. It is confidential: keep it locked away, and shred"
            " it when you no longer need it."
        )
    screened = _(
        "Screened: names are initials, and numbers and addresses are left out. What people have"
        " written can still tell who it is about. Keep the paper locked away."
    )
    return " ".join((screened, *describe_hidden(screen)))


def lay_out_section(part: PrintSection) -> dict[str, Any]:
    """A part with its columns as wide as what stands in them."""
    columns = len(part.head) or 2
    longest = [
        max((min(len(row[column]), 60) for row in [part.head, *part.rows] if row), default=1)
        for column in range(columns)
    ]
    return {
        "title": part.title,
        "head": part.head,
        "rows": part.rows,
        "texts": part.texts,
        "widths": [max(round(width**0.6, 1), 4) for width in longest],
    }


def _timeline(case: Case, screen: Screen) -> list[list[str]]:
    found = read_timeline(case=case, limit=LINES_OF_TIME)
    return [
        [
            format_datetime(entry.at),
            screen(". ".join(filter(None, (entry.what, entry.tag, entry.text)))),
            entry.who,
            entry.rule or "–",
        ]
        for entry in reversed(found.entries)
    ]


def compile_pdf(content: dict[str, Any], template: Path = TEMPLATE) -> bytes:
    """The PDF of what ``case.typ``, or another template, asks for."""
    return typeset(template, content, told=("notice", _in_latin()))


def _in_latin() -> str:
    return _(
        "Words in a script this paper’s typeface does not have are written in Latin letters. How"
        " they are spelled there stands in the case."
    )
