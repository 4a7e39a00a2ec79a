# SPDX-License-Identifier: EUPL-1.2
"""Why a move on the roads outside is made: the codes people choose from."""

from django.utils.translation import gettext_lazy as _

from samvern.referrals.course_reasons import DECLINES

CANNOT = DECLINES
"""Why a receiver cannot help: the list of the ordinary referral."""
CALLED_BACK = {
    "consent": _("The consent was withdrawn"),
    "wrong": _("Sent to the wrong receiver"),
    "lost": _("The link may have come into wrong hands"),
    "solved": _("The need is met in another way"),
    "wishes": _("The person does not want it any more"),
    "closed": _("The case is closed"),
}
"""Why something sent is called back."""
STOPPED = {
    "wish": _("She does not want to go"),
    "risk": _("It is not safe"),
    "veto": _("The prosecution does not let her leave"),
    "receiver": _("Nobody there can receive her"),
    "law": _("Another rule of law stops it"),
    "consent": _("The consent was withdrawn"),
    "closed": _("The case is closed"),
    "other": _("Another reason"),
}
"""Why a crossing was stopped."""
