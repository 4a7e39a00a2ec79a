# SPDX-License-Identifier: EUPL-1.2
"""What is open on a case, and who answers for what goes on when it is closed.

The database ends the rest itself (``cases/sql/closing.sql``); here it is only listed and named.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.case_closing import CLOSABLE_KINDS, ClosableKind, FateAtClosing
from samvern.access.errors import NotFound, Rejected
from samvern.access.models import Member
from samvern.access.unit_of_work import log_act
from samvern.cases.core.models import Aftercare, Case
from samvern.cases.deadlines.domain import list_possible_owners
from samvern.cases.notices.domain import notify

UNNAMED = "SV424"
"""What the database answers when nobody is named for something that goes on."""


@dataclass(frozen=True)
class OpenItem:
    """One living thing of a case; ``keeper_id`` is who answers for it after closing."""

    kind: ClosableKind
    id: UUID
    keeper_id: UUID | None
    text: str = ""
    """What it is, where single things of its kind are told apart."""

    @property
    def name(self) -> str:
        """What it is, by itself or by its kind."""
        return self.text or str(self.kind.label)


@dataclass(frozen=True)
class OpenItems:
    """Everything open on a case, the way whoever ends it needs it."""

    things: tuple[OpenItem, ...]

    @property
    def ends(self) -> list[tuple[str, int]]:
        """What ends with the case, by kind, with how many there are."""
        return _counted(one for one in self.things if one.kind.fate != FateAtClosing.KEPT)

    @property
    def goes_on(self) -> list[OpenItem]:
        """What protects the person now, and goes on."""
        return [one for one in self.things if one.kind.fate == FateAtClosing.KEPT]

    @property
    def can_go_on(self) -> list[OpenItem]:
        """What ends unless somebody is named for it."""
        return [one for one in self.things if one.kind.fate == FateAtClosing.EITHER]

    @property
    def all(self) -> list[tuple[str, int]]:
        """Everything by kind, with how many there are."""
        return _counted(self.things)

    def counts(self, kept: Collection[UUID]) -> tuple[dict[str, int], dict[str, int]]:
        """For the trail: how many of each kind ended, and how many went on."""
        ended = Counter(one.kind.name for one in self.things if one.id not in kept)
        return dict(ended), dict(Counter(o.kind.name for o in self.things if o.id in kept))


def list_open_items(case: Case) -> OpenItems:
    """Everything open on a case the actor has a say over; nothing of a case she has not."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, thing, keeper FROM gate.alive_on(%s)", [case.pk])
        rows = cursor.fetchall()
    ids: dict[str, list[UUID]] = defaultdict(list)
    for name, thing, _keeper in rows:
        ids[name].append(thing)
    texts = _texts(case, ids)
    return OpenItems(
        tuple(
            OpenItem(CLOSABLE_KINDS[name], thing, keeper, texts.get(thing, ""))
            for name, thing, keeper in rows
        )
    )


def list_possible_keepers(case: Case) -> list[Member]:
    """Who can answer for what goes on: those on the team, who see the closed case too."""
    return sorted(list_possible_owners(case), key=lambda member: member.name)


def list_kept_items(case: Case) -> list[tuple[OpenItem, str]]:
    """What goes on although the case is closed, and who answers for it."""
    kept = [one for one in list_open_items(case).things if one.keeper_id is not None]
    found = Member.objects.filter(pk__in=[one.keeper_id for one in kept])
    names = dict(found.values_list("pk", "name"))
    return [(one, names.get(one.keeper_id, "")) for one in kept if one.keeper_id]


def assign_keepers(
    *, actor: Actor, case: Case, named: Mapping[UUID, UUID], lives: OpenItems
) -> None:
    """Say who answers for things when the case is closed; each is told.

    Raises:
        Rejected: one of them does not work on the case.
        NotFound: there is no such thing that can go on.
    """
    able = {one.id: one for one in (*lives.goes_on, *lives.can_go_on)}
    known = {member.pk for member in list_possible_keepers(case)}
    for thing_id, member_id in named.items():
        if member_id not in known:
            raise Rejected(_("Choose somebody who works on the case."))
        if thing_id not in able:
            raise NotFound("thing", thing_id)
        kept = Aftercare(
            case=case, created_by_id=actor.member_id, kind=able[thing_id].kind.name,
            thing_id=thing_id, member_id=member_id,
        )  # fmt: skip
        kept.save(force_insert=True)
        _told(actor, kept)


def change_keeper(*, actor: Actor, case: Case, thing_id: UUID, member_id: UUID) -> None:
    """Let somebody else answer for something that goes on.

    Raises:
        Rejected: she does not work on the case. NotFound: nothing such goes on.
    """
    if member_id not in {member.pk for member in list_possible_keepers(case)}:
        raise Rejected(_("Choose somebody who works on the case."))
    kept = Aftercare.objects.filter(case=case, thing_id=thing_id, ended_at=None).first()
    if kept is None:
        raise NotFound("thing", thing_id)
    Aftercare.objects.filter(pk=kept.pk).update(member_id=member_id)
    kept.member_id = member_id
    log_act("aftercare.pass", case=case.pk, object=thing_id, to=member_id)
    _told(actor, kept)


def transfer_kept_items(*, actor: Actor, case: Case, giver_id: UUID, taker_id: UUID) -> None:
    """What somebody answered for goes along when the case gets another owner."""
    for kept in Aftercare.objects.filter(case=case, member_id=giver_id, ended_at=None):
        change_keeper(actor=actor, case=case, thing_id=kept.thing_id, member_id=taker_id)


def _told(actor: Actor, kept: Aftercare) -> None:
    if kept.member_id != actor.member_id:
        key = f"aftercare:{kept.pk}:{kept.member_id}"
        notify(kept.member_id, "aftercare", key, case_id=kept.case_id, about_id=kept.thing_id)


def _counted(things: Iterable[OpenItem]) -> list[tuple[str, int]]:
    return list(Counter(str(one.kind.label) for one in things).items())


def _texts(case: Case, ids: Mapping[str, Sequence[UUID]]) -> dict[UUID, str]:
    texts: dict[UUID, str] = {}
    for name, things in ids.items():
        if words := CLOSABLE_KINDS[name].words:
            texts |= words(case, things)
    return texts
