# SPDX-License-Identifier: EUPL-1.2
"""The evening the demonstration opens on: rooms held and in use, somebody in line, a conference
called, a question asked, and what each organisation lets the board show.
"""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from samvern.access.actor import Actor
from samvern.access.models import Organisation
from samvern.cases.core.models import Case, Person
from samvern.coordination.board.models import BoardRule
from samvern.coordination.board.visibility import decide_board
from samvern.coordination.conferences.domain import call_conference
from samvern.coordination.conferences.participants import candidates, invite
from samvern.demo_data.members_at_work import as_member
from samvern.demo_data.model import DemoWorker, Story
from samvern.demo_data.organisations.members import DemoMembers
from samvern.demo_data.random_draws import Draws
from samvern.demo_data.scenes.referrals import cases_of, refer_all
from samvern.helpline.desks.models import AdvisoryDesk
from samvern.helpline.questions.domain import ask_desk
from samvern.places.bookings.domain import apply_move, get_booking, hold_room
from samvern.places.matching.needs import Needs
from samvern.places.matching.search import search_places
from samvern.places.waiting_list.domain import start_waiting

ONLY_COUNTS = ("sykehus", "utlending")
"""Organisations that let the board count their people and tell of none."""
AGENDA = "Syntetisk: Hvem gjør hva de neste to ukene, og hvordan hun kommer trygt til legen."
ASKS = "Hvilke papirer må en EØS-borger ha for å få nødhjelp før oppholdet er avklart?"


def set_evening(
    cast: DemoMembers, draws: Draws, told: list[Story], people: Sequence[DemoWorker], owner_url: str
) -> None:
    """Set it once; a demonstration that is opened again goes on where it was left."""
    referred = refer_all(cast, draws, told, owner_url)
    if not referred:
        return
    _decide(cast, people)
    arrived = list(referred)[3]
    rest = cases_of(told, "kari", draws, set(referred))
    _room(cast, arrived, "kari", moves=("confirm", "arrive"))
    _room(cast, next(cases_of(told, "jonas", draws, set(referred))), "jonas")
    _wait(cast, next(rest))
    _meet(cast, arrived)
    with as_member(cast.members["kari"]) as actor:
        desk = AdvisoryDesk.objects.exclude(organisation_id=actor.organisation_id).order_by("name")[
            0
        ]
        ask_desk(actor=actor, desk=desk, text=ASKS, topic="money")


def _decide(cast: DemoMembers, people: Sequence[DemoWorker]) -> None:
    for each in people:
        if each.role == "administrator" and each.left_days_ago is None:
            counts = each.body in ONLY_COUNTS
            with as_member(cast.members[each.login]) as actor:
                shows = BoardRule.Shows.COUNTS if counts else BoardRule.Shows.LINES
                decide_board(actor=actor, shows=shows)


def _needs(nights: int, **values: object) -> Needs:
    start = timezone.now()
    usual = {"sex": "woman", "age": 27, "use": "none", "languages": ("en",), "security": 1}
    return Needs(start, start + timedelta(days=nights), **{**usual, **values})  # type: ignore[arg-type]


def _person(actor: Actor, case_id: UUID) -> tuple[Case, Person]:
    case = Case.objects.get(pk=case_id)
    return case, Person.objects.filter(case=case).order_by("number")[0]


def _room(cast: DemoMembers, case_id: UUID, login: str, moves: tuple[str, ...] = ()) -> None:
    """The first room that fits at the crisis centre, held; and what its house answered."""
    with as_member(cast.members[login]) as actor:
        house = Organisation.objects.get(pk=cast.organisations["krisesenter"])
        case, person = _person(actor, case_id)
        needs = _needs(12, region="Eksempelvik", kind="crisis_centre")
        offers = search_places(actor=actor, needs=needs).offers
        found = next(each for each in offers if each.provider == house.name)
        booking = hold_room(
            actor=actor, case=case, person=person, room_id=found.room_id, needs=needs
        )
    for move in moves:
        with as_member(cast.members["amina"]) as actor:
            apply_move(actor=actor, booking=get_booking(actor, booking.pk), move=move)


def _wait(cast: DemoMembers, case_id: UUID) -> None:
    with as_member(cast.members["kari"]) as actor:
        case, person = _person(actor, case_id)
        needs = _needs(30, kind="safe_house", security=3, danger=True)
        start_waiting(actor=actor, case=case, person=person, needs=needs)


def _meet(cast: DemoMembers, case_id: UUID) -> None:
    with as_member(cast.members["kari"]) as actor:
        case, _main = _person(actor, case_id)
        at = timezone.localtime() + timedelta(days=2)
        conference = call_conference(
            actor=actor,
            case=case,
            purpose="housing",
            starts_at=at.replace(hour=13, minute=0, second=0, microsecond=0),
            lasts=60,
            agenda=AGENDA,
            where="Syntetisk: møterom 2, eller på video",
            voice="told",
            voice_words="Syntetisk: Hun vil helst slippe å fortelle alt på nytt.",
        )
        keys = {each.member_id: each.key for each in candidates(conference)}
        invite(actor=actor, conference=conference, keys=[keys[cast.members["amina"]]])
