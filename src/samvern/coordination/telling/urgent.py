# SPDX-License-Identifier: EUPL-1.2
"""Which messages cannot wait for morning."""

URGENT = frozenset(
    {
        "booking-asked",
        "booking-expired",
        "deadline-last",
        "deadline-overdue",
        "glass-broken",
        "referral-drags",
        "referral-late",
        "referral-lost",
        "referral-missed",
        "referral-no-answer",
        "referral-no-arrival",
        "referral-nobody",
    }
)
"""Kinds of notices; a room's kind whose name ends in ``-urgent`` is one too."""


def is_urgent(kind: str) -> bool:
    """Whether a notice of this kind cannot wait."""
    return kind in URGENT or kind.endswith("-urgent")
