# SPDX-License-Identifier: EUPL-1.2
"""Who can help: searching the pack's actors by need, place and word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samvern.guide.contacts import Contact, contact
from samvern.guide.shelf import shelf
from samvern.law.model import Actor

NATIONAL = "national"
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
class Listing:
    """One actor in the directory, in one language."""

    contact: Contact
    needs: list[str]
    whom: list[str]
    places: list[str]

    @property
    def line(self) -> str:
        """For whom and where, in one line."""
        return " · ".join(filter(None, (", ".join(self.whom), ", ".join(self.places))))


def search(language: str, *, need: str = "", county: str = "", words: str = "") -> list[Listing]:
    """The actors that meet the need, serve the county and hold every word;
    all of them without any.
    """
    found = [
        listing(actor, language)
        for actor in shelf().pack.book.actors.values()
        if (not need or need in actor.needs)
        and (not county or not {county, NATIONAL}.isdisjoint(actor.counties))
    ]
    sought = words.casefold().split()
    return [item for item in found if all(word in _haystack(item) for word in sought)]


def listing(actor: Actor, language: str) -> Listing:
    """One actor's entry."""
    return Listing(
        contact=contact(actor, language),
        needs=[need_name(need) for need in actor.needs],
        whom=_whom(actor),
        places=[COUNTIES.get(county, _("The whole country")) for county in actor.counties],
    )


def _haystack(item: Listing) -> str:
    parts = (item.contact.name, item.contact.does, *item.needs, *item.places)
    return " ".join(parts).casefold()


def _whom(actor: Actor) -> list[str]:
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
    present = {need for actor in shelf().pack.book.actors.values() for need in actor.needs}
    return sorted(
        ((need, need_name(need)) for need in present), key=lambda pair: pair[1].casefold()
    )


def need_name(need: str) -> str:
    """A need of the pack in the reader's language; one without a translation as it is."""
    return need_names(get_language() or "").get(need, need.replace("_", " ").capitalize())


@cache
def need_names(language: str) -> dict[str, str]:
    """The needs there are words for, in the language in use, which must be the one named."""
    return {
        "danger": _("Danger now"),
        "housing": _("A safe place to live"),
        "advice": _("Advice"),
        "health": _("Health"),
        "legal": _("Legal help"),
        "work": _("Work"),
        "child": _("Children"),
        "return": _("Going home"),
        "residence": _("Residence"),
        "money": _("Money"),
        "compensation": _("Compensation"),
        "report": _("Reporting to the police"),
    }
