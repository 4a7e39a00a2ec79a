# SPDX-License-Identifier: EUPL-1.2
"""One contact: written down, added to, called back, known again, made a case."""

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.tables import Table, TableCell, TableColumn
from samvern.cases.pages.form_page import FormPage, form_page
from samvern.helpline.choices import (
    ONE_PRESS,
    About,
    Advised,
    Caller,
    Exploitation,
    NextStep,
    Urgency,
)
from samvern.helpline.enquiries import domain
from samvern.helpline.enquiries.callbacks import (
    CallbackRow,
    callbacks_of,
    get_callback,
    record_callback_result,
    show_reach,
)
from samvern.helpline.enquiries.case_opening import case_of, open_case_from_enquiry
from samvern.helpline.enquiries.domain import count_enquiry
from samvern.helpline.enquiries.forms import (
    AddWordsForm,
    CallbackForm,
    EnquiryForm,
    FindByWordForm,
    OpenCaseFromEnquiryForm,
)
from samvern.helpline.enquiries.models import Enquiry
from samvern.helpline.enquiries.shift import enquiries_with_same_word, find_by_word, read_shift
from samvern.helpline.languages import language_name


@workspace_view(methods=WRITE)
def contact_new(request: Request) -> HttpResponseBase:
    """Write down a contact. One page, in the order of the conversation."""

    def done(row: Enquiry) -> HttpResponseBase:
        if "also" in request.POST:
            return redirect("workspace:contact_open_case", contact_id=row.pk)
        return redirect("workspace:contacts")

    page = FormPage(
        EnquiryForm,
        partial(domain.log_enquiry, actor=request.actor),
        done,
        template="contacts/new.html",
        values=lambda form: {"told": domain.EnquiryDraft(**form.cleaned_data)},
        says_saved=_("The contact is logged."),
    )
    return form_page(request, page)


@workspace_view(methods=WRITE)
def contact(request: Request, contact_id: UUID) -> HttpResponseBase:
    """What was told in a contact; a POST adds to it."""
    row = domain.get_enquiry(request.actor, contact_id)
    page = FormPage(
        AddWordsForm,
        partial(domain.add_words, actor=request.actor, contact=row),
        "contact",
        where={"contact_id": row.pk},
        template="contacts/contact.html",
        context=partial(_around, row),
    )
    return form_page(request, page)


def _around(row: Enquiry, form: AddWordsForm) -> dict[str, Any]:
    """What is known of a contact; nothing is added to words that are forgotten."""
    same = enquiries_with_same_word(row)
    return {
        "contact": row,
        "words": "" if row.forgotten_at else domain.read_words(row),
        "details": _details(row),
        "callbacks": callbacks_of(row),
        "became": case_of(row),
        "may_open": domain.may_become_case(row),
        "same": enquiry_table(same, _("Others by the same word"), "") if same else None,
        "form": None if row.forgotten_at else form,
    }


@workspace_view(methods=WRITE)
def callback(request: Request, callback_id: UUID) -> HttpResponseBase:
    """How to reach somebody who waits for a call, and how the call went."""
    row = get_callback(request.actor, callback_id)
    page = FormPage(
        CallbackForm,
        partial(record_callback_result, actor=request.actor, callback=row),
        "contacts",
        template="contacts/callback.html",
        context=lambda _form: {
            "callback": row,
            "reach": show_reach(actor=request.actor, callback=row) if row.reach_sealed else "",
            "is_due": row.state == "due",
        },
    )
    return form_page(request, page)


@workspace_view(methods=WRITE)
def contact_open_case(request: Request, contact_id: UUID) -> HttpResponseBase:
    """Open a case with what was said."""
    row = domain.get_enquiry(request.actor, contact_id)
    page = FormPage(
        OpenCaseFromEnquiryForm,
        partial(open_case_from_enquiry, actor=request.actor, contact=row),
        lambda case: redirect("workspace:case", case_id=case.pk),
        template="contacts/open_case.html",
        context={"contact": row},
    )
    return form_page(request, page)


@workspace_view(methods=WRITE)
def contacts_find(request: Request) -> HttpResponseBase:
    """Earlier contacts of somebody who chose a word. The word stands in no address."""

    def find(form: FindByWordForm) -> dict[str, Any]:
        found = find_by_word(actor=request.actor, **form.cleaned_data)
        none = _("Nobody has chosen this word here.")
        return {"form": form, "table": enquiry_table(found, _("Found"), none)}

    page = FormPage(
        FindByWordForm,
        find,
        lambda found: render(request, "contacts/find.html", found),
        template="contacts/find.html",
        values=lambda form: {"form": form},
    )
    return form_page(request, page)


def _details(row: Enquiry) -> list[tuple[str, object]]:
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


@workspace_view()
def contacts(request: Request) -> HttpResponseBase:
    """Who got in touch today, whom we owe a call, and who needs an interpreter."""
    shift = read_shift(actor=request.actor)
    context = {
        "shift": shift,
        "counts": [(About(about).label, n) for about, n in shift.counts.items()],
        "interpreters": [(language_name(c), n) for c, n in shift.interpreters.items()],
        "callbacks": callback_table(shift.callbacks),
        "today": enquiry_table(shift.contacts, _("Today"), _("Nobody has been in touch today.")),
        "one_press": [(about.value, about.label) for about in ONE_PRESS],
        "has_unit": request.actor.unit_id is not None,
    }
    return render(request, "contacts/shift.html", context)


@workspace_view(methods=("POST",))
def contact_count(request: Request) -> HttpResponseBase:
    """Count a contact that is no case, and go on."""
    about = request.POST.get("about", "")
    count_enquiry(actor=request.actor, about=about)
    messages.success(request, _("Counted: %(what)s.") % {"what": About(about).label})
    return redirect("workspace:contacts")


def enquiry_table(rows: list[Enquiry], caption: str, none: str) -> Table:
    """Contacts, each a link; nothing that was said."""
    heads = (_("When"), _("About"), _("Who"), _("Language"), _("Next step"), _("Taken by"))
    return Table(caption, [TableColumn(head) for head in heads], [_line(row) for row in rows], none)


def callback_table(promises: list[CallbackRow]) -> Table:
    """Calls that are owed, the late ones marked."""
    rows = [
        [
            TableCell(each.row.due_at, reverse("workspace:callback", args=[each.row.pk])),
            TableCell(_("Overdue"), tag="danger") if each.is_late else TableCell(""),
            TableCell(About(each.row.contact.about).label),
            TableCell(_language(each.row.contact)),
            TableCell(Urgency(each.row.contact.urgency).label),
            TableCell(str(each.tries) if each.tries else ""),
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
    columns = [TableColumn(head) for head in heads]
    return Table(_("Callbacks"), columns, rows, _("Nobody waits for a call."))


def _line(row: Enquiry) -> list[TableCell]:
    return [
        TableCell(row.at, reverse("workspace:contact", args=[row.pk])),
        TableCell(About(row.about).label),
        TableCell(Caller(row.caller).label),
        TableCell(_language(row)),
        TableCell(NextStep(row.next_step).label),
        TableCell(row.created_by.name),
    ]


def _language(row: Enquiry) -> str:
    name = language_name(row.language) if row.language else ""
    return _("%(language)s, interpreter") % {"language": name} if row.interpreter else name
