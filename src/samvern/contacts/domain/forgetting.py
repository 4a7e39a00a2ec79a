# SPDX-License-Identifier: EUPL-1.2
"""What was said goes in time; that somebody got in touch is counted for good."""

from datetime import timedelta

from django.db import connection
from django.utils import timezone

from samvern.access.actor import Actor
from samvern.access.audit import record
from samvern.access.courses import take_step
from samvern.contacts.course import CALLBACK, DUE
from samvern.contacts.models import Callback, CallbackStep

KEPT_FOR = timedelta(days=183)
"""Six months. No statute says it: this is our proposal, for the data controller to decide on."""


def forget_all(*, actor: Actor) -> int:
    """Destroy words, chosen words and keys of old contacts in the actor's organisation.

    The actor is the organisation's service member. Run as often as one likes.
    """
    old = timezone.now() - KEPT_FOR
    for row in Callback.objects.filter(state=DUE, contact__at__lt=old):
        take_step(CALLBACK, CallbackStep(of=row, move="give_up"), row, actor=actor)
    with connection.cursor() as cursor:
        cursor.execute("SELECT gate.forget_contacts(make_interval(days => %s))", [KEPT_FOR.days])
        count: int = cursor.fetchone()[0]
    if count:
        record("contact.forget", count=count)
    return count
