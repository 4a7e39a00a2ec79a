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

from samvern.access.models.sealed import LEVEL, SealedField, sealed_fields_of

FILE = Path(__file__).parent / "fields.yaml"
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
    return Register(fields, purpose_of, purposes, levels, unsealed, sealed)


def stored_columns() -> Iterator[tuple[str, list[str]]]:
    """The tables about people, each with its columns."""
    for model in apps.get_models():
        if model._meta.app_label in OURS:
            columns = [str(each.column) for each in model._meta.concrete_fields]
            yield model._meta.db_table, columns


def _sealed_columns() -> dict[str, dict[str, SealedField]]:
    return {
        model._meta.db_table: {str(each.column): each for each in sealed_fields_of(model)}
        for model in apps.get_models()
    }
