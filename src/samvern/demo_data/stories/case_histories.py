# SPDX-License-Identifier: EUPL-1.2
"""Each person's road through the agencies: what was applied for, decided and refused, and when."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from samvern.demo_data.model import PersonProfile
from samvern.demo_data.random_draws import Draws
from samvern.demo_data.table_files import margin
from samvern.law.dates import Duration, shift


@dataclass(frozen=True, slots=True)
class CaseHistory:
    """The days on which things were decided; None where they were not."""

    identified_on: date | None = None
    shelter: str | None = None
    shelter_on: date | None = None
    reflection_applied_on: date | None = None
    reflection_on: date | None = None
    limited_on: date | None = None
    limited_until: date | None = None
    asylum_applied_on: date | None = None
    asylum_decided_on: date | None = None
    asylum_outcome: str | None = None
    refused: str | None = None
    """What was refused, in the words of the pack's ``removal_case``."""
    refused_on: date | None = None
    return_granted_on: date | None = None
    departed_on: date | None = None
    lost_on: date | None = None
    reported_on: date | None = None
    case_ended_on: date | None = None
    judgment_on: date | None = None
    acute_on: date | None = None
    board_on: date | None = None
    placed_until: date | None = None

    def stay_on(self, profile: PersonProfile, day: date) -> str:
        """The kind of stay on a day, in the words of the pack's ``residence``."""
        if profile.stay in {"eea", "norwegian"} and self.reflection_on is None:
            return profile.stay
        changes = [
            (self.reflection_on, "reflection_period"),
            (self._left_without(), "irregular"),
            (self.limited_on, "limited_permit"),
            (self.asylum_applied_on, "asylum_seeker"),
            (self.asylum_decided_on, _STAY_AFTER.get(self.asylum_outcome or "", "asylum_seeker")),
        ]
        past = [(on, stay) for on, stay in changes if on is not None and on <= day]
        return max(past, key=lambda change: change[0])[1] if past else profile.stay

    def _left_without(self) -> date | None:
        """The first day without a permit, when nothing was applied for before the period ended."""
        if self.reflection_on is None or self.limited_on or self.asylum_applied_on:
            return None
        return months_after(self.reflection_on, 6) + timedelta(days=1)


_STAY_AFTER = {"protection": "protection", "humanitarian": "witness_permit", "refused": "irregular"}


def draw_history(draws: Draws, profile: PersonProfile, today: date) -> CaseHistory:
    """What happened to one person up to ``today``. Nothing to somebody who was only advised."""
    if not profile.counted:
        return CaseHistory()
    name = profile.number
    identified = _after(draws, profile.met_on, "identification", name)
    road = CaseHistory(identified_on=min(identified, profile.helped_until or today))
    if profile.minor:
        road = _child_road(draws, profile, road)
    elif profile.stay == "eea":
        kind = _pick(draws, margin("road_eea"), "road", name)
        road = _adult_road(draws, profile, road, kind)
    elif profile.stay != "norwegian":
        kind = _pick(draws, margin("road"), "road", name)
        road = _adult_road(draws, profile, road, kind)
    return _until(road, profile.helped_until or today)


def _adult_road(draws: Draws, profile: PersonProfile, road: CaseHistory, kind: str) -> CaseHistory:
    start = road.identified_on or profile.met_on
    if kind == "reflection":
        return _reflection(draws, profile, road, start)
    if kind == "asylum" or (kind == "no_application" and profile.stay == "asylum_seeker"):
        return _asylum(draws, profile.number, road, start + timedelta(days=9))
    if kind == "return":
        return _return(draws, profile.number, road, start + timedelta(days=30))
    return road


def _reflection(
    draws: Draws, profile: PersonProfile, road: CaseHistory, start: date
) -> CaseHistory:
    number = profile.number
    applied = start + timedelta(days=draws.between(1, 20, "applies", number))
    answered = _after(draws, applied, "reflection", number)
    road = replace(road, reflection_applied_on=applied)
    if draws.chance(margin("reflection_refused"), "reflection refused", number):
        return replace(road, refused="other_refused", refused_on=answered)
    road = replace(road, reflection_on=answered)
    return _after_reflection(draws, number, road, months_after(answered, 6))


def _after_reflection(draws: Draws, number: int, road: CaseHistory, end: date) -> CaseHistory:
    """What follows the six months. The application is handed in before they end."""
    kind = _pick(draws, margin("after_reflection"), "after reflection", number)
    before = end - timedelta(days=draws.between(2, 50, "before end", number))
    if kind == "limited_permit":
        return replace(road, limited_on=end, limited_until=months_after(end, 12))
    if kind == "asylum":
        return _asylum(draws, number, road, before)
    if kind == "return":
        return _return(draws, number, road, before)
    return replace(road, lost_on=end)


def _asylum(draws: Draws, number: int, road: CaseHistory, applied: date) -> CaseHistory:
    decided = _after(draws, applied, "asylum", number)
    outcome = _pick(draws, margin("asylum_outcome"), "asylum outcome", number)
    road = replace(
        road, asylum_applied_on=applied, asylum_decided_on=decided, asylum_outcome=outcome
    )
    if outcome == "refused":
        return replace(road, refused="asylum_refused", refused_on=decided)
    return road


def _return(draws: Draws, number: int, road: CaseHistory, asked: date) -> CaseHistory:
    granted = asked + timedelta(days=draws.between(14, 60, "return", number))
    left = granted + timedelta(days=draws.between(12, 80, "leaves", number))
    return replace(road, return_granted_on=granted, departed_on=left)


def _child_road(draws: Draws, profile: PersonProfile, road: CaseHistory) -> CaseHistory:
    """A child from another country seeks asylum; placements are dealt over the year elsewhere."""
    if profile.stay in {"eea", "norwegian"}:
        return road
    start = (road.identified_on or profile.met_on) + timedelta(days=12)
    return _asylum(draws, profile.number, road, start)


def _until(road: CaseHistory, last: date) -> CaseHistory:
    """Nothing that lies after the last day is known; where a permit ends may be."""
    known = {
        name: None for name in _DECISIONS if (day := getattr(road, name)) is not None and day > last
    }
    if "asylum_decided_on" in known:
        known["asylum_outcome"] = None
    if "refused_on" in known:
        known["refused"] = None
    if "limited_on" in known:
        known["limited_until"] = None
    road = replace(road, **known)
    while road.limited_until is not None and road.limited_until < last:
        road = replace(road, limited_until=months_after(road.limited_until, 12))
    return road


_DECISIONS = (
    "shelter_on", "reflection_applied_on", "reflection_on", "limited_on", "asylum_applied_on",
    "asylum_decided_on", "refused_on", "return_granted_on", "departed_on", "lost_on",
)  # fmt: skip


def months_after(day: date, months: int) -> date:
    """The same day of a later month, as the law counts."""
    return shift(day, Duration(months, 0, ""))


def _after(draws: Draws, start: date, wait: str, number: int) -> date:
    least, usual, most = margin("waits")[wait]
    days = draws.named("wait", wait, number).triangular(least, most, usual)
    return start + timedelta(days=round(days))


def _pick(draws: Draws, shares: dict[str, float], *name: object) -> str:
    return draws.named(*name).choices(list(shares), list(shares.values()))[0]


def closing_ground(draws: Draws, profile: PersonProfile, road: CaseHistory) -> str:
    """What follows from the road she took; else what most often happens."""
    if road.departed_on:
        return "returned"
    if road.lost_on:
        return "no_contact"
    usual = ("goal_reached", "goal_reached", "wishes", "no_contact")
    advised = ("not_trafficking", "wishes", "goal_reached")
    return draws.one(usual if profile.counted else advised, "closed because", profile.number)
