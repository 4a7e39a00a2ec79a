# SPDX-License-Identifier: EUPL-1.2
"""Scenes between several organisations: a referral, a handover, an evening at the helpline."""
