# SPDX-License-Identifier: EUPL-1.2
"""Tags of the workspace's templates: menus, tags for steps and states, days, drafts."""

from datetime import date, datetime
from typing import Any

from django import template
from django.conf import settings
from django.http import QueryDict
from django.template.context import RequestContext
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access import dates
from samvern.cases.core import pack
from samvern.guide import contacts
from samvern.law.phones import dialled
from samvern.web import navigation

ASSESSMENT_TAGS: dict[str, tuple[str, Any]] = {
    "possible": ("info", lazy("Possible victim")),
    "presumed": ("warning", lazy("Presumed victim")),
    "verified": ("success", lazy("Verified")),
    "not_verified": ("neutral", lazy("Not verified")),
    "withdrawn": ("neutral", lazy("Assessment withdrawn")),
}
"""Colour and name of each step. Not verified is no alarm: help does not depend on it."""
CASE_STATE_TAGS: dict[str, tuple[str, Any]] = {
    "open": ("accent", lazy("Open case")),
    "closed": ("neutral", lazy("Closed case")),
    "held": ("warning", lazy("Legal hold")),
}

register = template.Library()
IDLE, WARN = 15 * 60, 2 * 60
"""Seconds after which a session ends by itself, and before that when it is said."""
MOST_CALLS = 6
"""So many numbers are in view on every desk; the others are a press away."""


@register.simple_tag(takes_context=True)
def workspace_menu(context: RequestContext) -> list[navigation.MenuEntry]:
    """The main menu for whoever is signed in; nothing for nobody."""
    request = context["request"]
    actor = getattr(request, "actor", None)
    return navigation.main_menu(str(actor.role), _present(context)) if actor else []


@register.simple_tag(takes_context=True)
def case_sections(context: RequestContext) -> dict[str, Any]:
    """The parts of the case in ``case``, and the name of the present one."""
    present = context.get("section") or _present(context)
    entries = navigation.case_menu(context["case"].pk, present, context["head"].readable)
    current = next((entry.name for entry in entries if entry.current), _("Choose"))
    return {"entries": entries, "current": current}


@register.simple_tag
def address(*pages: str) -> str:
    """The address of the first of ``pages`` that there is, else nothing."""
    return next((url for page in pages if (url := navigation.page_url(page))), "")


@register.simple_tag
def emergency_numbers() -> dict[str, Any]:
    """Whom to call in danger, at any hour: the first few, and the others."""
    found = contacts.day_and_night(get_language() or "")
    return {"first": found[:MOST_CALLS], "also": found[MOST_CALLS:]}


@register.simple_tag
def ring(phone: str, name: str = "") -> SafeString:
    """A number to be tapped, after the name of who answers; nothing without a number."""
    if not phone:
        return mark_safe("")
    link = format_html('<a class="ds-link tel" href="tel:{}">{}</a>', dialled(phone), phone)
    return format_html("{} {}", name, link) if name else link


@register.simple_tag
def demonstration() -> bool:
    """Whether this is a demonstration, in which all people are made up."""
    return bool(settings.ENVIRONMENT.mode == "demo")


@register.simple_tag
def state_tag(state: str) -> SafeString:
    """A case's state as a tag."""
    return _tag(*CASE_STATE_TAGS.get(state, ("neutral", state)))


@register.simple_tag
def ladder_tag(step: str, authority: str = "") -> SafeString:
    """A step of the ladder as a tag, with the authority whose step it is."""
    color, name = ASSESSMENT_TAGS.get(step, ("neutral", step))
    return _tag(color, f"{authority}: {name}" if authority else name)


@register.simple_tag
def tag(text: Any, color: str = "neutral") -> SafeString:
    """A text as a tag in a colour."""
    return _tag(color, text)


@register.simple_tag
def day(value: date | datetime | None) -> str:
    """A day, readable by people and programs."""
    if value is None:
        return "–"
    when = dates.local_date(value)
    return format_html('<time datetime="{}">{}</time>', when.isoformat(), dates.format_date(when))


@register.filter
def without_code(value: str) -> str:
    """A provision as people read it."""
    return pack.strip_rule_code(value)


@register.filter
def moment(value: datetime | None) -> str:
    """Day and hour."""
    return dates.format_datetime(value) if value else "–"


@register.simple_tag
def days_left(value: date | datetime) -> str:
    """How far a day is from today."""
    return dates.format_days_left(value)


@register.simple_tag
def due(value: date | datetime) -> SafeString:
    """A last day, or hour where hours count, with how far it is."""
    if isinstance(value, datetime):
        return format_html("{}", dates.format_datetime(value))
    return format_html("{}, {}", day(value), dates.format_days_left(value))


@register.simple_tag
def waited(since: date | datetime) -> str:
    """How long something has waited."""
    return dates.format_waiting_time(since)


@register.simple_tag
def part_link(part: str, case_id: Any) -> str:
    """The address of a part of a case, or of a page that belongs to no case."""
    return (navigation.page_url(part, case_id=case_id) if case_id else "") or navigation.page_url(
        part
    )


@register.simple_tag
def line_link(line: Any) -> str:
    """The address of what a line on the desk is about."""
    if line.thing:
        return navigation.page_url(line.page, **{line.thing[0]: line.thing[1]})
    return part_link(line.page, line.case_id)


@register.simple_tag(takes_context=True)
def page_link(context: RequestContext, pager: Any, number: str) -> str:
    """The address of another page of the same list."""
    query: QueryDict = context["request"].GET.copy()
    query[pager.name] = number
    return f"?{query.urlencode()}"


@register.simple_tag
def draft_address(form: Any) -> str:
    """Where the form's draft is kept; nothing for a form without one."""
    return navigation.page_url("draft", key=form.draft) if getattr(form, "draft", "") else ""


@register.simple_tag
def draft_attributes(form: Any) -> SafeString:
    """What ``draft.js`` needs to keep what is typed; nothing for a form without a draft."""
    url = draft_address(form)
    if not url:
        return mark_safe("")
    texts = {
        "draft": url,
        "kept": _("Draft kept at"),
        "lost": _("No connection. What you have written is only here. Trying again."),
        "long": _("Too long to be kept as a draft. Save it now, or divide it in two."),
        "out": _("You are signed out. Sign in in another tab, and come back here."),
    }
    return format_html_join("", ' data-{}="{}"', texts.items())


@register.simple_tag
def session_clock() -> dict[str, Any]:
    """What ``session.js`` needs to warn before the session ends."""
    check = navigation.page_url("session")
    over = navigation.page_url("account_login") or navigation.page_url("home")
    leave = navigation.page_url("account_logout") or check
    known = {"check": check, "over": over, "leave": leave, "idle": IDLE, "warn": WARN}
    return known if check else {}


def _present(context: RequestContext) -> str:
    match = context["request"].resolver_match
    return str(match.url_name or "") if match else ""


def _tag(color: str, text: Any) -> SafeString:
    return format_html('<span class="ds-tag" data-size="sm" data-color="{}">{}</span>', color, text)
