# SPDX-License-Identifier: EUPL-1.2
"""Who a person is, as claims: who said it, how sure it is, for how long. None is overwritten.

A wrong claim is ended with a reason; a right one may take its place. Values are sealed, and shown
only to somebody who says what for.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from samvern.access.actor import Actor
from samvern.access.errors import NotFound
from samvern.access.quotas import consume_quota
from samvern.access.reauthentication import require_recent_authentication
from samvern.access.unit_of_work import log_act, log_read
from samvern.identity.blind_indexes import blind_index
from samvern.identity.claims import values
from samvern.identity.claims.values import KnownClaim, SearchTerm
from samvern.identity.keys import open_keeper
from samvern.identity.models import Claim, LookUp
from samvern.identity.sealing import open_field, seal_fields, set_sealed

_KINDS = list(Claim.Kind.values)
CHANGE_LISTENERS: list[Callable[[Actor, Claim, str], None]] = []
"""What follows when a claim is made, with its value, or set aside, with none: of rooms above."""


class Subject(Protocol):
    """A person of a case; the room of cases has them."""

    @property
    def pk(self) -> UUID:
        """Her id."""

    @property
    def case_id(self) -> UUID:
        """Her case."""


@dataclass(frozen=True, slots=True)
class ClaimInput:
    """What is claimed, by whom, how sure, and for which time."""

    kind: str
    value: str
    source: str
    confidence: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class ClaimEntry:
    """A claim as a page shows it; value and reason are empty until they are asked for."""

    claim: Claim
    value: str = ""
    why_ended: str = ""


def record_claim(*, actor: Actor, person: Subject, said: ClaimInput) -> Claim:
    """Add a claim beside those there are, and what it can be found by.

    Raises:
        ValueProblem: the value cannot be one of its kind.
    """
    value = values.clean_value(
        said.kind,
        said.value,
        synthetic_allowed=not settings.PRODUCTION,
        on=timezone.localdate(),
    )
    claim = Claim(
        case_id=person.case_id,
        person_id=person.pk,
        kind=said.kind,
        source=said.source,
        confidence=said.confidence,
        since=said.since,
        until=said.until,
        created_by_id=actor.member_id,
    )
    set_sealed(claim, value=value)
    others = open_known_claims(person)
    claim.save(force_insert=True)
    LookUp.objects.bulk_create(index_entries(claim, value, others))
    log_act("claim.add", case=person.case_id, object=claim.pk, kind=said.kind, source=said.source)
    _follow(actor, claim, value)
    return claim


def end_claim(*, actor: Actor, claim: Claim, reason: str, replaced_by: Claim | None = None) -> None:
    """Set a claim aside because it is wrong or no longer holds; it stays with the reason.

    Raises:
        NotFound: it was set aside already.
    """
    changed = Claim.objects.filter(pk=claim.pk, ended_at=None).update(
        ended_at=timezone.now(),
        ended_by_id=actor.member_id,
        **seal_fields(claim, end=reason),
        replaced_by_id=replaced_by.pk if replaced_by else None,
    )
    if not changed:
        raise NotFound("claim", claim.pk)
    log_act("claim.end", case=claim.case_id, object=claim.pk, kind=claim.kind)
    _follow(actor, claim, "")


def correct_claim(
    *, actor: Actor, person: Subject, claim: Claim, said: ClaimInput, reason: str
) -> Claim:
    """Put a right claim in the place of a wrong one; both remain.

    Raises:
        ValueProblem: the value cannot be one of its kind.
        NotFound: the wrong one was set aside already.
    """
    right = record_claim(actor=actor, person=person, said=said)
    end_claim(actor=actor, claim=claim, reason=reason, replaced_by=right)
    return right


def list_claims(*, actor: Actor, person: Subject) -> list[ClaimEntry]:
    """All claims about a person, those set aside last. Their values stay sealed."""
    shown = [ClaimEntry(row) for row in _rows(person)]
    log_read("identity.list", case=person.case_id, object=person.pk, rows=len(shown))
    return shown


def get_claim(actor: Actor, person: Subject, id: UUID) -> Claim:
    """A claim about a person the actor has reached.

    Raises:
        NotFound: there is none.
    """
    found = _of(person).filter(pk=id).first()
    if found is None:
        raise NotFound("claim", id)
    return found


def reveal_claims(
    *, actor: Actor, person: Subject, reason: str, words: str = ""
) -> list[ClaimEntry]:
    """The same with their values, and why some were set aside.

    The person counts against the actor's allowance, once an hour, and the trail says who saw
    her, which kinds of claims, and what for.

    Raises:
        ReauthenticationRequired: the actor has not proved who she is in the last five minutes.
        RateLimited: she has looked at more people than her work should need.
    """
    require_recent_authentication(actor)
    return _open("identity.reveal", person, _rows(person), reason=reason, words=words)


def use_claims(
    *, actor: Actor, person: Subject, kinds: Collection[str], reason: str
) -> list[ClaimEntry]:
    """The living claims of some kinds, for work that needs them and shows them to nobody here.

    The allowance and the trail are the same as when they are shown.

    Raises:
        RateLimited: the actor has opened more people than her work should need.
    """
    rows = [row for row in _rows(person) if row.kind in kinds and row.ended_at is None]
    return _open("identity.use", person, rows, reason=reason) if rows else []


def list_known_kinds(person: Subject) -> set[str]:
    """Of which kinds there are living claims; nothing is opened."""
    return set(_of(person).filter(ended_at=None).values_list("kind", flat=True))


def open_known_claims(person: Subject) -> list[KnownClaim]:
    """The living claims with their values, for this room alone: nothing of it is shown."""
    return [KnownClaim(row, open_field(row, "value")) for row in _of(person).filter(ended_at=None)]


def index_entries(claim: Claim, value: str, others: list[KnownClaim]) -> list[LookUp]:
    """What a claim is found by, alone and together with older ones."""
    alone = [_entry(claim, term) for term in values.search_terms(claim.kind, value)]
    together = [
        _entry(claim, term, other.claim.pk)
        for term, other in values.paired_terms(claim.kind, value, others)
    ]
    return alone + together


def _follow(actor: Actor, claim: Claim, value: str) -> None:
    for follow in CHANGE_LISTENERS:
        follow(actor, claim, value)


def _entry(claim: Claim, term: SearchTerm, with_claim_id: UUID | None = None) -> LookUp:
    return LookUp(
        case_id=claim.case_id,
        person_id=claim.person_id,
        claim_id=claim.pk,
        with_claim_id=with_claim_id,
        blind=blind_index(open_keeper(), term.field, term.text),
    )


def _open(act: str, person: Subject, rows: list[Claim], **told: str) -> list[ClaimEntry]:
    consume_quota("identity.reveal", about=person.pk)
    shown = [kind for kind in _KINDS if any(row.kind == kind for row in rows)]
    log_read(act, case=person.case_id, object=person.pk, **told, rows=len(rows), shown=shown)
    return [
        ClaimEntry(
            row,
            open_field(row, "value"),
            open_field(row, "end"),
        )
        for row in rows
    ]


def _rows(person: Subject) -> list[Claim]:
    rows = _of(person).select_related("created_by", "ended_by").order_by("created_at")
    return sorted(rows, key=lambda row: (row.ended_at is not None, _KINDS.index(row.kind)))


def _of(person: Subject) -> QuerySet[Claim]:
    return Claim.objects.filter(case_id=person.case_id, person_id=person.pk)
