# SPDX-License-Identifier: EUPL-1.2
"""The shift, and counting a contact in one press."""

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.tables import Cell, Column, Table
from samvern.access.views import page
from samvern.contacts.domain.callbacks import Promise
from samvern.contacts.domain.contacts import count_one
from samvern.contacts.domain.shift import read_shift
from samvern.contacts.kinds import ONE_PRESS, About, Caller, NextStep, Urgency
from samvern.contacts.models import Contact
from samvern.contacts.tongues import language_name


@page()
def contacts(request: Request) -> HttpResponseBase:
    """Who got in touch today, whom we owe a call, and who needs an interpreter."""
    shift = read_shift(actor=request.actor)
    context = {
        "shift": shift,
        "counts": [(About(about).label, n) for about, n in shift.counts.items()],
        "interpreters": [(language_name(c), n) for c, n in shift.interpreters.items()],
        "callbacks": callback_table(shift.callbacks),
        "today": contact_table(shift.contacts, _("Today"), _("Nobody has been in touch today.")),
        "one_press": [(about.value, about.label) for about in ONE_PRESS],
        "has_unit": request.actor.unit_id is not None,
    }
    return render(request, "contacts/shift.html", context)


@page(methods=("POST",))
def contact_count(request: Request) -> HttpResponseBase:
    """Count a contact that is no case, and go on."""
    about = request.POST.get("about", "")
    count_one(actor=request.actor, about=about)
    messages.success(request, _("Counted: %(what)s.") % {"what": About(about).label})
    return redirect("workspace:contacts")


def contact_table(rows: list[Contact], caption: str, none: str) -> Table:
    """Contacts, each a link; nothing that was said."""
    heads = (_("When"), _("About"), _("Who"), _("Language"), _("Next step"), _("Taken by"))
    return Table(caption, [Column(head) for head in heads], [_line(row) for row in rows], none)


def callback_table(promises: list[Promise]) -> Table:
    """Calls that are owed, the late ones marked."""
    rows = [
        [
            Cell(each.row.due_at, reverse("workspace:callback", args=[each.row.pk])),
            Cell(_("Overdue"), tag="danger") if each.is_late else Cell(""),
            Cell(About(each.row.contact.about).label),
            Cell(_language(each.row.contact)),
            Cell(Urgency(each.row.contact.urgency).label),
            Cell(str(each.tries) if each.tries else ""),
        ]
        for each in promises
    ]
    heads = (
        _("When"),
        _("Late"),
        _("About"),
        _("Language"),
        _("How urgent"),
        _("No answer, times"),
    )
    columns = [Column(head) for head in heads]
    return Table(_("Callbacks"), columns, rows, _("Nobody waits for a call."))


def _line(row: Contact) -> list[Cell]:
    return [
        Cell(row.at, reverse("workspace:contact", args=[row.pk])),
        Cell(About(row.about).label),
        Cell(Caller(row.caller).label),
        Cell(_language(row)),
        Cell(NextStep(row.next_step).label),
        Cell(row.created_by.name),
    ]


def _language(row: Contact) -> str:
    name = language_name(row.language) if row.language else ""
    return _("%(language)s, interpreter") % {"language": name} if row.interpreter else name


urlpatterns = [
    path("contacts/", contacts, name="contacts"),
    path("contacts/count", contact_count, name="contact_count"),
]
