# SPDX-License-Identifier: EUPL-1.2
"""Address of how a person may be reached."""

from django.urls import path

from samvern.helpline.safe_contact.views import contact_rules

urlpatterns = [
    path(
        "cases/<uuid:case_id>/persons/<uuid:person_id>/contact-rules",
        contact_rules,
        name="contact_rules",
    ),
]
