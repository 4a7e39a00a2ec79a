# SPDX-License-Identifier: EUPL-1.2
"""Sealing and opening what is kept about a subject: the only door to the cipher.

A subject is a person or a case. Opened keys live for one piece of work and are forgotten after it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from samvern.access.actor import Actor
from samvern.access.errors import Absent
from samvern.access.work import current_work
from samvern.identity import envelope
from samvern.identity.envelope import Place
from samvern.identity.keys import Wrapped, open_keeper
from samvern.identity.models import Key


@dataclass(frozen=True, slots=True)
class Opened:
    """A subject's key as it can be used now."""

    version: int
    key: bytes


def new_key(*, actor: Actor, subject_id: UUID, case_id: UUID) -> None:
    """Make the key of a new subject of a case."""
    key = envelope.new_key()
    wrapped = open_keeper().wrap(key)
    Key(case_id=case_id, subject_id=subject_id, keeper=wrapped.keeper, wrapped=wrapped.data).save(
        force_insert=True
    )
    _remembered()[subject_id] = [Opened(1, key)]


def seal(subject_id: UUID, field: str, row_id: UUID, text: str) -> bytes:
    """A text sealed for one field of one row of a subject.

    Raises:
        Absent: the subject has no key that this actor may use, or it has been destroyed.
    """
    return seal_bytes(subject_id, field, row_id, text.encode())


def seal_bytes(subject_id: UUID, field: str, row_id: UUID, value: bytes) -> bytes:
    """The same for bytes, such as a document."""
    newest = _keys(subject_id)[0]
    return envelope.seal(newest.key, Place(field, subject_id, row_id, newest.version), value)


def unseal(subject_id: UUID, field: str, row_id: UUID, sealed: bytes | memoryview | None) -> str:
    """The text sealed for this field of this row; empty when there is none.

    Raises:
        Absent: no key that this actor may use.
        Unreadable: it was sealed for another place, or changed since.
    """
    return "" if sealed is None else unseal_bytes(subject_id, field, row_id, sealed).decode()


def unseal_bytes(subject_id: UUID, field: str, row_id: UUID, sealed: bytes | memoryview) -> bytes:
    """The same for bytes. While keys are rotated an older one still opens."""
    keys = _keys(subject_id)
    for opened in keys[:-1]:
        try:
            return _open(opened, subject_id, field, row_id, sealed)
        except envelope.Unreadable:
            continue
    return _open(keys[-1], subject_id, field, row_id, sealed)


def open_keys(subject_ids: Sequence[UUID]) -> None:
    """Fetch the keys of many subjects in one query, before a list is shown."""
    missing = [each for each in subject_ids if each not in _remembered()]
    found: dict[UUID, list[Opened]] = {}
    for key in Key.objects.filter(subject_id__in=missing, shredded_at=None).order_by("-version"):
        found.setdefault(key.subject_id, []).append(_unwrap(key))
    _remembered().update(found)


def _open(
    opened: Opened, subject: UUID, field: str, row: UUID, sealed: bytes | memoryview
) -> bytes:
    return envelope.unseal(opened.key, Place(field, subject, row, opened.version), bytes(sealed))


def _keys(subject_id: UUID) -> list[Opened]:
    if subject_id not in _remembered():
        open_keys([subject_id])
    keys = _remembered().get(subject_id)
    if not keys:
        raise Absent("key", subject_id)
    return keys


def _unwrap(key: Key) -> Opened:
    assert key.wrapped is not None  # one that is not shredded
    return Opened(key.version, open_keeper().unwrap(Wrapped(key.keeper, bytes(key.wrapped))))


def _remembered() -> dict[UUID, list[Opened]]:
    keys: dict[UUID, list[Opened]] = current_work().memory.setdefault("keys", {})
    return keys
