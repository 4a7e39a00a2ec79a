# SPDX-License-Identifier: EUPL-1.2
"""Referrals across a border: the checks, the risks and the journey."""
