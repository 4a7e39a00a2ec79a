# SPDX-License-Identifier: EUPL-1.2
"""Addresses of what is sent to somebody without an account."""

from django.urls import path

from samvern.referrals.external.delivery.views import (
    referral_outside,
    referral_send,
    referral_sent,
    referral_sent_answer,
    referral_sent_end,
)

OF_CASE = "cases/<uuid:case_id>/referrals/outside"

SENDING_PAGES = [
    path(f"{OF_CASE}/", referral_outside, name="referral_outside"),
    path(f"{OF_CASE}/new", referral_send, name="referral_send"),
]

ONE = "cases/<uuid:case_id>/referrals/outside/<uuid:sending_id>"

SENT_PAGES = [
    path(ONE, referral_sent, name="referral_sent"),
    path(f"{ONE}/end", referral_sent_end, name="referral_sent_end"),
    path(f"{ONE}/answer", referral_sent_answer, name="referral_sent_answer"),
]

urlpatterns = [*SENDING_PAGES, *SENT_PAGES]
