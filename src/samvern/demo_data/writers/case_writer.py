# SPDX-License-Identifier: EUPL-1.2
"""The rows of one case, each sealed with the key of the one it is about."""

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Model

from samvern.access.actor import Actor
from samvern.access.models.base import stored_name
from samvern.cases.core.domain import LETTERS, REFERENCE_LENGTH
from samvern.demo_data.model import Story
from samvern.demo_data.organisations.members import DemoMembers, same_id
from samvern.demo_data.random_draws import Draws
from samvern.identity import envelope
from samvern.identity.envelope import SealedPlace
from samvern.identity.keys import open_keeper
from samvern.identity.models import Key

Row = TypeVar("Row", bound=Model)


class CaseWriter:
    """What is written of one story by its owner."""

    def __init__(self, actor: Actor, cast: DemoMembers, draws: Draws, story: Story) -> None:
        self.actor, self.cast, self.draws, self.story = actor, cast, draws, story
        self.case_id = same_id("case", draws.seed, story.key)
        self.rows: list[Model] = []
        self._counts: Counter[str] = Counter()
        self._keys: dict[UUID, bytes] = {}

    def person_id(self, number: int) -> UUID:
        """The key of a person of the case, by her number in it."""
        return same_id("person", self.draws.seed, self.story.key, str(number))

    def new_key(self, subject: UUID) -> None:
        """A key for the case or one of its people, before anything about it is sealed."""
        self._keys[subject] = envelope.new_key()
        wrapped = open_keeper().wrap(self._keys[subject])
        self.rows.append(
            Key(
                created_at=self.at(self.story.opened_on),
                case_id=self.case_id,
                subject_id=subject,
                keeper=wrapped.keeper,
                wrapped=wrapped.data,
            )
        )

    def seal(self, subject: UUID, field: str, row_id: UUID, text: str) -> bytes:
        """A text sealed for one column of one row; ``field`` is written as ``note.text``."""
        return envelope.seal(
            self._keys[subject], SealedPlace(field, subject, row_id, 1), text.encode()
        )

    def at(self, day: date) -> datetime:
        """A moment of a working day, so that rows of one day keep an order."""
        minutes = sum(self._counts.values()) % 480
        return datetime.combine(day, time(7 + minutes // 60, minutes % 60), UTC)

    def add(
        self,
        model: type[Row],
        day: date,
        texts: Mapping[str, str],
        *,
        person: int | None = None,
        **values: Any,
    ) -> Row:
        """One row about the case, or about one of its people; texts that are empty stay empty."""
        kind = stored_name(model)
        row_id = same_id(kind, self.draws.seed, self.story.key, str(self._counts[kind]))
        self._counts[kind] += 1
        subject = self.case_id if person is None else self.person_id(person)
        for column, text in texts.items():
            if text:
                sealed = self.seal(subject, f"{kind}.{column}", row_id, text)
                values[f"{column}_sealed"] = sealed
        if person is not None:
            values["person_id"] = subject
        values |= {"id": row_id, "case_id": self.case_id, "created_at": self.at(day)}
        if "created_by" in _names(model):
            values["created_by_id"] = self.actor.member_id
        if "changed_at" in _names(model):
            values["changed_at"] = values["created_at"]
        row = model(**values)
        self.rows.append(row)
        return row


def reference_of(draws: Draws, key: str) -> str:
    """A reference as new cases get, the same for the same story."""
    drawn = draws.named("reference", key).choices(LETTERS, k=REFERENCE_LENGTH)
    return "".join(drawn[:4]) + "-" + "".join(drawn[4:])


def _names(model: type[Model]) -> set[str]:
    return {field.name for field in model._meta.get_fields()}
