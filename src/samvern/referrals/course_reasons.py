# SPDX-License-Identifier: EUPL-1.2
"""Why a move of a referral is made: the codes people choose from."""

from typing import Any

from django.utils.translation import gettext_lazy as _

DECLINES: dict[str, Any] = {
    "full": _("It is full"),
    "sex": _("Not for this sex"),
    "age": _("Not for this age"),
    "children": _("Not with children"),
    "substance_use": _("Substance use"),
    "distance": _("Too far away"),
    "security": _("Not safe enough for the person or for others"),
    "outside_mandate": _("Outside what we are to do"),
    "other": _("Another reason"),
}
RECALLS: dict[str, Any] = {
    "solved": _("The need is met in another way"),
    "wishes": _("The person does not want it any more"),
    "wrong_receiver": _("Sent to the wrong receiver"),
    "unanswered": _("Nobody answered"),
    "mistake": _("Sent by mistake"),
}
DELETIONS: dict[str, Any] = {
    "never_kept": _("Nothing was kept outside Samvern"),
    "deleted": _("What was kept is deleted"),
    "must_keep": _("We have a legal duty to keep our own records; the rest is deleted"),
}
NEVER: dict[str, Any] = {
    "no_contact": _("No contact was made"),
    "did_not_come": _("The person did not come"),
    "changed_mind": _("The person changed her mind"),
    "went_elsewhere": _("The person got help elsewhere"),
    "missing": _("The person is missing"),
}
