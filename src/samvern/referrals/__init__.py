# SPDX-License-Identifier: EUPL-1.2
"""Referrals: the directory of those who can help, a referral with its answer and its clocks, and what goes to
those who have no account.
"""
