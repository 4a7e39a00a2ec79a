# SPDX-License-Identifier: EUPL-1.2
"""Who can help: searching the pack's actors by need, place and word.

Each stands once, under the need it meets before all others. Those the pack lists first stand before
every need; those it lists last, and those who meet no need, stand after.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samvern.common.folding import folded
from samvern.guide.contacts import Contact, contact
from samvern.guide.loaded_pack import loaded_pack
from samvern.law.localization import localized
from samvern.law.model import PackActor
from samvern.law.needs import Need

NATIONAL, ABROAD = "national", "abroad"
FIRST, LAST = "first", "last"
COUNTIES = {
    "03": "Oslo",
    "11": "Rogaland",
    "15": "Møre og Romsdal",
    "18": "Nordland",
    "31": "Østfold",
    "32": "Akershus",
    "33": "Buskerud",
    "34": "Innlandet",
    "39": "Vestfold",
    "40": "Telemark",
    "42": "Agder",
    "46": "Vestland",
    "50": "Trøndelag",
    "55": "Troms",
    "56": "Finnmark",
}
"""The counties since 2024 by number (Statistics Norway, classification 104)."""


@dataclass(frozen=True, slots=True)
class DirectoryEntry:
    """One actor in the directory, in one language; ``group`` is where it stands."""

    contact: Contact
    group: str
    needs: list[str]
    whom: list[str]
    places: list[str]

    @property
    def line(self) -> str:
        """For whom and where, in one line."""
        return " · ".join(filter(None, (", ".join(self.whom), ", ".join(self.places))))


@dataclass(frozen=True, slots=True)
class DirectoryGroup:
    """Actors that stand together: to call first, of one need, or of none."""

    id: str
    name: str
    found: list[DirectoryEntry]


def search(
    language: str, *, need: str = "", county: str = "", words: str = ""
) -> list[DirectoryEntry]:
    """The actors that meet the need, serve the county and hold every word, however it was typed, in
    the order of the groups; all of them without any.
    """
    found = [
        directory_entry(actor, language, need)
        for actor in loaded_pack().pack.ruleset.actors.values()
        if (not need or need in actor.needs)
        and (not county or not {county, NATIONAL}.isdisjoint(actor.counties))
    ]
    sought = folded(words).split()
    listed = [item for item in found if all(word in _haystack(item) for word in sought)]
    order = [FIRST, *need_names(language), LAST]
    return sorted(listed, key=lambda item: (order.index(item.group), _calls(item)))


def _calls(item: DirectoryEntry) -> bool:
    """In each group those who can be called stand first; the last stand as the pack has them."""
    return item.group != LAST and not item.contact.tel


def grouped(found: list[DirectoryEntry]) -> list[DirectoryGroup]:
    """What a search found, in groups."""
    names = {FIRST: _("Call here first"), **need_names(get_language() or "")}
    names[LAST] = _("Authorities that do not take single cases")
    return [
        DirectoryGroup(id, names.get(id, need_name(id)), list(items))
        for id, items in groupby(found, key=lambda item: item.group)
    ]


def directory_entry(actor: PackActor, language: str, need: str = "") -> DirectoryEntry:
    """One actor's entry, under the need that was asked for or else the first it meets."""
    return DirectoryEntry(
        contact=contact(actor, language),
        group=_group(actor, need),
        needs=[need_name(need) for need in actor.needs],
        whom=_whom(actor),
        places=[places().get(county, _("The whole country")) for county in actor.counties],
    )


def _group(actor: PackActor, need: str) -> str:
    return actor.listed or need or (actor.needs[0] if actor.needs else LAST)


def places() -> dict[str, str]:
    """The counties by name, and the world outside."""
    return {**COUNTIES, ABROAD: _("Outside Norway")}


def _haystack(item: DirectoryEntry) -> str:
    parts = (item.contact.name, item.contact.does, *item.needs, *item.places)
    return folded(" ".join(parts))


def _whom(actor: PackActor) -> list[str]:
    ages = [
        word
        for word, there in ((_("adults"), actor.adults), (_("children"), actor.children))
        if there
    ]
    sexes = {"women": _("women"), "men": _("men")}
    some = [sexes[sex] for sex in actor.sexes if sex in sexes]
    return [*ages, *(some if len(some) == 1 else [])]


def needs() -> list[tuple[str, str]]:
    """Every need some actor meets, with its name."""
    present = {need for actor in loaded_pack().pack.ruleset.actors.values() for need in actor.needs}
    return sorted(
        ((need, need_name(need)) for need in present), key=lambda pair: pair[1].casefold()
    )


def need_name(need: str) -> str:
    """A need of the pack in the reader's language; one the pack has no more by its code."""
    row = _rows().get(need)
    unknown = need.replace("_", " ").capitalize()
    return localized(row.name, get_language() or "") if row else unknown


def need_names(language: str) -> dict[str, str]:
    """The needs of the pack, the most pressing first."""
    return {need.id: localized(need.name, language) for need in _rows().values()}


def _rows() -> Mapping[str, Need]:
    return loaded_pack().pack.ruleset.needs
