# SPDX-License-Identifier: EUPL-1.2
"""Addresses of pages about who somebody is."""

from django.urls import path

from samvern.cases.identity_pages.addresses import (
    identity_address,
    identity_address_add,
    identity_address_change,
    identity_address_reader,
    identity_reader_approve,
    identity_reader_end,
)
from samvern.cases.identity_pages.claims import (
    identity,
    identity_add,
    identity_correct,
    identity_end,
)
from samvern.cases.identity_pages.search import (
    find,
    identity_answer,
    identity_ask,
    identity_inquiries,
)

search_urlpatterns = [
    path("find/", find, name="find"),
    path(
        "cases/<uuid:case_id>/persons/<uuid:person_id>/identity/ask",
        identity_ask,
        name="identity_ask",
    ),
    path("cases/<uuid:case_id>/inquiries/", identity_inquiries, name="identity_inquiries"),
    path(
        "cases/<uuid:case_id>/inquiries/<uuid:answer_id>", identity_answer, name="identity_answer"
    ),
]

IDENTITY = "cases/<uuid:case_id>/persons/<uuid:person_id>/identity"

urlpatterns = [
    path(f"{IDENTITY}/", identity, name="identity"),
    path(f"{IDENTITY}/add/<slug:kind>", identity_add, name="identity_add"),
    path(f"{IDENTITY}/claims/<uuid:claim_id>/end", identity_end, name="identity_end"),
    path(f"{IDENTITY}/claims/<uuid:claim_id>/correct", identity_correct, name="identity_correct"),
]

ADDRESS = "cases/<uuid:case_id>/persons/<uuid:person_id>/identity/address"

address_urlpatterns = [
    path(f"{ADDRESS}/", identity_address, name="identity_address"),
    path(f"{ADDRESS}/add", identity_address_add, name="identity_address_add"),
    path(f"{ADDRESS}/<uuid:address_id>", identity_address_change, name="identity_address_change"),
    path(
        f"{ADDRESS}/<uuid:address_id>/readers",
        identity_address_reader,
        name="identity_address_reader",
    ),
    path(
        f"{ADDRESS}/readers/<uuid:reader_id>/approve",
        identity_reader_approve,
        name="identity_reader_approve",
    ),
    path(
        f"{ADDRESS}/<uuid:address_id>/readers/<uuid:reader_id>/end",
        identity_reader_end,
        name="identity_reader_end",
    ),
]

urlpatterns += [*address_urlpatterns, *search_urlpatterns]
