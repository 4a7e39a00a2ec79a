# SPDX-License-Identifier: EUPL-1.2
"""Addresses of a no and of its counts."""

from django.urls import path

from samvern.referrals.external.declined.views import referral_unnamed, unnamed_counts

urlpatterns = [
    path("cases/<uuid:case_id>/referrals/unnamed", referral_unnamed, name="referral_unnamed"),
    path("referrals/unnamed/", unnamed_counts, name="unnamed_counts"),
]
