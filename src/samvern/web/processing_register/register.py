# SPDX-License-Identifier: EUPL-1.2
"""Every stored field with its level, compared with the tables.

The levels are read from ``fields.yaml``, but for sealed columns, whose models declare them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.apps import apps
from django.db import models

from samvern.access.models.sealed import LEVEL, SealedField, sealed_fields_of

FILE = Path(__file__).parent / "fields.yaml"
WORDS = (models.CharField, models.TextField, models.JSONField)
CODE = models.SlugField
"""Takes no words; one of a known name needs no reason of its own in each table."""
LEVELS = ("strict", "confidential", "internal", "open")
OURS = frozenset(
    [
        "access",
        "identity",
        "cases",
        "referrals",
        "places",
        "contacts",
        "coordination",
        "mfa",
        "publications",
    ]
)
"""Applications whose tables hold something about somebody; the rest hold ids, or nothing."""


@dataclass(frozen=True)
class Register:
    """What ``fields.yaml`` says."""

    fields: dict[str, dict[str, str]]
    """The level of each column, by table."""
    purpose_of: dict[str, str]
    purposes: dict[str, dict[str, Any]]
    levels: dict[str, str]
    unsealed: dict[str, str]
    """Strict columns that are no ciphertext of ours, with what they are instead."""
    sealed: dict[str, dict[str, SealedField]]
    """What is declared of each sealed column, by table."""
    clear: dict[str, str]
    """Text columns that are not sealed, with why; a name without a table is that code in all."""

    def gaps(self) -> Iterator[str]:
        """Columns without a level, levels without a column, and purposes nobody described."""
        stored = dict(stored_columns())
        for table in sorted({*stored, *self.fields}):
            have, told = set(stored.get(table, ())), set(self.fields.get(table, ()))
            yield from (f"{table}.{name} has no level" for name in sorted(have - told))
            yield from (f"{table}.{name} is not stored" for name in sorted(told - have))
        for table, purpose in self.purpose_of.items():
            if purpose not in self.purposes:
                yield f"{table} is for {purpose!r}, which nobody described"
        yield from self.unexplained()

    def unexplained(self) -> Iterator[str]:
        """Text in clear nobody has said why of, and reasons for what is no text in clear."""
        named = {each.column for _table, each in text_columns() if isinstance(each, CODE)}
        stored = {f"{table}.{each.column}": each for table, each in text_columns()}
        for name, column in sorted(stored.items()):
            is_code = isinstance(column, CODE) and column.column in self.clear
            if name not in self.clear and not is_code:
                yield f"{name} holds text in clear: seal it, or say in `clear` why not"
        gone = set(self.clear) - named - set(stored)
        yield from (f"{name} is no text in clear" for name in sorted(gone))


@cache
def read_register() -> Register:
    """The register as it stands."""
    content = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    common = {name: level for level, names in content["common"].items() for name in names}
    stored, sealed = dict(stored_columns()), _sealed_columns()
    fields, purpose_of = {}, {}
    for table, told in content["tables"].items():
        own = {name: level for level in LEVELS for name in told.get(level, ())}
        shared = {name: common[name] for name in stored.get(table, ()) if name in common}
        fields[table] = {**shared, **own, **dict.fromkeys(sealed.get(table, ()), LEVEL)}
        purpose_of[table] = told["for"]
    purposes, levels, unsealed = (content[name] for name in ("purposes", "levels", "unsealed"))
    clear = {name: each["why"] for each in content["clear"] for name in each["columns"]}
    return Register(fields, purpose_of, purposes, levels, unsealed, sealed, clear)


def stored_columns() -> Iterator[tuple[str, list[str]]]:
    """The tables about people, each with its columns."""
    for model in apps.get_models():
        if model._meta.app_label in OURS:
            columns = [str(each.column) for each in model._meta.concrete_fields]
            yield model._meta.db_table, columns


def text_columns() -> Iterator[tuple[str, "models.Field[Any, Any]"]]:
    """Each column of those tables that can hold any words: text, lists of it, and JSON."""
    for model in apps.get_models():
        if model._meta.app_label in OURS:
            columns = filter(_takes_words, model._meta.concrete_fields)
            yield from ((model._meta.db_table, column) for column in columns)


def _takes_words(column: "models.Field[Any, Any]") -> bool:
    kept = getattr(column, "base_field", column)
    return isinstance(kept, WORDS) and not (column.choices or kept.choices)


def _sealed_columns() -> dict[str, dict[str, SealedField]]:
    return {
        model._meta.db_table: {str(each.column): each for each in sealed_fields_of(model)}
        for model in apps.get_models()
    }
