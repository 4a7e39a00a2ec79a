# SPDX-License-Identifier: EUPL-1.2
"""Who can meet a need: each service judged against what is known of a person, with the reasons.

What is known and does not fit rules a service out. What is not known never does: it becomes
something to ask. Nothing is weighed or scored; the order is the one that is stated here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from enum import IntEnum
from typing import Any, Protocol

from samvern.cases.notices.reminder_clock import OSLO
from samvern.law.births import OLDEST
from samvern.referrals.choices import NATIONAL

YES, NO, ASK = "yes", "no", "ask"


class Fit(IntEnum):
    """What a service is for this person; the better first."""

    FITS = 0
    MAY = 1
    NOT = 2


@dataclass(frozen=True, slots=True)
class PersonTraits:
    """What is known of the person; None, or empty, is not known."""

    sex: str | None = None
    """``female``, ``male`` or ``other``."""
    ages: tuple[int, int] | None = None
    """The youngest and the oldest she can be, in years."""
    children: int | None = None
    """How many come with her."""
    languages: tuple[str, ...] = ()
    wheelchair: bool | None = None
    place: str | None = None


class ServiceTraits(Protocol):
    """What matching asks of a service."""

    needs: list[str]
    regions: list[str]
    sexes: list[str]
    youngest: int | None
    oldest: int | None
    with_children: bool | None
    languages: list[str]
    accessible: bool | None
    round_the_clock: bool
    hours: dict[str, Any]


@dataclass(frozen=True, slots=True)
class MatchReason:
    """One thing that was compared: ``about`` what, and whether it speaks for, against, or is
    to be asked; ``detail`` is what the words are made of."""

    about: str
    says: str
    detail: Any = None


@dataclass(frozen=True, slots=True)
class ServiceMatch:
    """A service judged for one person, one need, one moment."""

    fit: Fit
    duty: int
    """0 bound to help her by a rule that holds for her, 1 by its task in law, 2 not bound."""
    open_now: bool | None
    near: int
    """0 her own place, 1 a place it names or not known, 2 the whole country."""
    reasons: tuple[MatchReason, ...] = field(default=())

    @property
    def order(self) -> tuple[int, ...]:
        """Those that do not fit last; then bound by law, open now, certainty, nearness."""
        shut = {True: 0, None: 1, False: 2}[self.open_now]
        return (self.fit == Fit.NOT, self.duty, shut, self.fit, self.near)


def judge(
    offer: ServiceTraits, need: str, traits: PersonTraits, now: datetime, duty: int = 2
) -> ServiceMatch:
    """What a service is to a person who needs something now."""
    reasons = tuple(_compared(offer, need, traits))
    said = {reason.says for reason in reasons}
    fit = Fit.NOT if NO in said else Fit.MAY if ASK in said else Fit.FITS
    return ServiceMatch(fit, duty, open_at(offer, now), _nearness(offer, traits), reasons)


def open_at(offer: ServiceTraits, now: datetime) -> bool | None:
    """Whether somebody is there now; None where its hours are not said."""
    if offer.round_the_clock:
        return True
    if not offer.hours:
        return None
    here = now.astimezone(OSLO)
    today = offer.hours.get(str(here.weekday()))
    if not today:
        return False
    opens, closes = (time.fromisoformat(each) for each in today)
    return opens <= here.time() < closes


def _compared(offer: ServiceTraits, need: str, traits: PersonTraits) -> Iterator[MatchReason]:
    yield MatchReason("need", YES if need in offer.needs else NO, need)
    yield from _sex(offer, traits)
    yield from _age(offer, traits)
    yield from _children(offer, traits)
    yield from _place(offer, traits)
    yield from _access(offer, traits)
    yield from _language(offer, traits)


def _sex(offer: ServiceTraits, traits: PersonTraits) -> Iterator[MatchReason]:
    if offer.sexes:
        says = ASK if traits.sex is None else YES if traits.sex in offer.sexes else NO
        yield MatchReason("sex", says, tuple(offer.sexes))


def _age(offer: ServiceTraits, traits: PersonTraits) -> Iterator[MatchReason]:
    if offer.youngest is None and offer.oldest is None:
        return
    low = 0 if offer.youngest is None else offer.youngest
    high = OLDEST if offer.oldest is None else offer.oldest
    young, old = traits.ages or (0, OLDEST)
    outside = old < low or young > high
    inside = low <= young and old <= high
    yield MatchReason(
        "age", NO if outside else YES if inside else ASK, (offer.youngest, offer.oldest)
    )


def _children(offer: ServiceTraits, traits: PersonTraits) -> Iterator[MatchReason]:
    if traits.children is None:
        if offer.with_children is not True:
            yield MatchReason("children", ASK, offer.with_children)
    elif traits.children:
        says = {True: YES, False: NO, None: ASK}[offer.with_children]
        yield MatchReason("children", says, offer.with_children)


def _place(offer: ServiceTraits, traits: PersonTraits) -> Iterator[MatchReason]:
    if not offer.regions or NATIONAL in offer.regions:
        return
    says = ASK if traits.place is None else YES if traits.place in offer.regions else NO
    yield MatchReason("place", says, tuple(offer.regions))


def _access(offer: ServiceTraits, traits: PersonTraits) -> Iterator[MatchReason]:
    if traits.wheelchair:
        yield MatchReason("access", {True: YES, False: NO, None: ASK}[offer.accessible])
    elif traits.wheelchair is None and offer.accessible is False:
        yield MatchReason("access", ASK)


def _language(offer: ServiceTraits, traits: PersonTraits) -> Iterator[MatchReason]:
    """A language nobody speaks there needs an interpreter; it rules nothing out."""
    ours = {each.casefold() for each in traits.languages}
    common = [each for each in offer.languages if each.casefold() in ours]
    if common:
        yield MatchReason("language", YES, tuple(common))
    elif ours and offer.languages:
        yield MatchReason("language", ASK, tuple(offer.languages))


def _nearness(offer: ServiceTraits, traits: PersonTraits) -> int:
    if not offer.regions or NATIONAL in offer.regions:
        return 2
    return 0 if traits.place in offer.regions else 1


def ranked(judged: Mapping[Any, ServiceMatch], names: Mapping[Any, str]) -> list[Any]:
    """The keys of services in the order they are proposed; by name where all else is equal."""
    return sorted(judged, key=lambda key: (judged[key].order, names[key]))


def unknown(verdicts: Iterable[ServiceMatch]) -> list[str]:
    """What would be worth asking: each thing some service that may fit turns on, once."""
    asked = [r.about for v in verdicts if v.fit == Fit.MAY for r in v.reasons if r.says == ASK]
    return list(dict.fromkeys(asked))
