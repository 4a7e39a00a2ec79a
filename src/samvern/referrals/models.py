# SPDX-License-Identifier: EUPL-1.2
"""The tables of referrals, for Django: each lives with its noun."""

from samvern.referrals.core.models import Letter, OpenedCase, Referral, ReferralStep
from samvern.referrals.directory.models import Service
from samvern.referrals.external.child_welfare.models import (
    ChildWelfareReport,
    ChildWelfareReportStep,
)
from samvern.referrals.external.cross_border.models import (
    CrossBorderCheck,
    CrossBorderReferral,
    CrossBorderReferralStep,
)
from samvern.referrals.external.declined.models import DeclinedReferral
from samvern.referrals.external.delivery.models import ExternalReferral, ExternalReferralStep

__all__ = [
    "ChildWelfareReport",
    "ChildWelfareReportStep",
    "CrossBorderCheck",
    "CrossBorderReferral",
    "CrossBorderReferralStep",
    "DeclinedReferral",
    "ExternalReferral",
    "ExternalReferralStep",
    "Letter",
    "OpenedCase",
    "Referral",
    "ReferralStep",
    "Service",
]
