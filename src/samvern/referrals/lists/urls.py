# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the lists of referrals."""

from django.urls import path

from samvern.referrals.lists.views import case_referrals, referrals

urlpatterns = [
    path("referrals/", referrals, name="referrals"),
    path("cases/<uuid:case_id>/referrals/", case_referrals, name="case_referrals"),
]
