# SPDX-License-Identifier: EUPL-1.2
"""How a person of a case may be reached."""

from dataclasses import asdict
from functools import partial
from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path

from samvern.access.actor import Request
from samvern.access.audit import see
from samvern.access.categories import Category
from samvern.access.errors import Conflict
from samvern.access.views import WRITE, page
from samvern.cases.domain.persons import name_of
from samvern.cases.domain.reaching import get_case, get_person
from samvern.cases.models import Person
from samvern.cases.views.attempts import attempt, show_conflict
from samvern.cases.views.identity import may_write
from samvern.cases.views.saving import sent
from samvern.cases.views.shell import case_page
from samvern.contacts.domain import rules as domain
from samvern.contacts.domain.rules import Rule
from samvern.contacts.forms.rules import RuleForm
from samvern.contacts.models import ContactRule


@page(methods=WRITE)
def contact_rules(request: Request, case_id: UUID, person_id: UUID) -> HttpResponseBase:
    """What is safe; whoever may write in the case changes it here."""
    case = get_case(request.actor, case_id, Category.IDENTITY)
    person = get_person(request.actor, case_id, person_id)
    found = domain.rule_of(person)
    see("contact_rules.see", case=case.pk, object=person.pk, rows=1 if found else 0)
    works = may_write(request.actor, case)
    form = RuleForm(sent(request), initial=_initial(found[0]) if found else {"way": "message"})
    if works and request.method == "POST" and form.is_valid():
        save = partial(_save, request, person, **form.cleaned_data)
        try:
            if attempt(form, save):
                return redirect("workspace:contact_rules", case_id=case.pk, person_id=person.pk)
        except Conflict as conflict:
            now = _initial(conflict.current)
            return show_conflict(request, form, conflict, now, "contacts_contactrule")
    context = {
        "person": person,
        "name": name_of(person),
        "rule": found[1] if found else None,
        "form": form if works else None,
        "section": "persons",
    }
    return case_page(request, case, "contacts/rules.html", context)


def _save(request: Request, person: Person, version: int | None = None, **values: str) -> bool:
    rule = Rule(**values)
    domain.write_rule(actor=request.actor, person=person, rule=rule, version=version)
    return True


def _initial(row: ContactRule) -> dict[str, Any]:
    return {**asdict(domain.read_rule(row)), "version": row.version}


urlpatterns = [
    path(
        "cases/<uuid:case_id>/persons/<uuid:person_id>/contact-rules",
        contact_rules,
        name="contact_rules",
    ),
]
