# SPDX-License-Identifier: EUPL-1.2
"""What the person wants, the steps towards it, the tasks, and the plan for safety."""

from collections.abc import Iterator
from datetime import date, timedelta

from samvern.demo_data.model import GoalText, PersonProfile, PlanStepText, RiskText
from samvern.demo_data.random_draws import Draws
from samvern.demo_data.stories.texts import Voice

LEVELS = {"low": 40, "medium": 38, "high": 18, "acute": 4}
REVIEW = {"low": 60, "medium": 30, "high": 14, "acute": 7}


def aims(draws: Draws, profile: PersonProfile, voice: Voice, last: date) -> tuple[GoalText, ...]:
    """One to three goals; some reached before help ended."""
    number = draws.between(1, 3, "aims", profile.number)
    chosen = draws.named("which aims", profile.number).sample(voice.all("aims"), number)
    return tuple(_aim(draws, profile, goal, place, last) for place, goal in enumerate(chosen))


def _aim(
    draws: Draws, profile: PersonProfile, goal: dict[str, list[str]], place: int, last: date
) -> GoalText:
    name = (profile.number, place)
    over = profile.helped_until is not None
    state = draws.one(("reached", "reached", "dropped"), "state", *name) if over else "open"
    steps = tuple(
        _step(draws, text, profile.met_on + timedelta(days=14 * (at + 1)), last, over, (*name, at))
        for at, text in enumerate(goal["steps"])
    )
    return GoalText(str(goal["text"]), state, steps)


def _step(
    draws: Draws, text: str, planned: date, last: date, over: bool, name: tuple[object, ...]
) -> PlanStepText:
    """A step due about when it was planned; while help goes on the next ones are still ahead."""
    due = planned + timedelta(days=draws.between(-5, 30, "due", *name))
    if due >= last and not over:
        return PlanStepText(text, due, None)
    done = draws.chance(0.85, "done", *name)
    finished = min(due + timedelta(days=draws.between(-3, 6, "when", *name)), last)
    return PlanStepText(text, due, finished if done else None)


def tasks(
    draws: Draws, profile: PersonProfile, voice: Voice, last: date
) -> tuple[PlanStepText, ...]:
    """What is to be done now in an open case: some of it late, most of it in the coming weeks."""
    if profile.helped_until is not None:
        return ()
    number = draws.between(1, 3, "tasks", profile.number)
    chosen = draws.named("which tasks", profile.number).sample(voice.all("tasks"), number)
    return tuple(
        PlanStepText(
            text, last + timedelta(days=draws.between(-6, 28, "task", profile.number, place)), None
        )
        for place, text in enumerate(chosen)
    )


def dangers(draws: Draws, profile: PersonProfile, voice: Voice, last: date) -> tuple[RiskText, ...]:
    """The risk as it was judged: soon after they met, and again while it was not low."""
    return tuple(_dangers(draws, profile, voice, last)) if profile.counted else ()


def _dangers(draws: Draws, profile: PersonProfile, voice: Voice, last: date) -> Iterator[RiskText]:
    day = profile.met_on + timedelta(days=draws.between(0, 6, "judged", profile.number))
    levels = list(LEVELS)
    level = draws.named("level", profile.number).choices(levels, list(LEVELS.values()))[0]
    for round_ in range(3):
        if day > last:
            return
        review = day + timedelta(days=REVIEW[level])
        yield RiskText(level, voice.say("threats", round_), voice.say("plans", round_), day, review)
        if level == "low":
            return
        day, level = review, levels[levels.index(level) - 1]
