# SPDX-License-Identifier: EUPL-1.2
"""Addresses of what is notified about a child."""

from django.urls import path

from samvern.referrals.external.child_welfare.views import (
    referral_child,
    referral_concern,
    referral_notify,
)

ONE = "cases/<uuid:case_id>/referrals/child"

urlpatterns = [
    path(f"{ONE}/<uuid:person_id>/", referral_child, name="referral_child"),
    path(f"{ONE}/<uuid:person_id>/notify", referral_notify, name="referral_notify"),
    path(f"{ONE}/concerns/<uuid:concern_id>", referral_concern, name="referral_concern"),
]
