# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the people of a case."""

from django.urls import path

from samvern.cases.persons.views import (
    person,
    person_add,
    person_age,
    person_age_told,
    person_change,
    person_own_case,
    person_relation_add,
    person_relation_end,
    persons,
)

PERSON = "cases/<uuid:case_id>/persons/<uuid:person_id>"

urlpatterns = [
    path("cases/<uuid:case_id>/persons/", persons, name="persons"),
    path("cases/<uuid:case_id>/persons/add", person_add, name="person_add"),
    path(f"{PERSON}/", person, name="person"),
    path(f"{PERSON}/change", person_change, name="person_change"),
    path(f"{PERSON}/age", person_age, name="person_age"),
    path(f"{PERSON}/age/<uuid:told_id>/<slug:act>", person_age_told, name="person_age_told"),
    path(f"{PERSON}/tie", person_relation_add, name="person_tie"),
    path(f"{PERSON}/own-case", person_own_case, name="person_own_case"),
    path(
        "cases/<uuid:case_id>/relations/<uuid:relation_id>/end",
        person_relation_end,
        name="person_untie",
    ),
]
