# SPDX-License-Identifier: EUPL-1.2
"""What is known about a person on a day, as answers to the pack of law."""

from datetime import date, timedelta

from samvern.demo_data.model import Facts, PersonProfile
from samvern.demo_data.random_draws import Draws
from samvern.demo_data.stories.case_histories import CaseHistory
from samvern.demo_data.table_files import table

Answers = dict[str, str | list[str] | int]
DEPARTURE_DAYS = 21
WAGE_DAYS = 30


def answers(
    draws: Draws, profile: PersonProfile, road: CaseHistory, age: int | None, day: date
) -> Facts:
    """The answers as they were known on ``day``. ``age`` is None while it is in doubt."""
    found: Answers = {"in_norway": "no" if _before(road.departed_on, day) else "yes"}
    found |= {"age": age} if age is not None else {"age_group": "maybe_child"}
    found |= _signs(draws, profile)
    found |= _stay(profile, road, day)
    if profile.counted and _before(road.identified_on, day):
        found |= {"already_presumed": "yes", "accepts_help": "yes"}
    found |= _needs(draws, profile, road, day)
    found |= _criminal_case(road, day)
    if profile.minor:
        found |= _child(draws, profile, road, day)
    return found


def _signs(draws: Draws, profile: PersonProfile) -> Answers:
    """What was seen: several signs of control, and some of the form; few where few were met."""
    seen = table("signs")
    found: Answers = {}
    for fact, (least, most) in seen["of_all"].items():
        found |= _some(draws, profile, fact, least, most)
    for fact, (least, most) in seen["of_purpose"][profile.purpose].items():
        found |= _some(draws, profile, fact, least, most)
    if profile.minor:
        found |= _some(draws, profile, "seen_child", 1, 3)
    if profile.counted:
        found["purpose_seen"] = [profile.purpose]
        found |= _some(draws, profile, "means_seen", 1, 3)
        found |= _some(draws, profile, "conduct_seen", 1, 2)
    return found


def _some(draws: Draws, profile: PersonProfile, fact: str, least: int, most: int) -> Answers:
    options = table("signs")["options"][fact]
    number = draws.between(least, most, "signs", fact, profile.number)
    if not profile.counted:
        number //= 2
    chosen = draws.named("which", fact, profile.number).sample(options, min(number, len(options)))
    return {fact: sorted(chosen)} if chosen else {}


def _stay(profile: PersonProfile, road: CaseHistory, day: date) -> Answers:
    residence = road.stay_on(profile, day)
    found: Answers = {"residence": residence}
    if residence == "eea":
        found["eea_basis"] = "job_seeker" if profile.number % 3 else "work_study"
    if residence == "reflection_period" and road.reflection_on:
        found["reflection_granted_on"] = road.reflection_on.isoformat()
    if residence == "limited_permit" and road.limited_until:
        found["limited_granted_until"] = road.limited_until.isoformat()
    if road.refused and road.refused_on and _before(road.refused_on, day):
        found |= {
            "removal_case": [road.refused],
            "manifestly_unfounded": "no",
            "refused_on": road.refused_on.isoformat(),
            "departure_deadline_on": _later(road.refused_on, DEPARTURE_DAYS),
        }
    if road.return_granted_on and _before(road.return_granted_on, day):
        found |= {"wants_return": "yes", "return_granted_on": road.return_granted_on.isoformat()}
    if road.departed_on and _before(road.departed_on, day):
        found["departed_on"] = road.departed_on.isoformat()
    return found


def _needs(draws: Draws, profile: PersonProfile, road: CaseHistory, day: date) -> Answers:
    housed = road.shelter == "accepted" and _before(road.shelter_on, day)
    found: Answers = {
        "needs_housing": "no" if housed else "yes",
        "no_means": "yes" if draws.chance(0.7, "no means", profile.number) else "no",
        "low_income": "yes",
        "left_milieu": "yes" if housed else "no",
        "act_in_norway": "yes",
    }
    if draws.chance(0.6, "health", profile.number):
        found["health_need"] = ["mental"]
    if profile.purpose in {"forced_labour", "exploitative_work"}:
        due = profile.met_on - timedelta(days=draws.between(1, WAGE_DAYS, "wages", profile.number))
        found |= {"wages_unpaid": "yes", "general_tariff_sector": "yes",
                  "wage_due_on": due.isoformat()}  # fmt: skip
    return found


def _criminal_case(road: CaseHistory, day: date) -> Answers:
    if not road.reported_on or not _before(road.reported_on, day):
        return {}
    found: Answers = {
        "reported_to_police": "yes",
        "police_reported_on": road.reported_on.isoformat(),
        "trafficking_case": "yes",
        "statement_given": ["to_police"],
        "statement_about_trafficking": "yes",
    }
    if road.judgment_on and _before(road.judgment_on, day):
        found |= {"awarded_by_judgment": "yes", "judgment_final_on": road.judgment_on.isoformat(),
                  "indicted_257": "yes"}  # fmt: skip
    elif road.case_ended_on and _before(road.case_ended_on, day):
        found |= {"case_over": ["ended_without_trial"],
                  "case_ended_on": road.case_ended_on.isoformat()}  # fmt: skip
    return found


def _child(draws: Draws, profile: PersonProfile, road: CaseHistory, day: date) -> Answers:
    alone = draws.chance(0.55, "alone", profile.number)
    found: Answers = {
        "unaccompanied": "yes" if alone else "no",
        "exploited_as_child": "yes",
        "report_received_on": profile.met_on.isoformat(),
        "stays_3_months": "yes",
    }
    placed = _before(road.acute_on, day) and not _before(road.placed_until, day)
    if road.acute_on and placed:
        found |= {
            "institution_decision": "by_board" if _before(road.board_on, day) else "acute",
            "acute_danger_trafficking": "yes",
            "protection_needed_now": "yes",
            "police_assessment_made": "yes",
            "acute_decision_on": road.acute_on.isoformat(),
            "acute_received_by_board_on": road.acute_on.isoformat(),
            "institution_since": road.acute_on.isoformat(),
        }
        if road.board_on and _before(road.board_on, day):
            found["nemnda_66_decision_on"] = road.board_on.isoformat()
    return found


def _before(event: date | None, day: date) -> bool:
    """Whether it had happened by the end of that day."""
    return event is not None and event <= day


def _later(day: date, days: int) -> str:
    return (day + timedelta(days=days)).isoformat()
