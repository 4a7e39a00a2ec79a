# SPDX-License-Identifier: EUPL-1.2
"""Addresses of one referral."""

from django.urls import path

from samvern.referrals.core.views import referral, referral_move, referral_open_case

REFERRAL_PAGES = [
    path("referrals/<uuid:referral_id>", referral, name="referral"),
    path("referrals/<uuid:referral_id>/do/<slug:move>", referral_move, name="referral_move"),
]

CASE_OPENING_PAGES = [
    path("referrals/<uuid:referral_id>/case", referral_open_case, name="referral_open_case")
]

urlpatterns = [*REFERRAL_PAGES, *CASE_OPENING_PAGES]
