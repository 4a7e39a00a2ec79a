# SPDX-License-Identifier: EUPL-1.2
"""Those who are shut out of cases, looked at again: a leader keeps a bar or ends it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from samvern.access.actor import Actor
from samvern.access.errors import NotFound, ReauthenticationRequired
from samvern.access.gate import fetch_rows, fetch_value
from samvern.access.roles import Role
from samvern.access.unit_of_work import log_act, log_read


@dataclass(frozen=True)
class AnswerableBar:
    """A bar that the actor may answer as a leader."""

    id: UUID
    reference: str
    """Empty where she does not lead the case's unit: its own leaders are gone or shut out."""
    name: str
    added_by: str
    since: datetime
    review_on: date


def list_bars_to_answer(actor: Actor) -> list[AnswerableBar]:
    """The bars a leader may answer, the next day of review first; none for anybody else."""
    if actor.role != Role.LEADER:
        return []
    return [
        AnswerableBar(id, reference or "", *rest)
        for id, reference, *rest in fetch_rows("bars_to_answer")
    ]


def read_bars(actor: Actor) -> list[AnswerableBar]:
    """The same, for the page that shows them."""
    found = list_bars_to_answer(actor)
    log_read("team.bars", rows=len(found))
    return found


def get_bar_to_answer(actor: Actor, id: UUID) -> AnswerableBar:
    """One of them.

    Raises:
        NotFound: there is none such, or it is not hers to answer.
    """
    for found in list_bars_to_answer(actor):
        if found.id == id:
            return found
    raise NotFound("bar", id)


def answer_bar(*, actor: Actor, id: UUID, keeps: bool) -> None:
    """Keep somebody shut out for half a year more, or end it. The database writes the trail.

    Raises:
        ReauthenticationRequired: the leader has not just shown who she is.
        NotFound: there is no such bar, or it is not hers to answer.
    """
    if not actor.is_fresh:
        raise ReauthenticationRequired
    if not fetch_value("answer_bar", id, keeps):
        raise NotFound("bar", id)


def remind_of_bars(*, actor: Actor) -> int:
    """Tell leaders which bars are to be looked at soon, or should have been; how many notices."""
    made: int = fetch_value("remind_of_bars")
    if made:
        log_act("team.bar_remind", notices=made)
    return made
