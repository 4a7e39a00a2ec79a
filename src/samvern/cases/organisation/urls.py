# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the administrator, and of one's own number at work."""

from django.urls import path

from samvern.cases.organisation.confirmation_views import (
    access_address,
    access_answer,
    access_waiting,
)
from samvern.cases.organisation.member_views import (
    colleague,
    colleague_end,
    colleague_invite,
    colleague_renew,
    colleague_role,
    colleague_sessions,
)
from samvern.cases.organisation.views import administrator, own_number, unit, unit_new

urlpatterns = [
    path("administrator/", administrator, name="administrator"),
    path("administrator/units/new", unit_new, name="unit_new"),
    path("administrator/units/<uuid:unit_id>", unit, name="unit"),
]

MEMBER = "administrator/members/<uuid:member_id>"

member_urlpatterns = [
    path("administrator/members/invite", colleague_invite, name="colleague_invite"),
    path(MEMBER, colleague, name="colleague"),
    path(f"{MEMBER}/role", colleague_role, name="colleague_role"),
    path(f"{MEMBER}/end", colleague_end, name="colleague_end"),
    path(f"{MEMBER}/renew", colleague_renew, name="colleague_renew"),
    path(f"{MEMBER}/sessions", colleague_sessions, name="colleague_sessions"),
]

own_number_urlpatterns = [path("number", own_number, name="own_number")]

confirmation_urlpatterns = [
    path("confirm/", access_waiting, name="access_waiting"),
    path("confirm/<uuid:member_id>", access_answer, name="access_answer"),
    path("confirm/<uuid:address_id>/<uuid:member_id>", access_address, name="access_address"),
]

urlpatterns += [*member_urlpatterns, *own_number_urlpatterns, *confirmation_urlpatterns]
