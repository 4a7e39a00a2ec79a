# SPDX-License-Identifier: EUPL-1.2
"""The people of a case."""

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.actor import Request
from samvern.access.audit import see
from samvern.access.errors import Absent, Conflict, Refused
from samvern.access.forms import Form
from samvern.access.views import WRITE, page
from samvern.cases import age_words
from samvern.cases.domain import persons as people
from samvern.cases.domain.age import age_of, ages_in, set_aside
from samvern.cases.domain.in_hand import has_in_hand
from samvern.cases.domain.reaching import get_case, get_part, get_person, get_working_case
from samvern.cases.models import AgeTold, Case, Person, Relation
from samvern.cases.views.attempts import attempt, offer, show_conflict
from samvern.cases.views.shell import case_page
from samvern.cases.views.working import at_work

INITIALS = 20


class AddForm(Form):
    """A further person."""

    place = fields.RadioField(
        label=_("Who is it?"), choices=[c for c in Person.Place.choices if c[0] != "main"]
    )
    initials = fields.LineField(label=_("Initials or working name"), limit=INITIALS, required=False)
    age_seen = fields.RadioField(
        label=_("Age"), choices=Person.AgeSeen.choices, initial=Person.AgeSeen.UNKNOWN
    )


class MainForm(Form):
    """What the main person is called."""

    initials = fields.LineField(label=_("Initials or working name"), limit=INITIALS, required=False)
    exploited_as_child = fields.YesNoField(
        label=_("Was the person exploited as a child?"),
        help_text=_("Also if she or he is grown up now."),
        required=False,
    )
    version = fields.VersionField()


class PersonForm(MainForm):
    """What a further person is called, and her place."""

    place = fields.RadioField(
        label=_("Who is it?"), choices=[c for c in Person.Place.choices if c[0] != "main"]
    )


class AgeForm(Form):
    """What is taken as her age, and why."""

    age_seen = fields.RadioField(label=_("Age"), choices=Person.AgeSeen.choices)
    ground = fields.TextField(
        label=_("Why"),
        help_text=_("Who decided it, and on what: papers, an age assessment, what was told."),
        limit=1000,
        rows=3,
    )
    version = fields.VersionField()


class TieForm(Form):
    """How two people belong together."""

    kind = fields.SelectField(label=_("This person"), choices=Relation.Kind.choices)
    other_id = fields.SelectField(label=_("Whom?"), choices=[])

    def __init__(self, *args: Any, others: list[Person], **options: Any) -> None:
        super().__init__(*args, **options)
        names = [(str(person.pk), people.name_of(person)) for person in others]
        offer(self, "other_id", names)


class OwnCaseForm(Form):
    """A case of her own."""

    kind = fields.RadioField(label=_("Case type"), choices=Case.Kind.choices)


@page()
def persons(request: Request, case_id: UUID) -> HttpResponseBase:
    """Everybody in the case, and how they belong together."""
    case = get_case(request.actor, case_id)
    found = people.people_of(case)
    ties = people.ties_of(case, found)
    own = people.visible_cases(found)
    see("persons.see", case=case.pk, rows=len(found) + len(ties))
    ages = ages_in(case, found)
    cards = [
        {
            "person": p,
            "name": people.name_of(p),
            "own": own.get(p.own_case_id),
            "age": age_words.holds(ages[p.pk]),
            "years": age_words.span(ages[p.pk]),
            "grown": not ages[p.pk].is_treated_as_child and not ages[p.pk].conflict,
            "conflict": ages[p.pk].conflict,
        }
        for p in found
    ]
    return case_page(request, case, "cases/persons.html", {"cards": cards, "ties": ties})


@page(methods=WRITE)
def person_add(request: Request, case_id: UUID) -> HttpResponseBase:
    """Add a child, a parent, a sibling, or somebody exploited together with her."""
    case = get_working_case(request.actor, case_id)
    form = AddForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        person = people.bring_in(actor=request.actor, case=case, **form.cleaned_data)
        return redirect("workspace:person", case_id=case.pk, person_id=person.pk)
    return case_page(request, case, "cases/person_add.html", {"form": form})


@page()
def person(request: Request, case_id: UUID, person_id: UUID) -> HttpResponseBase:
    """One person: what she is called, what is taken as her age, and whom she belongs with."""
    found = get_person(request.actor, case_id, person_id)
    case = get_case(request.actor, case_id)
    everybody = people.people_of(case)
    ties = [
        tie
        for tie in people.ties_of(case, everybody)
        if found.pk in (tie.relation.person_id, tie.relation.other_id)
    ]
    see("person.see", case=case.pk, object=found.pk, rows=1 + len(ties))
    age = age_of(found)
    context = {
        "person": found,
        "name": people.name_of(found),
        "age": age_words.holds(age),
        "years": age_words.span(age),
        "sources": age_words.sources(age),
        "conflict": age_words.conflict(age),
        "proposed": age_words.proposed(found, people.name_of(found)),
        "ground": people.read_age_ground(found),
        "own": people.visible_cases([found]).get(found.own_case_id),
        "ties": ties,
        "alone": len(everybody) < 2,
        "in_hand": has_in_hand(request.actor, case) and case.state == Case.State.OPEN,
    }
    return case_page(request, case, "cases/person.html", context)


@page(methods=WRITE)
def person_change(request: Request, case_id: UUID, person_id: UUID) -> HttpResponseBase:
    """Change what she is called, her place, and whether she was exploited as a child."""
    case = get_working_case(request.actor, case_id)
    found = get_part(Person, case.pk, person_id)
    kind = MainForm if found.number == 1 else PersonForm
    form = kind(request.POST or None, initial=_saved(found))
    if request.method == "POST" and form.is_valid():
        values = {"place": found.place, **form.cleaned_data}
        expected = values.pop("version")
        change = partial(people.change_person, actor=request.actor, person=found, **values)
        try:
            if attempt(form, lambda: change(expected=expected)):
                return redirect("workspace:person", case_id=case.pk, person_id=found.pk)
        except Conflict as conflict:
            return show_conflict(request, form, conflict, _saved(conflict.current), "cases_person")
    return _form_page(request, case, found, form, _("Name and place"))


@page(methods=WRITE)
def person_age(request: Request, case_id: UUID, person_id: UUID) -> HttpResponseBase:
    """Decide whether she is taken as a child or an adult."""
    case = get_working_case(request.actor, case_id)
    found = get_part(Person, case.pk, person_id)
    form = AgeForm(request.POST or None, initial=_age(found))
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        expected = values.pop("version")
        decide = partial(people.decide_age, actor=request.actor, person=found, **values)
        try:
            if attempt(form, lambda: decide(expected=expected)):
                return redirect("workspace:person", case_id=case.pk, person_id=found.pk)
        except Conflict as conflict:
            return show_conflict(request, form, conflict, _age(conflict.current), "cases_person")
    return _form_page(request, case, found, form, _("Child or adult"))


@page(methods=("POST",))
@at_work("persons")
def person_age_told(
    request: Request, case: Case, person_id: UUID, told_id: UUID, act: str
) -> HttpResponseBase:
    """Decide the age by what one source told, or set that aside: one press each."""
    found = get_part(Person, case.pk, person_id)
    row = get_part(AgeTold, case.pk, told_id)
    if row.person_id != found.pk or act not in ("confirm", "drop"):
        raise Absent("agetold", told_id)
    try:
        if act == "confirm":
            people.confirm_age(actor=request.actor, person=found, row=row)
        else:
            set_aside(actor=request.actor, row=row)
    except Refused as refused:
        messages.error(request, " ".join(refused.messages), fail_silently=True)
    except Conflict:
        changed = gettext("Somebody else changed it meanwhile. Look, and try again.")
        messages.error(request, changed, fail_silently=True)
    else:
        messages.success(request, gettext("Saved."), fail_silently=True)
    return redirect("workspace:person", case_id=case.pk, person_id=found.pk)


@page(methods=WRITE)
def person_tie(request: Request, case_id: UUID, person_id: UUID) -> HttpResponseBase:
    """Say whom she belongs with."""
    case = get_working_case(request.actor, case_id)
    found = get_part(Person, case.pk, person_id)
    others = [other for other in people.people_of(case) if other.pk != found.pk]
    form = TieForm(request.POST or None, others=others)
    if request.method == "POST" and form.is_valid():
        other = get_part(Person, case.pk, form.cleaned_data["other_id"])
        kind = form.cleaned_data["kind"]
        if attempt(
            form,
            lambda: people.relate(
                actor=request.actor, case=case, first=found, second=other, kind=kind
            ),
        ):
            return redirect("workspace:person", case_id=case.pk, person_id=found.pk)
    return _form_page(request, case, found, form, _("Belongs together with"))


@page(methods=("POST",))
def person_untie(request: Request, case_id: UUID, relation_id: UUID) -> HttpResponseBase:
    """Take back how two people belong together."""
    case = get_working_case(request.actor, case_id)
    people.end_relation(actor=request.actor, case=case, relation_id=relation_id)
    return redirect("workspace:persons", case_id=case.pk)


@page(methods=WRITE)
def person_own_case(request: Request, case_id: UUID, person_id: UUID) -> HttpResponseBase:
    """Open a case of her own."""
    case = get_working_case(request.actor, case_id)
    found = get_part(Person, case.pk, person_id)
    is_child = found.is_treated_as_child
    usual = Case.Kind.CHILD if is_child and case.kind == Case.Kind.CHILD else case.kind
    form = OwnCaseForm(request.POST or None, initial={"kind": usual})
    if request.method == "POST" and form.is_valid():
        own = attempt(
            form,
            lambda: people.open_own_case(
                actor=request.actor, case=case, person=found, kind=form.cleaned_data["kind"]
            ),
        )
        if own is not None:
            return redirect("workspace:case", case_id=own.pk)
    return _form_page(request, case, found, form, _("A case of her or his own"))


def _form_page(
    request: Request, case: Case, person: Person, form: Form, title: Any
) -> HttpResponseBase:
    context = {"form": form, "person": person, "name": people.name_of(person), "title": title}
    return case_page(request, case, "cases/person_form.html", context)


def _saved(person: Person) -> dict[str, Any]:
    return {
        "initials": people.read_initials(person),
        "place": person.place,
        "exploited_as_child": person.exploited_as_child,
        "version": person.version,
    }


def _age(person: Person) -> dict[str, Any]:
    return {
        "age_seen": person.age_seen,
        "ground": people.read_age_ground(person),
        "version": person.version,
    }


ONE = "cases/<uuid:case_id>/persons/<uuid:person_id>"
urlpatterns = [
    path("cases/<uuid:case_id>/persons/", persons, name="persons"),
    path("cases/<uuid:case_id>/persons/add", person_add, name="person_add"),
    path(f"{ONE}/", person, name="person"),
    path(f"{ONE}/change", person_change, name="person_change"),
    path(f"{ONE}/age", person_age, name="person_age"),
    path(f"{ONE}/age/<uuid:told_id>/<slug:act>", person_age_told, name="person_age_told"),
    path(f"{ONE}/tie", person_tie, name="person_tie"),
    path(f"{ONE}/own-case", person_own_case, name="person_own_case"),
    path(
        "cases/<uuid:case_id>/relations/<uuid:relation_id>/end", person_untie, name="person_untie"
    ),
]
