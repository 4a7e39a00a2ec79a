# SPDX-License-Identifier: EUPL-1.2
"""An administrator may shorten the time; nobody can lengthen it beyond half a year."""

from datetime import timedelta

from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.errors import Rejected
from samvern.access.gate import fetch_value
from samvern.access.unit_of_work import log_act, log_read
from samvern.helpline.keeping.models import LONGEST, KeepingRule


def words_kept() -> timedelta:
    """How long the actor's organisation keeps such words today; the database decides by it too."""
    found: timedelta = fetch_value("words_kept")
    return found


def list_keeping_rules(actor: Actor) -> list[KeepingRule]:
    """The decisions of the actor's organisation, the latest first."""
    rows = KeepingRule.objects.filter(organisation_id=actor.organisation_id)
    found = list(rows.select_related("made_by").order_by("-created_at"))
    log_read("keeping.rule.see", rows=len(found))
    return found


def decide_keeping(*, actor: Actor, days: int) -> KeepingRule:
    """Decide how many days such words are kept from now on.

    Raises:
        Rejected: no day at all, or longer than half a year.
    """
    if not 1 <= days <= LONGEST:
        raise Rejected({"days": _("Write a number from 1 to %(most)d.") % {"most": LONGEST}})
    row = KeepingRule(organisation_id=actor.organisation_id, days=days, made_by_id=actor.member_id)
    row.save(force_insert=True)
    log_act("keeping.rule", object=row.pk, days=days)
    return row
