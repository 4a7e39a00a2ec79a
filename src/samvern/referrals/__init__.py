# SPDX-License-Identifier: EUPL-1.2
"""Referrals: the directory of those who can help, a referral, its answer and its clocks."""
