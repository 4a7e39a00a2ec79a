# SPDX-License-Identifier: EUPL-1.2
"""What a conference agreed on: its common plan and its minutes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.categories import Category
from samvern.access.errors import NotFound, Rejected
from samvern.access.unit_of_work import log_act
from samvern.access.workflow import apply_transition
from samvern.coordination.conferences.models import (
    Conference,
    Minutes,
    MinutesAnswer,
    Participant,
    PlanItem,
    PlanItemStep,
)
from samvern.coordination.workflow import CONFERENCE, ITEM
from samvern.identity.sealing import open_field, set_sealed

OPEN = ("planned", "held")


@dataclass(frozen=True)
class PlanItemText:
    """One thing of the common plan with its words opened."""

    row: PlanItem
    text: str
    who: str
    late: bool


@dataclass(frozen=True)
class SectionAnswer:
    """An answer to a section."""

    who: str
    verdict: str
    words: str
    mine: bool


@dataclass(frozen=True)
class MinutesSection:
    """The latest version of what was said about one category, and what was answered to it."""

    row: Minutes
    text: str
    answers: tuple[SectionAnswer, ...]
    earlier: tuple[tuple[int, str], ...]

    @property
    def label(self) -> str:
        """What it is about."""
        return str(Category(self.row.category).label)


def plan_of(conference: Conference) -> list[PlanItemText]:
    """The common plan, as far as the reader sees it; what is next due first."""
    rows = PlanItem.objects.filter(conference=conference).select_related("participant", "receiver")
    today = timezone.localdate()
    return [
        PlanItemText(
            row,
            open_field(row, "what"),
            row.participant.name,
            row.state == ITEM.first and row.due_on is not None and row.due_on < today,
        )
        for row in rows
    ]


def add_item(
    *,
    actor: Actor,
    conference: Conference,
    what: str,
    participant_id: UUID,
    due_on: date | None = None,
) -> PlanItem:
    """Write down what one of those at the table does.

    Raises:
        Rejected: the minutes are closed, or there is no such participant.
    """
    _refuse_closed(conference)
    participant = Participant.objects.filter(conference=conference, pk=participant_id).first()
    if participant is None:
        raise Rejected(_("Choose somebody who sits at the table."))
    row = PlanItem(
        id=uuid4(),
        organisation_id=actor.organisation_id,
        created_by_id=actor.member_id,
        state=ITEM.first,
        conference=conference,
        case_id=conference.case_id,
        participant=participant,
        receiver_id=participant.receiver_id,
        due_on=due_on,
    )
    set_sealed(row, what=what)
    row.save(force_insert=True)
    log_act("planitem.add", case=row.case_id, object=row.pk)
    return row


def get_item(conference: Conference, id: UUID) -> PlanItem:
    """One thing of the plan of a conference that was reached.

    Raises:
        NotFound: there is none for this reader.
    """
    found = PlanItem.objects.filter(conference=conference, pk=id).first()
    if found is None:
        raise NotFound("planitem", id)
    return found


def move_item(*, actor: Actor, item: PlanItem, move: str) -> PlanItem:
    """Say that it is done, not done after all, or dropped. Raises StaleState, NotFound."""
    step = PlanItemStep(of=item, case_id=item.case_id, move=move)
    return apply_transition(ITEM, step, item, actor=actor)


def write_minutes(
    *, actor: Actor, conference: Conference, category: str, text: str, version: int = 0
) -> Minutes:
    """Write a section; ``version`` is the one it was written from, 0 where there was none.

    Raises:
        Rejected: the minutes are closed, or somebody wrote a newer version meanwhile.
    """
    _refuse_closed(conference)
    row = Minutes(
        id=uuid4(),
        conference=conference,
        case_id=conference.case_id,
        category=category,
        version=version + 1,
        created_by_id=actor.member_id,
    )
    set_sealed(row, text=text)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise Rejected(
            _("Somebody has written a newer version of this section. Open it and add your text.")
        ) from error
    log_act("minutes.write", case=row.case_id, object=row.pk, category=category)
    return row


def minutes_of(actor: Actor, conference: Conference) -> list[MinutesSection]:
    """The sections the reader may read, each with its answers and its earlier versions."""
    by_category: dict[str, list[Minutes]] = {}
    for row in Minutes.objects.filter(conference=conference):
        by_category.setdefault(row.category, []).append(row)
    latest = [rows[0].pk for rows in by_category.values()]
    answers = _answers(actor, conference, latest)
    return [
        MinutesSection(
            rows[0],
            _text(conference, rows[0]),
            tuple(answers.get(rows[0].pk, ())),
            tuple((row.version, _text(conference, row)) for row in rows[1:]),
        )
        for rows in by_category.values()
    ]


def answer_minutes(
    *,
    actor: Actor,
    conference: Conference,
    participant: Participant,
    answers: Mapping[UUID, tuple[str, str]],
) -> int:
    """What a participant says of sections: verdict and words, by section; how many.

    Raises:
        Rejected: she objects and does not say to what. NotFound: a section is not hers to read.
    """
    readable = set(
        Minutes.objects.filter(conference=conference, pk__in=answers).values_list("pk", flat=True)
    )
    for minutes_id, (verdict, words) in answers.items():
        if minutes_id not in readable or participant.member_id != actor.member_id:
            raise NotFound("minutes", minutes_id)
        if verdict == MinutesAnswer.Verdict.OBJECTS and not words.strip():
            raise Rejected(_("Say what you object to."))
        row = MinutesAnswer(
            id=uuid4(),
            minutes_id=minutes_id,
            case_id=conference.case_id,
            participant=participant,
            verdict=verdict,
            created_by_id=actor.member_id,
        )
        set_sealed(row, words=words)
        row.save(force_insert=True)
        log_act("minutes.answer", case=row.case_id, object=minutes_id, verdict=verdict)
    return len(answers)


def _answers(
    actor: Actor, conference: Conference, ids: list[UUID]
) -> dict[UUID, list[SectionAnswer]]:
    found: dict[UUID, list[SectionAnswer]] = {}
    for row in MinutesAnswer.objects.filter(minutes_id__in=ids).select_related("participant"):
        words = open_field(row, "words")
        mine = row.created_by_id == actor.member_id
        found.setdefault(row.minutes_id, []).append(
            SectionAnswer(row.participant.name, row.verdict, words, mine)
        )
    return found


def _text(conference: Conference, row: Minutes) -> str:
    return open_field(row, "text")


def _refuse_closed(conference: Conference) -> None:
    if conference.state not in OPEN:
        raise Rejected(
            _("It is now: %(state)s. Open the minutes again before you write in them.")
            % {"state": CONFERENCE.states[conference.state]}
        )
