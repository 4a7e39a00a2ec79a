# SPDX-License-Identifier: EUPL-1.2
"""A member's own rule of letters: read, and put."""

from datetime import time
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.errors import Rejected
from samvern.access.unit_of_work import log_act, log_read
from samvern.cases.notices.models import Notice
from samvern.coordination.email_digests.models import DigestRule
from samvern.coordination.email_digests.schedule import DIGEST, DIGEST_AT, OFF, DigestPreference


def preference_of(rule: DigestRule | None) -> DigestPreference:
    """What somebody wishes; who has said nothing is told at once."""
    if rule is None:
        return DigestPreference()
    return DigestPreference(
        letters=rule.letters,
        digest_at=rule.digest_at or DIGEST_AT,
        quiet_from=rule.quiet_from,
        quiet_to=rule.quiet_to,
        quiet_weekends=rule.quiet_weekends,
        urgent_passes=rule.urgent_passes,
    )


def read_rule(*, actor: Actor) -> DigestRule:
    """The actor's rule; what holds while she has none is not saved yet."""
    log_read("telling.see")
    found = DigestRule.objects.filter(member_id=actor.member_id).first()
    return found or DigestRule(member_id=actor.member_id)


def save_rule(
    *,
    actor: Actor,
    letters: str,
    digest_at: time | None,
    quiet_from: time | None,
    quiet_to: time | None,
    quiet_weekends: bool,
    urgent_passes: bool,
    language: str,
) -> DigestRule:
    """Say how letters shall come. What waited while she had none is told of in no letter.

    Raises:
        Rejected: one end of the quiet hours is missing, a digest has no hour, or there is no such
            choice.
    """
    if (quiet_from is None) != (quiet_to is None):
        raise Rejected(_("Give both the beginning and the end of the quiet hours, or neither."))
    if letters not in DigestRule.Letters or language not in dict(settings.LANGUAGES):
        raise Rejected(_("There is no such choice."))
    if letters == DIGEST and digest_at is None:
        raise Rejected({"digest_at": _("Say at what time the gathered letter is to come.")})
    values: dict[str, Any] = {
        "letters": letters,
        "digest_at": digest_at,
        "quiet_from": quiet_from,
        "quiet_to": quiet_to,
        "quiet_weekends": quiet_weekends,
        "urgent_passes": urgent_passes,
        "language": language,
    }
    before = DigestRule.objects.filter(member_id=actor.member_id).first()
    _forget(actor, before, letters)
    rule, _made = DigestRule.objects.update_or_create(member_id=actor.member_id, defaults=values)
    log_act("telling.put", letters=letters)
    return rule


def _forget(actor: Actor, before: DigestRule | None, letters: str) -> None:
    """Mark as told what was not to be told, so that no letter comes about what is old."""
    if before is not None and before.letters == OFF and letters != OFF:
        waiting = Notice.objects.filter(member_id=actor.member_id, mailed_at=None)
        waiting.update(mailed_at=timezone.now())
