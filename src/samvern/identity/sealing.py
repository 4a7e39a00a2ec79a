# SPDX-License-Identifier: EUPL-1.2
"""Sealing what is written about people, with the key of the one it is about.

A subject is a person or a case. The row that holds her key is behind the wall, so whoever cannot
see the case cannot open anything of it, even with the ciphertext in hand. Opened keys are kept
for the length of one piece of work and no longer.

A model declares what it seals and whose key seals it (``access.models.sealed``): ``seal_fields``
and ``open_field`` need the row and the short name alone, ``text`` for ``Note.text_sealed``.
Underneath, ``field`` names the column the bytes lie in, as ``note.text`` does, or one of
``OUTSIDE`` for what lies outside the database.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter
from uuid import UUID

from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.db import models

from samvern.access.actor import Actor
from samvern.access.errors import NotFound
from samvern.access.gate import fetch_value
from samvern.access.models.sealed import (
    SUFFIX,
    SealedField,
    sealed_field,
    sealed_fields_of,
    shown_fields_of,
)
from samvern.access.unit_of_work import current_unit_of_work, log_act, note_opened
from samvern.common.sealed_box import UnsealError as UnsealError
from samvern.identity import envelope
from samvern.identity.envelope import SealedPlace
from samvern.identity.keys import Wrapped, open_keeper
from samvern.identity.models import Key

OUTSIDE = frozenset({"document.content", "parcel.answers"})


class KeyDestroyed(NotFound):
    """The subject's key was destroyed: what was sealed with it is gone for good."""


def create_key(*, actor: Actor, subject_id: UUID, case_id: UUID) -> None:
    """Give a new person or case a key of its own, before anything about it is sealed."""
    key = envelope.new_key()
    wrapped = open_keeper().wrap(key)
    Key.objects.create(
        case_id=case_id, subject_id=subject_id, keeper=wrapped.keeper, wrapped=wrapped.data
    )
    memory = current_unit_of_work().cache
    memory["key", subject_id], memory["case of key", subject_id] = [(1, key)], case_id


def seal_fields(row: models.Model, **texts: str | bytes) -> dict[str, bytes | None]:
    """Texts sealed for columns of a row, as values of its columns: ``seal_fields(note, text=...)``.

    An empty text of a column that may be empty is None.

    Raises:
        FieldDoesNotExist: a column is not declared.
        NotFound, KeyDestroyed: as ``seal``.
    """
    return {name + SUFFIX: _sealed(row, sealed_field(row, name), texts[name]) for name in texts}


def set_sealed(row: models.Model, **texts: str | bytes) -> None:
    """The same, set on the row, which is not saved."""
    for column, sealed in seal_fields(row, **texts).items():
        setattr(row, column, sealed)


def open_field(row: models.Model, name: str, earlier: bytes | None = None) -> str:
    """The text of a sealed column of a row; empty where the column is.

    ``earlier``: what the column once was, to be opened instead.

    Raises:
        FieldDoesNotExist: the column is not declared.
        NotFound, KeyDestroyed, UnsealError: as ``unseal``.
    """
    return open_bytes(row, name, earlier).decode()


def open_shown(row: models.Model) -> dict[str, str]:
    """What a row's page and its print say of it by declaration alone, by short name."""
    return {each.short_name: open_field(row, each.short_name) for each in shown_fields_of(row)}


def describe_shown(row: models.Model) -> list[tuple[str, str]]:
    """The same with the label of each, without what is empty."""
    texts = open_shown(row)
    told = [(str(each.label), texts[each.short_name]) for each in shown_fields_of(row)]
    return [(label, text) for label, text in told if text]


def open_bytes(row: models.Model, name: str, earlier: bytes | None = None) -> bytes:
    """The same for bytes."""
    field = sealed_field(row, name)
    sealed = earlier or getattr(row, field.attname)
    return unseal_bytes(sealed_for(row, field), field.seal_name, row.pk, sealed)


def sealed_for(row: models.Model, field: SealedField) -> UUID:
    """Whose key seals a column of a row.

    Raises:
        ValueError: no subject's does.
    """
    if field.subject is None:
        raise ValueError(f"{field.seal_name} is sealed by another key than a subject's")
    subject: UUID = attrgetter(field.subject)(row)
    return subject


def _sealed(row: models.Model, field: SealedField, text: str | bytes) -> bytes | None:
    if field.null and not text:
        return None
    content = text.encode() if isinstance(text, str) else text
    return seal_bytes(sealed_for(row, field), field.seal_name, row.pk, content)


def seal(subject_id: UUID, field: str, row_id: UUID, text: str) -> bytes:
    """A text sealed for one column of one row.

    Raises:
        NotFound: the subject is none of the actor's business.
        KeyDestroyed: its key was destroyed.
        ValueError: no column is called ``field``.
    """
    return seal_bytes(subject_id, field, row_id, text.encode())


def unseal(subject_id: UUID, field: str, row_id: UUID, data: bytes | memoryview | None) -> str:
    """The text that was sealed there; empty where the column is.

    Raises:
        NotFound: the subject is none of the actor's business.
        KeyDestroyed: its key was destroyed.
        UnsealError: it was sealed for another place, or changed since.
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
            opened = envelope.unseal(
                key, SealedPlace(field, subject_id, row_id, version), bytes(data)
            )
        except UnsealError:
            continue
        _note_opened(subject_id, field)
        return opened
    raise UnsealError


def _note_opened(subject_id: UUID, field: str) -> None:
    """The trail says what was opened; of what has no case it names the thing itself."""
    case_id = current_unit_of_work().cache.get(("case of key", subject_id), subject_id)
    if case_id != subject_id or field in _of_cases():
        note_opened(field, case=case_id, object=None)
    else:
        note_opened(field, case=None, object=subject_id)


@lru_cache(maxsize=1)
def _of_cases() -> frozenset[str]:
    """Fields that lie in a case, whose key may be the case's own."""
    return frozenset(
        name
        for name, (model, _field) in sealed_columns().items()
        if model._meta.db_table == "cases_case"
        or any(each.name in ("case", "case_id") for each in model._meta.concrete_fields)
    )


def shred_key(*, actor: Actor, subject_id: UUID, case_id: UUID) -> None:
    """Destroy the key of something in a case, such as a document: nothing of it opens again.

    A person's key and a case's are destroyed by the gate when two people have said so.

    Raises:
        NotFound: no such key is the actor's to destroy.
    """
    if not fetch_value("shred_key", subject_id):
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
        memory["case of key", row.subject_id] = row.case_id
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


def sealed_columns() -> dict[str, tuple[type[models.Model], SealedField]]:
    """Every sealed column of the house by what its seal is bound to."""
    return {
        field.seal_name: (model, field)
        for model in apps.get_models()
        for field in sealed_fields_of(model)
    }


def require_declarations() -> None:
    """Every column named as a sealed one must say what it holds.

    Raises:
        ImproperlyConfigured: one is not declared with ``SealedField``.
    """
    for model in apps.get_models():
        for column in model._meta.concrete_fields:
            if column.name.endswith(SUFFIX) and not isinstance(column, SealedField):
                raise ImproperlyConfigured(
                    f"{model.__name__}.{column.name} is no SealedField: say what it holds, whose"
                    " key seals it and who reads it"
                )


@lru_cache(maxsize=1)
def sealed_fields() -> frozenset[str]:
    """What may be sealed."""
    return OUTSIDE | frozenset(sealed_columns())
