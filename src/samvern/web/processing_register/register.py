# SPDX-License-Identifier: EUPL-1.2
"""Every stored field with its level, read from ``fields.yaml`` and compared with the tables."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.apps import apps

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
    stored = dict(stored_columns())
    fields, purpose_of = {}, {}
    for table, told in content["tables"].items():
        own = {name: level for level in LEVELS for name in told.get(level, ())}
        shared = {name: common[name] for name in stored.get(table, ()) if name in common}
        fields[table] = {**shared, **own}
        purpose_of[table] = told["for"]
    return Register(fields, purpose_of, content["purposes"], content["levels"], content["unsealed"])


def stored_columns() -> Iterator[tuple[str, list[str]]]:
    """The tables about people, each with its columns."""
    for model in apps.get_models():
        if model._meta.app_label in OURS:
            columns = [str(each.column) for each in model._meta.concrete_fields]
            yield model._meta.db_table, columns
