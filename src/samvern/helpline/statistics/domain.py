# SPDX-License-Identifier: EUPL-1.2
"""Figures of a year: what the helpline was asked, and what the desks answered.

Only rows the actor may see are counted, only whole calendar years are offered (two periods that
overlap could be subtracted), and small counts are hidden.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.unit_of_work import log_read
from samvern.cases.core.pack import current_pack
from samvern.cases.notices.reminder_clock import working_days_between
from samvern.helpline.choices import About, AdviceTopic, Caller, Channel, NextStep
from samvern.helpline.enquiries.models import Enquiry
from samvern.helpline.languages import language_choices
from samvern.helpline.questions.models import AdviceQuestion, AdviceQuestionStep
from samvern.helpline.statistics.suppression import CountTable, median_of, suppress_small_counts
from samvern.helpline.workflow import QUESTION


def years_of_contacts() -> list[int]:
    """Years in which somebody got in touch, the newest first."""
    return _years(Enquiry.objects.dates("at", "year"))


def years_of_questions() -> list[int]:
    """Years in which something was asked, the newest first."""
    return _years(AdviceQuestion.objects.dates("created_at", "year"))


def contact_figures(*, actor: Actor, year: int) -> list[CountTable]:
    """Contacts of one year in the units the actor works in or leads."""
    rows = list(
        Enquiry.objects.filter(at__year=year).values_list(
            "at", "about", "caller", "channel", "language", "next_step"
        )
    )
    log_read("contacts.figures", year=year)
    told = _("Contacts logged in %(year)s by the units you work in or lead, one for each time"
             " somebody got in touch, repeat callers included.") % {"year": year}  # fmt: skip
    languages = {"": _("Not known"), **dict(language_choices())}
    columns: tuple[tuple[str, Any, Any, Mapping[str, Any], Iterable[str]], ...] = (
        ("month", _("By month"), _("Month"), _months(year), (_month(r[0]) for r in rows)),
        ("about", _("By what it was about"), _("About"), _named(About), (r[1] for r in rows)),
        ("caller", _("By who got in touch"), _("Who"), _named(Caller), (r[2] for r in rows)),
        ("channel", _("By channel"), _("Channel"), _named(Channel), (r[3] for r in rows)),
        ("language", _("By language"), _("Language"), languages,
         (r[4] for r in rows)),
        ("next", _("By next step"), _("Next step"), _named(NextStep), (r[5] for r in rows)),
    )  # fmt: skip
    return [_figure(name, title, told, head, labels, keys)
            for name, title, head, labels, keys in columns]  # fmt: skip


def question_figures(*, actor: Actor, year: int) -> list[CountTable]:
    """Questions of one year that the actor's side or her desks have had."""
    rows = list(
        AdviceQuestion.objects.filter(created_at__year=year).values_list(
            "created_at", "topic", "state", "desk__name", "about_child"
        )
    )
    log_read("guidance.figures", year=year)
    told = _("Questions sent in %(year)s that you may see: those your side has asked and those"
             " your desk has received, withdrawn ones included.") % {"year": year}  # fmt: skip
    desks = {row[3]: row[3] for row in sorted(rows, key=lambda row: row[3])}
    child = {"True": _("About a child"), "False": _("Not about a child")}
    columns: tuple[tuple[str, Any, Any, Mapping[str, Any], Iterable[str]], ...] = (
        ("month", _("By month"), _("Month"), _months(year), (_month(r[0]) for r in rows)),
        ("topic", _("By topic"), _("Topic"), _named(AdviceTopic), (r[1] for r in rows)),
        ("state", _("By state"), _("State"), QUESTION.states, (r[2] for r in rows)),
        ("desk", _("By desk"), _("Desk"), desks, (r[3] for r in rows)),
        ("child", _("Children"), _("About"), child, (str(r[4]) for r in rows)),
    )
    return [
        _figure(name, title, told, head, labels, keys)
        for name, title, head, labels, keys in columns
    ]


def answer_time(year: int) -> float | None:
    """The median of working days from a question to its first answer; None for fewer than five."""
    first: dict[Any, tuple[Any, Any]] = {}
    steps = AdviceQuestionStep.objects.filter(move="answer", of__created_at__year=year)
    rows = steps.order_by("created_at").values_list("of_id", "of__created_at", "created_at")
    for id, asked, answered in rows:
        first.setdefault(id, (asked, answered))
    return median_of(
        [
            working_days_between(
                timezone.localdate(asked),
                timezone.localdate(answered),
                current_pack().ruleset.holidays,
            )
            for asked, answered in first.values()
        ]
    )


def _figure(
    name: str, title: Any, says: Any, head: Any, labels: Mapping[str, Any], keys: Iterable[str]
) -> CountTable:
    counted = Counter(keys)
    cells, total = suppress_small_counts({key: counted[key] for key in labels})
    shown = [cell for cell in cells if name == "month" or cell.shown != 0]
    return CountTable(name, title, says, head, shown, total, labels)


def _years(found: Iterable[date]) -> list[int]:
    return sorted({day.year for day in found} | {timezone.localdate().year}, reverse=True)


def _months(year: int) -> dict[str, str]:
    return {f"{month:02}": date_format(date(year, month, 1), "F") for month in _so_far(year)}


def _so_far(year: int) -> range:
    """The months of a year that have begun."""
    today = timezone.localdate()
    return range(1, today.month + 1 if year == today.year else 13)


def _month(at: Any) -> str:
    return f"{timezone.localdate(at).month:02}"


def _named(choices: Any) -> dict[str, Any]:
    return {each.value: each.label for each in choices}
