# SPDX-License-Identifier: EUPL-1.2
"""Why a move is made: the codes people choose from."""

from django.utils.translation import gettext_lazy as _

CANCELLED_BECAUSE = {
    "not_needed": _("It is not needed any more"),
    "wishes": _("The person does not want it"),
    "people": _("Those who must be there cannot come"),
    "basis": _("The consent or the share it rested on has ended"),
    "closed": _("The case is closed"),
}
CANNOT_BECAUSE = {
    "time": _("The time does not suit me"),
    "other": _("Somebody else from us should come"),
    "role": _("We have no part in this"),
    "barred": _("I am not impartial"),
}
ANSWERS = {
    "in_hand": _("We have it in hand"),
    "solved": _("It is solved"),
    "need_help": _("We need your help: call us"),
    "not_ours": _("It does not lie with us"),
    "closed": _("The case is closed"),
}
