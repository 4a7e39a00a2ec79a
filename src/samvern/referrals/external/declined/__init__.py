# SPDX-License-Identifier: EUPL-1.2
"""Referrals without a name, for a person who has said no to being named."""
