# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the shift and of enquiries."""

from django.urls import path

from samvern.helpline.enquiries.views import (
    callback,
    contact,
    contact_count,
    contact_new,
    contact_open_case,
    contacts,
    contacts_find,
)

ENQUIRY_PAGES = [
    path("contacts/new", contact_new, name="contact_new"),
    path("contacts/find", contacts_find, name="contacts_find"),
    path("contacts/callbacks/<uuid:callback_id>", callback, name="callback"),
    path("contacts/<uuid:contact_id>", contact, name="contact"),
    path("contacts/<uuid:contact_id>/case", contact_open_case, name="contact_open_case"),
]

SHIFT_PAGES = [
    path("contacts/", contacts, name="contacts"),
    path("contacts/count", contact_count, name="contact_count"),
]

urlpatterns = [*SHIFT_PAGES, *ENQUIRY_PAGES]
