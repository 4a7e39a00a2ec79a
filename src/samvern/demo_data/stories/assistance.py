# SPDX-License-Identifier: EUPL-1.2
"""Help given, declined and refused, with its waiting time."""

from collections.abc import Iterator
from datetime import date, timedelta

from samvern.demo_data.model import AssistanceText, PersonProfile
from samvern.demo_data.random_draws import Draws
from samvern.demo_data.stories.case_histories import CaseHistory, months_after
from samvern.demo_data.stories.texts import Voice
from samvern.demo_data.table_files import margin

SHELTERS = {True: "Eksempelvik krisesenter", False: "Eksempelfyret botilbud"}
INSTITUTION = "Eksempel institusjon for barn"
UDI = "Eksempel utlendingsmyndighet"


def draw_assistance(
    draws: Draws, profile: PersonProfile, road: CaseHistory, voice: Voice, last: date
) -> tuple[AssistanceText, ...]:
    """Everything that was asked for up to a day, the earliest first."""
    if not profile.counted:
        return ()
    found = [
        *_safe_place(draws, profile, road, voice, last),
        *_lawyer(draws, profile, road, voice),
        *_health(draws, profile, road, voice),
        *_stay(road, voice),
        *_work(draws, profile, road, voice),
    ]
    started = [each for each in found if each.since is None or each.since <= last]
    return tuple(sorted(started, key=lambda each: each.since or profile.met_on))


def _safe_place(
    draws: Draws, profile: PersonProfile, road: CaseHistory, voice: Voice, last: date
) -> Iterator[AssistanceText]:
    if profile.minor:
        if road.acute_on and road.placed_until:
            over = road.placed_until <= last
            state, until = ("ended", road.placed_until) if over else ("given", None)
            yield AssistanceText("R-CH-ACUTE", INSTITUTION, state, road.acute_on, until, "",
                       voice.say("help_given"))  # fmt: skip
        return
    if road.shelter == "declined":
        ground = draws.one(("own_home", "far_away", "not_now", "distrust"), "why", profile.number)
        yield AssistanceText(
            "R-HOU-02",
            SHELTERS[profile.female],
            "declined",
            road.shelter_on,
            None,
            ground,
            voice.say("help_declined"),
        )
    elif road.shelter == "accepted" and road.shelter_on:
        since = _after(draws, road.shelter_on, "shelter", profile.number)
        until = since + timedelta(days=draws.between(30, 300, "stays", profile.number))
        over = until < last
        yield AssistanceText(
            "R-HOU-02",
            SHELTERS[profile.female],
            "ended" if over else "given",
            since,
            until if over else None,
            "",
            voice.say("help_given"),
        )


def _lawyer(
    draws: Draws, profile: PersonProfile, road: CaseHistory, voice: Voice
) -> Iterator[AssistanceText]:
    start = road.identified_on or profile.met_on
    if draws.chance(0.8, "lawyer", profile.number):
        since = _after(draws, start, "lawyer", profile.number)
        yield AssistanceText("R-LAW-01", "Advokat i Eksempelby", "ended", since,
                   since + timedelta(days=30), "", voice.say("help_given", "lawyer"))  # fmt: skip


def _health(
    draws: Draws, profile: PersonProfile, road: CaseHistory, voice: Voice
) -> Iterator[AssistanceText]:
    """Seven in ten need care; of those some are told the stay gives no right to it."""
    if not draws.chance(0.7, "care", profile.number):
        return
    start = road.identified_on or profile.met_on
    since = _after(draws, start, "health", profile.number)
    stay = road.stay_on(profile, since)
    if stay in {"irregular", "reflection_period"} and draws.chance(0.3, "no care", profile.number):
        yield AssistanceText(
            "R-HEALTH-06",
            "Eksempelfjord sykehus",
            "refused",
            since,
            None,
            "no_right",
            voice.say("help_refused"),
        )
        yield AssistanceText(
            "R-HEALTH-07",
            "Helsesenter i Eksempelby",
            "given",
            since + timedelta(days=9),
            None,
            "",
            "",
        )
    else:
        yield AssistanceText("R-HEALTH-06", "Eksempelfjord sykehus", "given", since, None, "",
                   voice.say("help_given", "health"))  # fmt: skip


def _stay(road: CaseHistory, voice: Voice) -> Iterator[AssistanceText]:
    if road.reflection_on:
        yield AssistanceText("R-RES-01", UDI, "given", road.reflection_on,
                   months_after(road.reflection_on, 6), "", "")  # fmt: skip
    if road.refused == "other_refused":
        yield AssistanceText("R-RES-01", UDI, "refused", road.refused_on, None, "no_grounds",
                   voice.say("help_refused", "stay"))  # fmt: skip
    if road.limited_on:
        yield AssistanceText("R-RES-03", UDI, "given", road.limited_on, road.limited_until, "", "")
    if road.asylum_applied_on:
        states = {
            "protection": "given",
            "humanitarian": "given",
            "refused": "refused",
            None: "asked",
        }
        yield AssistanceText("R-RES-30", UDI, states[road.asylum_outcome],
                   road.asylum_decided_on or road.asylum_applied_on, None,
                   "not_likely" if road.asylum_outcome == "refused" else "", "")  # fmt: skip
    if road.return_granted_on:
        yield AssistanceText(
            "R-RET-01", UDI, "given", road.return_granted_on, road.departed_on, "", ""
        )


def _work(
    draws: Draws, profile: PersonProfile, road: CaseHistory, voice: Voice
) -> Iterator[AssistanceText]:
    start = (road.identified_on or profile.met_on) + timedelta(days=40)
    if profile.form == "labour" and draws.chance(0.6, "wages", profile.number):
        yield AssistanceText(
            "R-COMP-09", "Eksempeltilsynet for arbeid", "asked", start, None, "", ""
        )
    if not profile.minor and draws.chance(0.35, "social", profile.number):
        stay = road.stay_on(profile, start)
        refused = stay in {"irregular", "asylum_seeker"} or draws.chance(0.1, "no", profile.number)
        words = voice.say("help_refused", "social")
        answer = ("refused", start, None, "no_right", words) if refused else (
            "given", start, None, "", "")  # fmt: skip
        yield AssistanceText("R-SOC-01", "Nav Eksempelvik", *answer)


def _after(draws: Draws, start: date, wait: str, number: int) -> date:
    least, usual, most = margin("waits")[wait]
    days = draws.named("waits", wait, number).triangular(least, most, usual)
    return start + timedelta(days=round(days))
