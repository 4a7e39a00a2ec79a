# SPDX-License-Identifier: EUPL-1.2
"""What the person agreed to, asked one thing at a time. Taken back, it ends at once.

Help never hangs on a consent to tell the police or immigration authorities (ETS 197 art. 12(6)).
"""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID, uuid4

from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.errors import NotFound, Rejected
from samvern.access.models import Share
from samvern.access.unit_of_work import log_act
from samvern.cases.consents.models import Consent
from samvern.cases.core.models import Case, Person
from samvern.identity.sealing import load_keys, open_field, set_sealed


def record_consent(
    *,
    actor: Actor,
    person: Person,
    purpose: str,
    categories: Sequence[str],
    language: str,
    given_at: datetime,
    recipient_id: UUID | None = None,
    recipient_text: str = "",
    interpreter: bool = False,
    form: str = "oral",
    refused: bool = False,
    expires_on: date | None = None,
    words: str = "",
) -> Consent:
    """Write down an answer to one question: yes or no, to whom, about what, and until when.

    Raises:
        Rejected: it was given in the future, or ends before it was given.
    """
    if given_at > timezone.now():
        raise Rejected(_("The consent cannot have been given in the future."))
    if expires_on and expires_on < timezone.localdate(given_at):
        raise Rejected(_("The consent ends before it was given. Correct one of the days."))
    row = Consent(
        id=uuid4(),
        case_id=person.case_id,
        person=person,
        created_by_id=actor.member_id,
        purpose=purpose,
        recipient_id=recipient_id,
        categories=list(categories),
        interpreter=interpreter,
        form=form,
        given_at=given_at,
        refused=refused,
        expires_on=expires_on,
    )
    set_sealed(
        row,
        recipient_text="" if recipient_id else recipient_text,
        language=language,
        words=words,
    )
    row.save(force_insert=True)
    log_act("consent.record", case=person.case_id, object=row.pk, purpose=purpose, refused=refused)
    return row


def withdraw_consent(*, actor: Actor, consent: Consent) -> int:
    """Take a consent back: every share that rests on it ends in the same moment.

    Returns how many shares that ended.

    Raises:
        Rejected: it was taken back before, or was a no.
        NotFound: it may not be changed by the actor.
    """
    if consent.refused:
        raise Rejected(_("This was a no. There is nothing to withdraw."))
    if consent.withdrawn_at:
        raise Rejected(_("This consent has been withdrawn already."))
    resting = Share.objects.filter(consent_id=consent.pk, ended_at=None).count()
    now = timezone.now()
    changed = Consent.objects.filter(pk=consent.pk, withdrawn_at=None).update(
        withdrawn_at=now, withdrawn_by_id=actor.member_id
    )
    if not changed:
        if Consent.objects.filter(pk=consent.pk, withdrawn_at__isnull=False).exists():
            raise Rejected(_("This consent has been withdrawn already."))
        raise NotFound("consent", consent.pk)
    # The database ends them too (gate.follow_consent): a share must not outlive its consent.
    Share.objects.filter(consent_id=consent.pk, ended_at=None).update(
        ended_at=now, ended_by_id=actor.member_id
    )
    log_act("consent.withdraw", case=consent.case_id, object=consent.pk, shares=resting)
    return resting


def list_consents(case: Case) -> list[Consent]:
    """A case's consents, the newest first; the keys that open them are fetched at once."""
    rows = Consent.objects.filter(case=case).select_related("person", "recipient")
    found = list(rows.order_by("-given_at", "-created_at"))
    load_keys([row.person_id for row in found])
    return found


def is_valid_consent(consent: Consent, at: datetime | None = None) -> bool:
    """Whether something may rest on it at a moment: given, not taken back, not run out."""
    moment = at or timezone.now()
    if consent.refused or consent.given_at > moment:
        return False
    if consent.withdrawn_at and consent.withdrawn_at <= moment:
        return False
    return consent.expires_on is None or timezone.localdate(moment) <= consent.expires_on


def consent_state(consent: Consent) -> str:
    """``valid``, ``refused``, ``withdrawn`` or ``expired``."""
    if consent.refused:
        return "refused"
    if consent.withdrawn_at:
        return "withdrawn"
    return "valid" if is_valid_consent(consent) else "expired"


def read_recipient(consent: Consent) -> str:
    """Who may get it: an organisation here, or somebody in words; empty for nobody else."""
    return consent.recipient.name if consent.recipient else open_field(consent, "recipient_text")


def read_consent_words(consent: Consent) -> str:
    """What was said when it was given."""
    return open_field(consent, "words")
