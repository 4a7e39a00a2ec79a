# SPDX-License-Identifier: EUPL-1.2
"""A referral itself: sending, answering, ending, its timeline and its letters."""
