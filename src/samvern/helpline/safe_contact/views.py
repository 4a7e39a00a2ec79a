# SPDX-License-Identifier: EUPL-1.2
"""How a person of a case may be reached."""

from dataclasses import asdict
from functools import partial
from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.actor import Request
from samvern.access.categories import Category
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.forms import Form
from samvern.access.unit_of_work import log_read
from samvern.cases.core.models import Person
from samvern.cases.core.selectors import get_case, get_person, person_name
from samvern.cases.identity_pages.claims import may_write
from samvern.cases.pages.form_page import FormPage, form_page
from samvern.cases.pages.rendering import case_page
from samvern.helpline.safe_contact import domain
from samvern.helpline.safe_contact.domain import ContactRuleText, ContactSafety
from samvern.helpline.safe_contact.models import ContactRule


class ContactRuleForm(Form):
    """Asked of the person, and read before anybody rings or writes."""

    way = fields.RadioField(label=_("What is safe?"), choices=ContactSafety.choices)
    channel = fields.SingleLineField(
        label=_("Where"), help_text=_("For example Signal, or a helper’s phone."), required=False,
        limit=120,
    )  # fmt: skip
    times = fields.SingleLineField(
        label=_("When"), help_text=_("For example Tuesdays 10–12."), required=False, limit=120
    )
    avoid = fields.SingleLineField(
        label=_("What must not be said or show"),
        help_text=_("Words, senders, names of services."),
        required=False,
        limit=200,
    )
    code_word = fields.SingleLineField(
        label=_("Code word"),
        help_text=_("So that the person knows it is us, and we that it is the person."),
        required=False,
        limit=60,
    )
    version = fields.VersionField(required=False)


@workspace_view(methods=WRITE)
def contact_rules(request: Request, case_id: UUID, person_id: UUID) -> HttpResponseBase:
    """What is safe; whoever may write in the case changes it here."""
    case = get_case(request.actor, case_id, Category.IDENTITY)
    person = get_person(request.actor, case_id, person_id)
    found = domain.rule_of(person)
    log_read("contact_rules.see", case=case.pk, object=person.pk, rows=1 if found else 0)
    context = {
        "person": person,
        "name": person_name(person),
        "rule": found[1] if found else None,
        "section": "persons",
    }
    if not may_write(request.actor, case):
        return case_page(request, case, "contacts/rules.html", context)
    page = FormPage(
        ContactRuleForm,
        partial(_save, request, person),
        "contact_rules",
        case=case,
        where={"person_id": person.pk},
        template="contacts/rules.html",
        initial=_initial,
        row=found[0] if found else None,
        context=context,
    )
    return form_page(request, page)


def _save(request: Request, person: Person, version: int | None = None, **values: str) -> None:
    rule = ContactRuleText(**values)
    domain.write_rule(actor=request.actor, person=person, rule=rule, version=version)


def _initial(row: ContactRule | None) -> dict[str, Any]:
    if row is None:
        return {"way": "message"}
    return {**asdict(domain.read_rule(row)), "version": row.version}
