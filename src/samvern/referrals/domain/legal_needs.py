# SPDX-License-Identifier: EUPL-1.2
"""Which topics of law answer which need."""

KINDS = ("right", "duty", "referral")
TOPICS: dict[str, tuple[str, ...]] = {
    "child": ("child_measures", "guardianship"),
    "compensation": ("compensation",),
    "danger": ("protection", "housing"),
    "health": ("health",),
    "housing": ("housing", "protection", "social"),
    "legal": ("legal_aid", "guardianship"),
    "money": ("social",),
    "report": ("criminal_case",),
    "residence": ("residence",),
    "return": ("return",),
    "work": ("work", "education"),
}
"""The topics of the pack's rights that answer a need, the nearest first; a rule without a topic
answers by its actor."""
