# SPDX-License-Identifier: EUPL-1.2
"""How a person of a case may be reached."""

from dataclasses import asdict
from functools import partial
from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from samvern.access.actor import Request
from samvern.access.categories import Category
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.errors import Conflict
from samvern.access.unit_of_work import log_read
from samvern.cases.core.form_helpers import attempt, show_conflict, submitted_data
from samvern.cases.core.models import Person
from samvern.cases.core.selectors import get_case, get_person, person_name
from samvern.cases.identity_pages.claims import may_write
from samvern.cases.pages.rendering import case_page
from samvern.helpline.safe_contact import domain
from samvern.helpline.safe_contact.domain import ContactRuleText
from samvern.helpline.safe_contact.forms import ContactRuleForm
from samvern.helpline.safe_contact.models import ContactRule


@workspace_view(methods=WRITE)
def contact_rules(request: Request, case_id: UUID, person_id: UUID) -> HttpResponseBase:
    """What is safe; whoever may write in the case changes it here."""
    case = get_case(request.actor, case_id, Category.IDENTITY)
    person = get_person(request.actor, case_id, person_id)
    found = domain.rule_of(person)
    log_read("contact_rules.see", case=case.pk, object=person.pk, rows=1 if found else 0)
    works = may_write(request.actor, case)
    form = ContactRuleForm(
        submitted_data(request), initial=_initial(found[0]) if found else {"way": "message"}
    )
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
        "name": person_name(person),
        "rule": found[1] if found else None,
        "form": form if works else None,
        "section": "persons",
    }
    return case_page(request, case, "contacts/rules.html", context)


def _save(request: Request, person: Person, version: int | None = None, **values: str) -> bool:
    rule = ContactRuleText(**values)
    domain.write_rule(actor=request.actor, person=person, rule=rule, version=version)
    return True


def _initial(row: ContactRule) -> dict[str, Any]:
    return {**asdict(domain.read_rule(row)), "version": row.version}
