# SPDX-License-Identifier: EUPL-1.2
"""One contact: written down, added to, called back, known again, made a case."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.views import WRITE, page
from samvern.cases.views.attempts import attempt
from samvern.cases.views.saving import sent
from samvern.contacts.domain import callbacks as calls
from samvern.contacts.domain import contacts as domain
from samvern.contacts.domain.opening import case_of, open_from_contact
from samvern.contacts.domain.shift import alike, find_by_word
from samvern.contacts.forms.contacts import (
    AddForm,
    CallbackForm,
    ContactForm,
    FindForm,
    OpenCaseForm,
)
from samvern.contacts.kinds import Advised, Exploitation
from samvern.contacts.models import Contact
from samvern.contacts.tongues import language_name
from samvern.contacts.views.shift import contact_table


@page(methods=WRITE)
def contact_new(request: Request) -> HttpResponseBase:
    """Write down a contact. One page, in the order of the conversation."""
    form = ContactForm(sent(request))
    if request.method == "POST" and form.is_valid():
        told = domain.Told(**form.cleaned_data)
        row = attempt(form, partial(domain.log_contact, actor=request.actor, told=told))
        if row is not None:
            messages.success(request, _("The contact is logged."))
            if "also" in request.POST:
                return redirect("workspace:contact_open_case", contact_id=row.pk)
            return redirect("workspace:contacts")
    status = 400 if form.is_bound and form.errors else 200
    return render(request, "contacts/new.html", {"form": form}, status=status)


@page(methods=WRITE)
def contact(request: Request, contact_id: UUID) -> HttpResponseBase:
    """What was told in a contact; a POST adds to it."""
    row = domain.get_contact(request.actor, contact_id)
    form = AddForm(sent(request))
    if request.method == "POST" and form.is_valid():
        add = partial(domain.add_words, actor=request.actor, contact=row)
        if attempt(form, lambda: add(**form.cleaned_data) or True):
            return redirect("workspace:contact", contact_id=row.pk)
    same = alike(row)
    context = {
        "contact": row,
        "words": "" if row.forgotten_at else domain.words_of(row),
        "details": _details(row),
        "callbacks": calls.callbacks_of(row),
        "became": case_of(row),
        "may_open": domain.may_become_case(row),
        "same": contact_table(same, _("Others by the same word"), "") if same else None,
        "form": None if row.forgotten_at else form,
    }
    status = 400 if form.is_bound and form.errors else 200
    return render(request, "contacts/contact.html", context, status=status)


@page(methods=WRITE)
def callback(request: Request, callback_id: UUID) -> HttpResponseBase:
    """How to reach somebody who waits for a call, and how the call went."""
    row = calls.get_callback(request.actor, callback_id)
    form = CallbackForm(sent(request))
    if request.method == "POST" and form.is_valid():
        answer = partial(calls.answer_callback, actor=request.actor, callback=row)
        if attempt(form, lambda: answer(**form.cleaned_data) or True):
            return redirect("workspace:contacts")
    context = {
        "form": form,
        "callback": row,
        "reach": calls.show_reach(actor=request.actor, callback=row) if row.reach_sealed else "",
        "is_due": row.state == "due",
    }
    status = 400 if form.is_bound and form.errors else 200
    return render(request, "contacts/callback.html", context, status=status)


@page(methods=WRITE)
def contact_open_case(request: Request, contact_id: UUID) -> HttpResponseBase:
    """Open a case with what was said."""
    row = domain.get_contact(request.actor, contact_id)
    form = OpenCaseForm(sent(request))
    if request.method == "POST" and form.is_valid():
        open_it = partial(open_from_contact, actor=request.actor, contact=row)
        case = attempt(form, lambda: open_it(**form.cleaned_data))
        if case is not None:
            return redirect("workspace:case", case_id=case.pk)
    status = 400 if form.is_bound and form.errors else 200
    return render(request, "contacts/open_case.html", {"form": form, "contact": row}, status=status)


@page(methods=WRITE)
def contacts_find(request: Request) -> HttpResponseBase:
    """Earlier contacts of somebody who chose a word. The word stands in no address."""
    form = FindForm(sent(request))
    table = None
    if request.method == "POST" and form.is_valid():
        found = attempt(form, lambda: find_by_word(actor=request.actor, **form.cleaned_data))
        if found is not None:
            table = contact_table(found, _("Found"), _("Nobody has chosen this word here."))
    status = 400 if form.is_bound and form.errors else 200
    return render(request, "contacts/find.html", {"form": form, "table": table}, status=status)


def _details(row: Contact) -> list[tuple[str, object]]:
    language = language_name(row.language) if row.language else ""
    if row.interpreter:
        language = _("%(language)s, interpreter") % {"language": language}
    return [
        (_("About"), row.get_about_display()),
        (_("Who"), row.get_caller_display()),
        (_("Language"), language),
        (_("Age of the person it is about"), row.get_age_group_display()),
        (_("Part of the country"), row.get_region_display()),
        (_("May be exploited in"), ", ".join(str(Exploitation(e).label) for e in row.forms)),
        (_("Advice given"), ", ".join(str(Advised(each).label) for each in row.advice)),
        (_("Next step"), row.get_next_step_display()),
        (_("How urgent"), row.get_urgency_display()),
        (_("Channel"), row.get_channel_display()),
        (_("Taken by"), row.created_by.name),
    ]


urlpatterns = [
    path("contacts/new", contact_new, name="contact_new"),
    path("contacts/find", contacts_find, name="contacts_find"),
    path("contacts/callbacks/<uuid:callback_id>", callback, name="callback"),
    path("contacts/<uuid:contact_id>", contact, name="contact"),
    path("contacts/<uuid:contact_id>/case", contact_open_case, name="contact_open_case"),
]
