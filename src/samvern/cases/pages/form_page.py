# SPDX-License-Identifier: EUPL-1.2
"""The one way to write a page with a form: say which form, what saves it, where one goes then.

return form_page(
    request,
    FormPage(NoteForm, partial(write_note, actor=actor, case=case), "notes", case=case),
)
"""

from collections.abc import Callable, Mapping
from dataclasses import KW_ONLY, dataclass, field
from typing import Any

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext

from samvern.access.actor import Request
from samvern.access.errors import Conflict, Rejected
from samvern.access.forms import Form
from samvern.access.unit_of_work import log_read
from samvern.cases.core.form_helpers import attempt, show_conflict, submitted_data
from samvern.cases.core.models import Case
from samvern.cases.drafts.domain import discard_draft, form_with_draft
from samvern.cases.pages.rendering import case_page


@dataclass(frozen=True)
class FormPage:
    """A form, the function that saves it, and the page its reader goes to then."""

    form: Callable[..., Form]
    save: Callable[..., Any]
    """Gets what was filled in by name. A ``Rejected`` it raises is shown in the form, and undoes
    what it had done."""
    done: str | Callable[[Any], HttpResponseBase]
    """The page to go to when it is saved, and by Cancel; or a function that answers with what
    ``save`` returned."""
    _: KW_ONLY
    case: Case | None = None
    """The case the page belongs to, already reached."""
    where: Mapping[str, Any] = field(default_factory=dict)
    """What the address of ``done`` holds beside the case."""
    title: Any = ""
    template: str = "cases/form.html"
    context: Mapping[str, Any] | Callable[[Any], Mapping[str, Any]] = field(default_factory=dict)
    """More for the template; a function of the form is asked only when the page is shown."""
    show: Callable[[Any], HttpResponseBase] | None = None
    """The page around the form, where a template with a context is not enough."""
    options: Mapping[str, Any] = field(default_factory=dict)
    """More for the form."""
    values: Callable[[Any], Mapping[str, Any]] | None = None
    """What ``save`` gets instead of the form's ``cleaned_data``."""
    initial: Callable[[Any], dict[str, Any]] | dict[str, Any] | None = None
    """What the form starts with; for a row that is changed, a function of the row."""
    row: Any = None
    """The row that is changed."""
    conflict: Callable[[Any, Conflict], HttpResponseBase] | None = None
    """The answer when somebody else saved first, instead of asking which text stands."""
    draft: str = ""
    """The key under which what is typed is kept until it is saved; empty keeps nothing."""
    says_saved: bool | str = False
    """Whether the next page says that it is saved, or the words in which it does."""
    keeps_refused: bool = False
    """Whether what ``save`` did before it was rejected stands, as an attempt that is counted."""

    def address(self) -> str:
        """The address of the page to go to; empty where a function answers."""
        if callable(self.done):
            return ""
        of_case = {"case_id": self.case.pk} if self.case else {}
        return reverse(f"workspace:{self.done}", kwargs={**of_case, **self.where})


def form_page(request: Request, page: FormPage) -> HttpResponseBase:
    """Show the form, or save what was sent and go on.

    A form with mistakes is answered 400; one that was overtaken by another's change 409.
    """
    form = _form(request, page)
    if request.method == "POST" and form.is_valid():
        try:
            saved = _save(form, page)
        except Conflict as conflict:
            return _conflict(request, form, page, conflict)
        if saved:
            return _go_on(request, page, saved[0])
    return page.show(form) if page.show else _show(request, form, page)


def with_expected(form: Form) -> Mapping[str, Any]:
    """What was filled in, with the form's version as the one that is expected to stand."""
    values = dict(form.cleaned_data)
    return {"expected": values.pop("version"), **values}


def _form(request: Request, page: FormPage) -> Form:
    initial = page.initial(page.row) if callable(page.initial) else page.initial
    if page.row is not None and page.case:
        log_read("form.see", case=page.case.pk, object=page.row.pk)
    data, options = submitted_data(request), {"initial": initial or {}, **page.options}
    if request.FILES:
        options["files"] = request.FILES
    if page.draft:
        return form_with_draft(page.form, actor=request.actor, key=page.draft, data=data, **options)
    return page.form(data, **options)


def _save(form: Form, page: FormPage) -> tuple[Any] | None:
    """What ``save`` returned; None when it was rejected, which the form then says."""

    def act() -> tuple[Any]:
        return (page.save(**(page.values(form) if page.values else form.cleaned_data)),)

    if not page.keeps_refused:
        return attempt(form, act)
    try:
        return act()
    except Rejected as refused:
        form.add_error(None, refused)
        return None


def _conflict(request: Request, form: Form, page: FormPage, conflict: Conflict) -> HttpResponseBase:
    if page.conflict:
        return page.conflict(form, conflict)
    row = conflict.current
    saved = page.initial(row) if callable(page.initial) else {}
    return show_conflict(request, form, conflict, saved, row._meta.db_table)


def _go_on(request: Request, page: FormPage, saved: Any) -> HttpResponseBase:
    if page.draft:
        discard_draft(actor=request.actor, key=page.draft)
    if page.says_saved:
        text = page.says_saved if isinstance(page.says_saved, str) else gettext("Saved.")
        messages.success(request, text, fail_silently=True)
    return page.done(saved) if callable(page.done) else redirect(page.address())


def _show(request: Request, form: Form, page: FormPage) -> HttpResponseBase:
    more = page.context(form) if callable(page.context) else page.context
    context = {"form": form, "title": page.title, "back": page.address(), **more}
    if page.case:
        return case_page(request, page.case, page.template, context)
    return render(request, page.template, context, status=400 if form.errors else 200)
