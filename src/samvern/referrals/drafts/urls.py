# SPDX-License-Identifier: EUPL-1.2
"""Addresses of a new referral."""

from django.urls import path

from samvern.referrals.drafts.views import referral_new, referral_write

urlpatterns = [
    path("cases/<uuid:case_id>/referrals/new", referral_new, name="referral_new"),
    path("cases/<uuid:case_id>/referrals/write", referral_write, name="referral_write"),
]
