# SPDX-License-Identifier: EUPL-1.2
"""What a pack lays out for the person herself: a few questions, and a few rights in groups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

LocalizedText = Mapping[str, str]

MOST_RIGHTS = 8
"""Somebody who is afraid reads no more."""


@dataclass(frozen=True, slots=True)
class OwnQuestion:
    """A question as it is put to the person herself: to "you", and answered by "I"."""

    question: LocalizedText
    options: Mapping[str, LocalizedText]
    help: LocalizedText | None = None


@dataclass(frozen=True, slots=True)
class SelfHelpRight:
    """A right as the page tells it: ``provided`` are the words of its condition, and ``given`` the
    facts those words stand for.
    """

    id: str
    right: str
    provided: LocalizedText
    says: LocalizedText
    given: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SelfHelpGroup:
    """Some rights in the order in which they help; the first ``most`` that hold are shown.

    ``ask`` says whom to ask, whatever holds.
    """

    id: str
    name: LocalizedText
    ask: LocalizedText
    most: int
    rights: tuple[SelfHelpRight, ...]


@dataclass(frozen=True, slots=True)
class SelfHelp:
    """The page of the person herself. ``given`` is what nobody has to prove here."""

    asks: tuple[str, ...] = ()
    given: Mapping[str, object] = field(default_factory=dict)
    groups: tuple[SelfHelpGroup, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.groups)

    def parts(self) -> dict[str, SelfHelpGroup | SelfHelpRight]:
        """Every group and right, whose texts may be said in further languages."""
        groups: dict[str, SelfHelpGroup | SelfHelpRight] = {
            group.id: group for group in self.groups
        }
        return groups | {told.id: told for told in self.told()}

    def told(self) -> Iterator[SelfHelpRight]:
        """Every right that may be told."""
        for group in self.groups:
            yield from group.rights
