# SPDX-License-Identifier: EUPL-1.2
"""Why work on a case ended, in the words of the workspace."""

from samvern.cast.draws import Draws
from samvern.cast.model import Profile
from samvern.cast.roads import Road


def ground_of(draws: Draws, profile: Profile, road: Road) -> str:
    """What follows from the road she took; else what most often happens."""
    if road.departed_on:
        return "returned"
    if road.lost_on:
        return "no_contact"
    usual = ("goal_reached", "goal_reached", "wishes", "no_contact")
    advised = ("not_trafficking", "wishes", "goal_reached")
    return draws.one(usual if profile.counted else advised, "closed because", profile.number)
