# SPDX-License-Identifier: EUPL-1.2
"""Drafting a referral: which facts go with it, under which legal ground, and what is left out."""
