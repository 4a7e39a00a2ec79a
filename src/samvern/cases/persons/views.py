# SPDX-License-Identifier: EUPL-1.2
"""The people of a case."""

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.errors import Conflict, NotFound, Rejected
from samvern.access.unit_of_work import log_read
from samvern.cases.ages import labels as age_labels
from samvern.cases.ages.domain import discard_age_told, list_ages_told, read_age, read_ages
from samvern.cases.ages.models import AgeTold
from samvern.cases.core.decorators import with_open_case
from samvern.cases.core.models import Case, Person
from samvern.cases.core.permissions import can_manage_case
from samvern.cases.core.selectors import (
    get_case,
    get_case_record,
    get_working_case,
    list_people,
    person_name,
)
from samvern.cases.pages.form_page import FormPage, form_page, with_expected
from samvern.cases.pages.rendering import case_page
from samvern.cases.persons import domain
from samvern.cases.persons.forms import (
    AgeDecisionForm,
    MainPersonForm,
    OwnCaseForm,
    PersonAddForm,
    PersonForm,
    RelationForm,
)
from samvern.identity.sealing import describe_shown, open_field, open_shown


@workspace_view()
def persons(request: Request, case_id: UUID) -> HttpResponseBase:
    """Everybody in the case, and how they belong together."""
    case = get_case(request.actor, case_id)
    found = list_people(case)
    ties = domain.list_relations(case, found)
    own = domain.list_visible_own_cases(found)
    log_read("persons.see", case=case.pk, rows=len(found) + len(ties))
    ages = read_ages(found)
    cards = [
        {
            "person": p,
            "name": person_name(p),
            "own": own.get(p.own_case_id),
            "age": age_labels.describe_age(ages[p.pk]),
            "years": age_labels.describe_span(ages[p.pk]),
            "grown": not ages[p.pk].is_treated_as_child and not ages[p.pk].conflict,
            "conflict": ages[p.pk].conflict,
        }
        for p in found
    ]
    return case_page(request, case, "cases/persons.html", {"cards": cards, "ties": ties})


@workspace_view(methods=WRITE)
def person_add(request: Request, case_id: UUID) -> HttpResponseBase:
    """Add a child, a parent, a sibling, or somebody exploited together with her."""
    case = get_working_case(request.actor, case_id)
    page = FormPage(
        PersonAddForm,
        partial(domain.add_further_person, actor=request.actor, case=case),
        lambda made: redirect("workspace:person", case_id=case.pk, person_id=made.pk),
        case=case,
        template="cases/person_add.html",
    )
    return form_page(request, page)


@workspace_view()
def person(request: Request, case_id: UUID, person_id: UUID) -> HttpResponseBase:
    """One person: what she is called, what is taken as her age, and whom she belongs with."""
    case = get_case(request.actor, case_id)
    everybody = list_people(case)
    found = next((each for each in everybody if each.pk == person_id), None)
    if found is None:
        raise NotFound("Person")
    ties = [
        tie
        for tie in domain.list_relations(case, everybody)
        if found.pk in (tie.relation.person_id, tie.relation.other_id)
    ]
    log_read("person.see", case=case.pk, object=found.pk, rows=1 + len(ties))
    told, name = list_ages_told([found]), person_name(found)
    age = read_age(found, told)
    context = {
        "person": found,
        "name": name,
        "age": age_labels.describe_age(age),
        "years": age_labels.describe_span(age),
        "sources": age_labels.describe_sources(age),
        "conflict": age_labels.describe_conflict(age),
        "proposed": age_labels.describe_proposals(found, name, told),
        "ground": domain.read_age_ground(found),
        "shown": describe_shown(found),
        "own": domain.list_visible_own_cases([found]).get(found.own_case_id),
        "ties": ties,
        "alone": len(everybody) < 2,
        "can_manage": can_manage_case(request.actor, case) and case.state == Case.State.OPEN,
    }
    return case_page(request, case, "cases/person.html", context)


@workspace_view(methods=WRITE)
def person_change(request: Request, case_id: UUID, person_id: UUID) -> HttpResponseBase:
    """Change what she is called, her role, and whether she was exploited as a child."""
    case = get_working_case(request.actor, case_id)
    found = get_case_record(Person, case.pk, person_id)

    def save(**values: Any) -> Person:
        known = {"role_in_case": found.role_in_case, **values}
        return domain.change_person(actor=request.actor, person=found, **known)

    page = FormPage(
        MainPersonForm if found.number == 1 else PersonForm,
        save,
        "person",
        case=case,
        where={"person_id": found.pk},
        title=_("Name and place"),
        values=with_expected,
        initial=_saved,
        row=found,
        context={"name": person_name(found)},
    )
    return form_page(request, page)


@workspace_view(methods=WRITE)
def person_age(request: Request, case_id: UUID, person_id: UUID) -> HttpResponseBase:
    """Decide whether she is taken as a child or an adult."""
    case = get_working_case(request.actor, case_id)
    found = get_case_record(Person, case.pk, person_id)
    page = FormPage(
        AgeDecisionForm,
        partial(domain.decide_age, actor=request.actor, person=found),
        "person",
        case=case,
        where={"person_id": found.pk},
        title=_("Child or adult"),
        values=with_expected,
        initial=_age,
        row=found,
        context={"name": person_name(found)},
    )
    return form_page(request, page)


@workspace_view(methods=("POST",))
@with_open_case("persons")
def person_age_told(
    request: Request, case: Case, person_id: UUID, told_id: UUID, act: str
) -> HttpResponseBase:
    """Decide the age by what one source told, or set that aside: one press each."""
    found = get_case_record(Person, case.pk, person_id)
    row = get_case_record(AgeTold, case.pk, told_id)
    if row.person_id != found.pk or act not in ("confirm", "drop"):
        raise NotFound("agetold", told_id)
    try:
        if act == "confirm":
            domain.confirm_age(actor=request.actor, person=found, row=row)
        else:
            discard_age_told(actor=request.actor, row=row)
    except Rejected as refused:
        messages.error(request, " ".join(refused.messages), fail_silently=True)
    except Conflict:
        changed = gettext("Somebody else changed it meanwhile. Look, and try again.")
        messages.error(request, changed, fail_silently=True)
    else:
        messages.success(request, gettext("Saved."), fail_silently=True)
    return redirect("workspace:person", case_id=case.pk, person_id=found.pk)


@workspace_view(methods=WRITE)
def person_relation_add(request: Request, case_id: UUID, person_id: UUID) -> HttpResponseBase:
    """Say whom she belongs with."""
    case = get_working_case(request.actor, case_id)
    found = get_case_record(Person, case.pk, person_id)

    def save(other_id: UUID, kind: str) -> object:
        other = get_case_record(Person, case.pk, other_id)
        return domain.add_relation(
            actor=request.actor, case=case, first=found, second=other, kind=kind
        )

    page = FormPage(
        RelationForm,
        save,
        "person",
        case=case,
        where={"person_id": found.pk},
        title=_("Belongs together with"),
        options={"others": [other for other in list_people(case) if other.pk != found.pk]},
        context={"name": person_name(found)},
    )
    return form_page(request, page)


@workspace_view(methods=("POST",))
def person_relation_end(request: Request, case_id: UUID, relation_id: UUID) -> HttpResponseBase:
    """Take back how two people belong together."""
    case = get_working_case(request.actor, case_id)
    domain.end_relation(actor=request.actor, case=case, relation_id=relation_id)
    return redirect("workspace:persons", case_id=case.pk)


@workspace_view(methods=WRITE)
def person_own_case(request: Request, case_id: UUID, person_id: UUID) -> HttpResponseBase:
    """Open a case of her own."""
    case = get_working_case(request.actor, case_id)
    found = get_case_record(Person, case.pk, person_id)
    is_child = found.is_treated_as_child
    usual = Case.Kind.CHILD if is_child and case.kind == Case.Kind.CHILD else case.kind
    back = reverse("workspace:person", kwargs={"case_id": case.pk, "person_id": found.pk})
    page = FormPage(
        OwnCaseForm,
        partial(domain.open_own_case, actor=request.actor, case=case, person=found),
        lambda own: redirect("workspace:case", case_id=own.pk),
        case=case,
        title=_("A case of her or his own"),
        initial={"kind": usual},
        context={"name": person_name(found), "back": back},
    )
    return form_page(request, page)


def _saved(person: Person) -> dict[str, Any]:
    return {
        "initials": open_field(person, "initials"),
        **open_shown(person),
        "role_in_case": person.role_in_case,
        "exploited_as_child": person.exploited_as_child,
        "version": person.version,
    }


def _age(person: Person) -> dict[str, Any]:
    return {
        "age_seen": person.age_seen,
        "ground": domain.read_age_ground(person),
        "version": person.version,
    }
