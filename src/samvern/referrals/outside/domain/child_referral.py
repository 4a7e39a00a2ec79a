# SPDX-License-Identifier: EUPL-1.2
"""Referring a child to a child welfare service here, on the duty to notify: no consent is asked."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.errors import Refused
from samvern.access.models import Organisation, Share
from samvern.cases.domain.childhood import CHILD_WELFARE
from samvern.cases.models import Case, Person
from samvern.cases.purposes import Purpose
from samvern.referrals.domain.sending import Errand, send_referral
from samvern.referrals.models import Referral
from samvern.referrals.needed import needed
from samvern.referrals.outside.domain.towards import gates_towards

GATES = ("R-SHARE-CHILD", "R-SHARE-CHILD-OTHERS")
NEED, URGENCY = "child", "tonight"
LASTS = timedelta(days=90)
PUBLIC_TASK, OTHERS = "public_task", "R-CH-NOTIFY-OTHERS"


def refer_child(
    *, actor: Actor, case: Case, person: Person, receiver: Organisation, rule: str, message: str
) -> Referral:
    """Send child welfare what it needs of a child, by the gate that the sender's duty opens.

    Raises:
        Refused: no gate is open to the sender; then she notifies by telephone.
    """
    judged = gates_towards(case, person, CHILD_WELFARE, also={PUBLIC_TASK: rule != OTHERS})
    gate = next((each for each in judged.open if each.id in GATES), None)
    if gate is None:
        raise Refused(_("The law opens no referral for you here. Notify by telephone instead."))
    ground = {
        "basis": Share.Basis.STATUTE,
        "provision": f"{gate.provision[:150]} ({gate.id})",
        "purpose": Purpose.CHILD_CARE,
    }
    return send_referral(
        actor=actor,
        case=case,
        errand=Errand(person=person, receiver=receiver, need=NEED, urgency=URGENCY),
        basis=f"gate:{gate.id}",
        fields=needed(NEED, receiver.kind),
        message=message,
        until=timezone.localdate() + LASTS,
        ground=ground,
    )
