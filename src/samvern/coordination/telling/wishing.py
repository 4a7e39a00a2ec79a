# SPDX-License-Identifier: EUPL-1.2
"""A member's own rule of letters: read, and put."""

from datetime import time
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.audit import record, see
from samvern.access.errors import Refused
from samvern.cases.models import Notice
from samvern.coordination.models import TellingRule
from samvern.coordination.telling.deciding import DIGEST, DIGEST_AT, OFF, Wish


def wish_of(rule: TellingRule | None) -> Wish:
    """What somebody wishes; who has said nothing is told at once."""
    if rule is None:
        return Wish()
    return Wish(
        letters=rule.letters,
        digest_at=rule.digest_at or DIGEST_AT,
        quiet_from=rule.quiet_from,
        quiet_to=rule.quiet_to,
        quiet_weekends=rule.quiet_weekends,
        urgent_passes=rule.urgent_passes,
    )


def read_rule(*, actor: Actor) -> TellingRule:
    """The actor's rule; what holds while she has none is not saved yet."""
    see("telling.see")
    found = TellingRule.objects.filter(member_id=actor.member_id).first()
    return found or TellingRule(member_id=actor.member_id)


def put_rule(
    *,
    actor: Actor,
    letters: str,
    digest_at: time | None,
    quiet_from: time | None,
    quiet_to: time | None,
    quiet_weekends: bool,
    urgent_passes: bool,
    language: str,
) -> TellingRule:
    """Say how letters shall come. What waited while she had none is told of in no letter.

    Raises:
        Refused: one end of the quiet hours is missing, a digest has no hour, or there is no such
            choice.
    """
    if (quiet_from is None) != (quiet_to is None):
        raise Refused(_("Give both the beginning and the end of the quiet hours, or neither."))
    if letters not in TellingRule.Letters or language not in dict(settings.LANGUAGES):
        raise Refused(_("There is no such choice."))
    if letters == DIGEST and digest_at is None:
        raise Refused({"digest_at": _("Say at what time the gathered letter is to come.")})
    values: dict[str, Any] = {
        "letters": letters,
        "digest_at": digest_at,
        "quiet_from": quiet_from,
        "quiet_to": quiet_to,
        "quiet_weekends": quiet_weekends,
        "urgent_passes": urgent_passes,
        "language": language,
    }
    before = TellingRule.objects.filter(member_id=actor.member_id).first()
    _forget(actor, before, letters)
    rule, _made = TellingRule.objects.update_or_create(member_id=actor.member_id, defaults=values)
    record("telling.put", letters=letters)
    return rule


def _forget(actor: Actor, before: TellingRule | None, letters: str) -> None:
    """Mark as told what was not to be told, so that no letter comes about what is old."""
    if before is not None and before.letters == OFF and letters != OFF:
        waiting = Notice.objects.filter(member_id=actor.member_id, mailed_at=None)
        waiting.update(mailed_at=timezone.now())
