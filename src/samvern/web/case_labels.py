# SPDX-License-Identifier: EUPL-1.2
"""Colours and names of the steps and states of a case."""

from typing import Any

from django.utils.translation import gettext_lazy as _

ASSESSMENT_TAGS: dict[str, tuple[str, Any]] = {
    "possible": ("info", _("Possible victim")),
    "presumed": ("warning", _("Presumed victim")),
    "verified": ("success", _("Verified")),
    "not_verified": ("neutral", _("Not verified")),
    "withdrawn": ("neutral", _("Assessment withdrawn")),
}
"""Colour and name of each step. Not verified is no alarm: help does not depend on it."""
CASE_STATE_TAGS: dict[str, tuple[str, Any]] = {
    "open": ("accent", _("Open case")),
    "closed": ("neutral", _("Closed case")),
    "held": ("warning", _("Legal hold")),
}
