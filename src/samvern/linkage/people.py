# SPDX-License-Identifier: EUPL-1.2
"""A person as one register knows them, before anything is keyed."""

from __future__ import annotations

from dataclasses import dataclass, field

from samvern.linkage.coding.dates import UNKNOWN, BirthDate

# The fields registers may share beyond name, birth date, sex, nationality and number.
EXTRAS = (
    "street_number", "address", "address2", "place", "postcode", "region",
    "phone", "case_number",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PersonName:
    """One name or alias: romanised parts; either tuple may be empty."""

    given: tuple[str, ...] = ()
    family: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """One record: its row key in the agency's own file and what may be compared."""

    key: str
    names: tuple[PersonName, ...]
    birth: BirthDate = UNKNOWN
    sex: str = ""
    nationalities: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    extras: dict[str, str] = field(default_factory=dict)
