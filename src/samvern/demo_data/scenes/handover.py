# SPDX-License-Identifier: EUPL-1.2
"""What is going on when the demonstration opens: a case waits to be taken over, and a leader has an
emergency opening to judge. Done by the workspace's own functions, by those who would do it.
"""

from samvern.access.errors import NotFound
from samvern.cases.core.models import Case
from samvern.cases.emergency_access.domain import start_emergency_access
from samvern.cases.handover.domain import find_offer, offer_case
from samvern.demo_data.members_at_work import as_member
from samvern.demo_data.model import Story
from samvern.demo_data.organisations.members import DemoMembers, same_id
from samvern.demo_data.organisations.workers import workers
from samvern.demo_data.random_draws import Draws
from samvern.demo_data.writers.case_writer import reference_of

GIVER, TAKER, NEEDED_BY = "jonas", "kari", "politi"
HANDOVER = (
    "Syntetisk: Jeg er i permisjon fra mandag. Alt står i planen, og {hun} vet at du overtar."
)
EMERGENCY = (
    "Syntetisk: Funnet utenfor kontortid og redd. Vi må vite om det finnes en sikkerhetsplan."
)


def set_scene(cast: DemoMembers, draws: Draws, told: list[Story]) -> None:
    """Set what is not set yet."""
    _offer(cast, draws, _open_case_of(told, GIVER))
    _open_in_emergency(cast, draws, _open_case_of(told, TAKER))


def _open_case_of(told: list[Story], login: str) -> Story:
    """Her newest open case that nobody else has been let into."""
    mine = [each for each in told if each.owner == login and each.closed_on is None]
    return max(mine, key=lambda each: (not each.shares, each.profile.counted, each.opened_on))


def _offer(cast: DemoMembers, draws: Draws, story: Story) -> None:
    words = HANDOVER.format(hun="hun" if story.profile.female else "han")
    with as_member(cast.members[GIVER]) as actor:
        case = Case.objects.get(pk=same_id("case", draws.seed, story.key))
        if find_offer(case) is None:
            offer_case(actor=actor, case=case, taker_id=cast.members[TAKER], words=words)


def _open_in_emergency(cast: DemoMembers, draws: Draws, story: Story) -> None:
    """By somebody who is none of the nine: an opening nobody judges bars her from the next."""
    login = next(
        each.login
        for each in workers(draws)
        if each.body == NEEDED_BY and each.role == "case_worker" and not each.part
    )
    reference = reference_of(draws, story.key)
    with as_member(cast.members[login]) as actor:
        try:
            start_emergency_access(
                actor=actor, reference=reference, ground="out_of_hours", reason=EMERGENCY
            )
        except NotFound as error:
            raise LookupError(f"no case {reference} to open in an emergency") from error
