# SPDX-License-Identifier: EUPL-1.2
"""Sealing what is written about people, with the key of the one it is about.

A subject is a person or a case. The row that holds her key is behind the wall, so whoever cannot
see the case cannot open anything of it, even with the ciphertext in hand. Opened keys are kept
for the length of one piece of work and no longer.

``field`` names the column the bytes lie in, as ``note.text`` does for ``Note.text_sealed``, or
one of ``OUTSIDE`` for what lies outside the database.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from uuid import UUID

from django.apps import apps
from django.db import connection, models

from samvern.access.actor import Actor
from samvern.access.audit import log_act
from samvern.access.errors import NotFound
from samvern.access.models.base import stored_name
from samvern.access.unit_of_work import current_unit_of_work
from samvern.identity import envelope
from samvern.identity.envelope import SealedPlace
from samvern.identity.envelope import UnsealError as UnsealError
from samvern.identity.keys import Wrapped, open_keeper
from samvern.identity.models import Key

OUTSIDE = frozenset({"document.content", "parcel.answers"})
SUFFIX = "_sealed"


class KeyDestroyed(NotFound):
    """The subject's key was destroyed: what was sealed with it is gone for good."""


def create_key(*, actor: Actor, subject_id: UUID, case_id: UUID) -> None:
    """Give a new person or case a key of its own, before anything about it is sealed."""
    key = envelope.new_key()
    wrapped = open_keeper().wrap(key)
    Key.objects.create(
        case_id=case_id, subject_id=subject_id, keeper=wrapped.keeper, wrapped=wrapped.data
    )
    current_unit_of_work().cache["key", subject_id] = [(1, key)]


def seal(subject_id: UUID, field: str, row_id: UUID, text: str) -> bytes:
    """A text sealed for one column of one row.

    Raises:
        NotFound: the subject is none of the actor's business.
        Erased: its key was destroyed.
        ValueError: no column is called ``field``.
    """
    return seal_bytes(subject_id, field, row_id, text.encode())


def unseal(subject_id: UUID, field: str, row_id: UUID, data: bytes | memoryview | None) -> str:
    """The text that was sealed there; empty where the column is.

    Raises:
        NotFound: the subject is none of the actor's business.
        Erased: its key was destroyed.
        Unreadable: it was sealed for another place, or changed since.
    """
    return unseal_bytes(subject_id, field, row_id, data).decode()


def seal_bytes(subject_id: UUID, field: str, row_id: UUID, content: bytes) -> bytes:
    """The same for bytes."""
    if field not in sealed_fields():
        raise ValueError(f"no column is called {field!r}; it is written as note.text")
    version, key = _keys(subject_id)[0]
    return envelope.seal(key, SealedPlace(field, subject_id, row_id, version), content)


def unseal_bytes(
    subject_id: UUID, field: str, row_id: UUID, data: bytes | memoryview | None
) -> bytes:
    """The same for bytes."""
    if data is None:
        return b""
    for version, key in _keys(subject_id):
        try:
            return envelope.unseal(
                key, SealedPlace(field, subject_id, row_id, version), bytes(data)
            )
        except UnsealError:
            continue
    raise UnsealError


def shred_key(*, actor: Actor, subject_id: UUID, case_id: UUID) -> None:
    """Destroy the key of something in a case, such as a document: nothing of it opens again.

    A person's key and a case's are destroyed by the gate when two people have said so.

    Raises:
        NotFound: no such key is the actor's to destroy.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT gate.shred_key(%s)", [subject_id])
        if not cursor.fetchone()[0]:
            raise NotFound("key", subject_id)
    current_unit_of_work().cache.pop(("key", subject_id), None)
    log_act("key.shred", case=case_id, object=subject_id)


def load_keys(subject_ids: Sequence[UUID]) -> None:
    """Fetch the keys of many subjects in one query, before a list shows something of each."""
    memory = current_unit_of_work().cache
    missing = [each for each in subject_ids if ("key", each) not in memory]
    if not missing:
        return
    keeper = open_keeper()
    found: dict[UUID, list[tuple[int, bytes]]] = {}
    for row in Key.objects.filter(subject_id__in=missing).order_by("-version"):
        keys = found.setdefault(row.subject_id, [])
        if row.wrapped is not None:
            keys.append((row.version, keeper.unwrap(Wrapped(row.keeper, bytes(row.wrapped)))))
    memory.update({("key", subject_id): keys for subject_id, keys in found.items()})


def _keys(subject_id: UUID) -> list[tuple[int, bytes]]:
    """Versions and keys of a subject, newest first."""
    load_keys([subject_id])
    keys: list[tuple[int, bytes]] | None = current_unit_of_work().cache.get(("key", subject_id))
    if keys is None:
        raise NotFound("key", subject_id)
    if not keys:
        raise KeyDestroyed("key", subject_id)
    return keys


def sealed_columns() -> dict[str, tuple[type[models.Model], str]]:
    """Every sealed column of the house by the name of its field."""
    return {
        f"{stored_name(model)}.{column.name.removesuffix(SUFFIX)}": (model, column.name)
        for model in apps.get_models()
        for column in model._meta.get_fields()
        if isinstance(column, models.BinaryField) and column.name.endswith(SUFFIX)
    }


@lru_cache(maxsize=1)
def sealed_fields() -> frozenset[str]:
    """What may be sealed."""
    return OUTSIDE | frozenset(sealed_columns())
