# SPDX-License-Identifier: EUPL-1.2
"""What a provider is told of somebody beforehand: no more than it must know."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from samvern.access.calling import Call
from samvern.places.domain.needs import Needs

NOBODY = Call()
GROUPS = ((0, "0-5"), (6, "6-12"), (13, "13-15"), (16, "16-17"), (18, "18-24"), (25, "25-39"),
          (40, "40-59"), (60, "60+"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """What a provider learns of her beforehand: an age group; no name, district or case."""

    sex: str = ""
    ages: str = ""
    children: int = 0
    accessible: bool = False
    languages: tuple[str, ...] = ()
    security: int = 1
    staffed: str = "none"
    use: str = ""
    danger: bool = False
    words: str = ""
    asks: tuple[str, ...] = field(default=())
    """Hard rules nobody could answer when the room was held."""
    call_name: str = ""
    call_phone: str = ""
    """Whom the provider can ring about the hold."""


def told_of(needs: Needs, asks: Sequence[str] = (), call: Call = NOBODY) -> Told:
    """The part of the needs that goes to the provider, and whom it can ring."""
    return Told(
        sex=needs.sex, ages=age_group(needs.age), children=needs.children,
        accessible=needs.accessible, languages=needs.languages, security=needs.security,
        staffed=needs.staffed, use=needs.use, danger=needs.danger, words=needs.words,
        asks=tuple(asks), call_name=call.name, call_phone=call.phone,
    )  # fmt: skip


def age_group(age: int | None) -> str:
    """The group an age lies in; empty when it is not known."""
    return "" if age is None else [name for lowest, name in GROUPS if age >= lowest][-1]
