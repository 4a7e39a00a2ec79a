# SPDX-License-Identifier: EUPL-1.2
"""Emergency access: one case, for hours, for a reason that others read within 72 hours.

The database tells owner and both leaders, leaves the line in the trail, and opens the case once all
that is committed (``cases/migrations/sql/told_first.sql``). What it refuses it does not explain: no
such reference, a case she is barred from, an earlier opening left unreviewed, too many tries – one
answer.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access import purpose_keys
from samvern.access.actor import Actor
from samvern.access.committed import fetch_committed
from samvern.access.errors import NotFound, ReauthenticationRequired, Rejected
from samvern.access.gate import fetch_value
from samvern.access.models import EmergencyAccess
from samvern.access.unit_of_work import REFUSED, log_act, log_read
from samvern.cases.core.models import Case
from samvern.cases.emergency_access.choices import EmergencyReason, ReviewOutcome
from samvern.common import sealed_box

REFERENCE = re.compile(r"([0-9A-Z]{4})-?([0-9A-Z]{4})")
REVIEW_WITHIN = timedelta(hours=72)
HOURS, MOST_HOURS = 4, 24
SHORTEST_REASON, LONGEST_REASON = 10, 255


@dataclass(frozen=True)
class EmergencyAccessEntry:
    """An emergency opening as those who judge it see it."""

    access: EmergencyAccess
    reason: str
    reference: str
    """Empty for a leader who may not see the case itself."""

    words: str = ""
    """What must be followed up."""
    may_end: bool = False
    """Whether the reader can end it now."""

    @property
    def due(self) -> datetime:
        """When it must have been judged."""
        return self.access.created_at + REVIEW_WITHIN

    @property
    def ground(self) -> str:
        """Why, from the list."""
        return str(dict(EmergencyReason.choices).get(self.access.ground, self.access.ground))

    @property
    def verdict(self) -> str:
        """What a leader said; empty before that."""
        return str(dict(ReviewOutcome.choices).get(self.access.verdict, self.access.verdict))

    @property
    def is_live(self) -> bool:
        """Whether the case is open to her now."""
        return self.access.ended_at is None and self.access.expires_at > timezone.now()


def normalise_typed_reference(text: str) -> str:
    """A reference as it is kept, however it was typed; empty when it cannot be one."""
    found = REFERENCE.fullmatch("".join(text.split()).upper())
    return f"{found[1]}-{found[2]}" if found else ""


def start_emergency_access(
    *, actor: Actor, reference: str, ground: str, reason: str, hours: int = HOURS
) -> UUID:
    """Open one case in an emergency; its id.

    Raises:
        ReauthenticationRequired: she has not proved who she is in the last minutes.
        NotFound: there is no case that can be opened; nothing says why.
    """
    if not actor.is_fresh:
        raise ReauthenticationRequired
    seen = Case.objects.filter(reference=reference).values_list("pk", flat=True).first()
    if seen is not None:  # hers to see anyway: there is nothing to open
        return seen
    opening = uuid4()
    sealed = sealed_box.seal(_key(opening), reason.encode(), opening.bytes)
    fetch_committed("break_glass", reference, opening, ground, sealed, hours)
    case_id: UUID | None = fetch_value("glass_opened", opening)
    if case_id is None:
        log_act("glass.break", outcome=REFUSED)
        raise NotFound("case")
    return case_id


def end_emergency_access(*, actor: Actor, access_id: UUID) -> UUID:
    """End an opening before its time; the id of its case.

    Whoever made it can, the leaders of both sides, and the owner of the case. While the newest
    judgement of the risk is grave the owner cannot: a leader decides.

    Raises:
        NotFound: none that is hers to end lasts.
    """
    case_id: UUID | None = fetch_value("end_glass", access_id)
    if case_id is None:
        raise NotFound("opening", access_id)
    log_act("glass.end", case=case_id, object=access_id)
    return case_id


def list_case_accesses(case: Case) -> list[EmergencyAccessEntry]:
    """Who has had a case of the actor's own house open in an emergency, why and until when."""
    rows = EmergencyAccess.objects.filter(case_id=case.pk).select_related("member__organisation")
    found = list(rows.select_related("reviewed_by").order_by("-created_at"))
    log_read("glass.reviews", case=case.pk, rows=len(found))
    return [
        EmergencyAccessEntry(
            row, read_access_reason(row), "", read_follow_up(row), fetch_value("ends_glass", row.pk)
        )
        for row in found
    ]


def list_follow_ups(actor: Actor, limit: int = 10) -> list[EmergencyAccessEntry]:
    """The actor's openings of which a leader said that something must be followed up."""
    mine = EmergencyAccess.objects.filter(
        member_id=actor.member_id, verdict=ReviewOutcome.FOLLOW_UP
    )
    rows = mine.select_related("member__organisation", "reviewed_by").order_by("-reviewed_at")
    return [EmergencyAccessEntry(row, "", "", read_follow_up(row)) for row in rows[:limit]]


def list_accesses_to_review(actor: Actor) -> list[EmergencyAccessEntry]:
    """Openings of the leader's people or cases that nobody has judged, the oldest first."""
    return _opened(_reviewable(actor).filter(reviewed_at=None).order_by("created_at"))


def list_reviewed_accesses(actor: Actor, limit: int = 20) -> list[EmergencyAccessEntry]:
    """Those judged last."""
    judged = _reviewable(actor).filter(reviewed_at__isnull=False)
    return _opened(judged.order_by("-reviewed_at")[:limit])


def must_answer_danger(access_id: UUID) -> bool:
    """Whether the leader must say if an opening is to last although it was not needed."""
    return bool(fetch_value("asks_of_danger", access_id))


def review_emergency_access(
    *, actor: Actor, access_id: UUID, verdict: str, words: str = "", lasts: bool = False
) -> None:
    """Judge an opening, once; until then she who made it can make no other after 72 hours.

    One that was not needed ends at once. ``lasts``: somebody in the case is in danger now, and a
    leader of its house lets it stay open until its time. ``words``: what must be followed up.

    Raises:
        NotFound: it is none of the leader's to judge, her own, or judged already.
        Rejected: it must be followed up, and nothing says what.
    """
    if verdict == ReviewOutcome.FOLLOW_UP and not words.strip():
        raise Rejected(_("Write what must be followed up."))
    sealed = (
        sealed_box.seal(_key(access_id), words.encode(), b"words" + access_id.bytes)
        if words
        else None
    )
    outcome = ReviewOutcome(verdict).value
    case_id: UUID | None = fetch_value("review_glass", access_id, outcome, lasts, sealed)
    if case_id is None:
        raise NotFound("opening", access_id)
    log_act("glass.review", case=case_id, object=access_id, verdict=verdict)


def _reviewable(actor: Actor) -> QuerySet[EmergencyAccess]:
    own = Q(owner_organisation_id=actor.organisation_id)
    ours = Q(member__organisation_id=actor.organisation_id)
    rows = EmergencyAccess.objects.filter(own | ours).exclude(member__user_id=actor.user_id)
    return rows.select_related("member__organisation", "reviewed_by")


def _opened(rows: QuerySet[EmergencyAccess]) -> list[EmergencyAccessEntry]:
    found = list(rows)
    cases = Case.objects.filter(pk__in={row.case_id for row in found})
    names = dict(cases.values_list("pk", "reference"))
    log_read("glass.reviews", rows=len(found))
    return [
        EmergencyAccessEntry(
            row, read_access_reason(row), names.get(row.case_id, ""), read_follow_up(row)
        )
        for row in found
    ]


def read_access_reason(access: EmergencyAccess) -> str:
    """Why she opened it; empty once it is erased with its case."""
    if not bytes(access.reason_sealed):
        return ""
    return sealed_box.unseal(_key(access.pk), bytes(access.reason_sealed), access.pk.bytes).decode()


def read_follow_up(access: EmergencyAccess) -> str:
    """What a leader said must be followed up; empty where nothing must."""
    if not access.words_sealed:
        return ""
    sealed = bytes(access.words_sealed)
    return sealed_box.unseal(_key(access.pk), sealed, b"words" + access.pk.bytes).decode()


def _key(opening: UUID) -> bytes:
    """Leaders of two organisations read the reason, and one of them no key of the case."""
    return purpose_keys.derive_key(purpose_keys.lasting_key("glass") + opening.bytes, "glass")
