# SPDX-License-Identifier: EUPL-1.2
"""Addresses of a person's way to another state."""

from django.urls import path

from samvern.referrals.external.cross_border.views import (
    referral_crossing,
    referral_crossing_check,
    referral_crossing_new,
)

ONE = "cases/<uuid:case_id>/referrals/abroad"

urlpatterns = [
    path(f"{ONE}/new", referral_crossing_new, name="referral_crossing_new"),
    path(f"{ONE}/<uuid:crossing_id>", referral_crossing, name="referral_crossing"),
    path(
        f"{ONE}/<uuid:crossing_id>/<slug:kind>",
        referral_crossing_check,
        name="referral_crossing_check",
    ),
]
