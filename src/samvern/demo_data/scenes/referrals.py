# SPDX-License-Identifier: EUPL-1.2
"""Referrals between organisations when the demonstration opens: one waits for an answer tonight.

Done by the workspace's own functions, by those who would do it; the hours before now are made up.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

import psycopg
from django.utils import timezone

from samvern.access.models import Organisation
from samvern.cases.consents.domain import record_consent
from samvern.cases.core.models import Case, Person
from samvern.demo_data.members_at_work import as_member
from samvern.demo_data.model import Story
from samvern.demo_data.organisations.members import DemoMembers, same_id
from samvern.demo_data.random_draws import Draws
from samvern.referrals.core.models import Referral
from samvern.referrals.core.selectors import get_referral
from samvern.referrals.core.transitions import (
    accept_referral,
    ask_back,
    record_arrival,
    see_referral,
)
from samvern.referrals.data_minimisation import needed_fields
from samvern.referrals.drafts.domain import send_referral
from samvern.referrals.drafts.legal_basis import ReferralDraft

COVERS = ("identity", "rights", "plan", "assistance")
MONTHS = timedelta(days=120)
AGE = (
    "UPDATE referrals_referral SET created_at = created_at - %(by)s, "
    "state_since = state_since - %(by)s, due_at = due_at - %(by)s WHERE id = %(id)s",
    "UPDATE referrals_referralstep SET created_at = created_at - %(by)s WHERE of_id = %(id)s",
)
QUESTION = "Syntetisk: Kan hun komme alt i kveld, og har hun med seg noe hun må ha kaldt?"
MESSAGE = "Syntetisk: Hun har sagt ja til at vi spør dere. Ring oss helst, ikke henne."


@dataclass(frozen=True)
class ReferralScene:
    """One referral: who sends, to whom, for what, how many hours ago, and what came then."""

    sender: str
    to: str
    need: str
    urgency: str
    hours: float
    answers: tuple[tuple[Callable[..., Any], dict[str, Any]], ...] = ()
    by: str = "amina"


def referral_scenes() -> tuple[ReferralScene, ...]:
    """Unanswered tonight; seen; asked back; arrived; and two that came in."""
    arrived = (record_arrival, {"on": timezone.localdate()})
    return (
        ReferralScene("kari", "krisesenter", "housing", "tonight", 3),
        ReferralScene("kari", "krisesenter", "housing", "days3", 30, ((see_referral, {}),)),
        ReferralScene("jonas", "krisesenter", "housing", "days3", 20,
              ((see_referral, {}), (ask_back, {"words": QUESTION}))),
        ReferralScene("kari", "krisesenter", "housing", "days3", 96,
              ((see_referral, {}), (accept_referral, {}), arrived)),
        ReferralScene("amina", "havn", "advice", "tonight", 0.7),
        ReferralScene("per", "havn", "advice", "days14", 50),
    )  # fmt: skip


def refer_all(
    cast: DemoMembers, draws: Draws, told: list[Story], owner_url: str
) -> dict[UUID, UUID]:
    """Send and answer them, each from a case of its own; the referrals by their cases."""
    with as_member(cast.members["kari"]):
        if Referral.objects.exists():
            return {}
    made, rest = {}, adults(told)
    with psycopg.connect(owner_url, autocommit=True) as owner:
        for asked in referral_scenes():
            story = next(each for each in rest if each.owner == asked.sender)
            rest.remove(story)
            case = same_id("case", draws.seed, story.key)
            made[case] = id = _send(cast, asked, case)
            for move, values in asked.answers:
                with as_member(cast.members[asked.by]) as actor:
                    move(actor=actor, referral=get_referral(actor, id), **values)
            for statement in AGE:
                owner.execute(statement, {"by": timedelta(hours=asked.hours), "id": id})
    return made


def adults(told: list[Story]) -> list[Story]:
    """Open cases of adults, those nobody else has been let into first, the newest first."""
    there = [
        each
        for each in told
        if each.closed_on is None and not each.profile.minor and each.held_on is None
    ]
    return sorted(
        there,
        key=lambda each: (not each.shares, each.profile.counted, each.opened_on),
        reverse=True,
    )


def _send(cast: DemoMembers, asked: ReferralScene, case_id: UUID) -> UUID:
    with as_member(cast.members[asked.sender]) as actor:
        case = Case.objects.get(pk=case_id)
        person = Person.objects.filter(case=case).order_by("number")[0]
        Person.objects.filter(pk=person.pk).update(age_seen=Person.AgeSeen.ADULT)
        receiver = Organisation.objects.get(pk=cast.organisations[asked.to])
        agreed = record_consent(
            actor=actor,
            person=person,
            purpose="housing" if asked.need == "housing" else "coordination",
            categories=COVERS,
            language="en",
            given_at=timezone.now() - timedelta(hours=1),
            recipient_id=receiver.pk,
            expires_on=timezone.localdate() + MONTHS,
        )
        return send_referral(
            actor=actor,
            case=case,
            draft=ReferralDraft(person, receiver, asked.need, asked.urgency),
            basis=f"consent:{agreed.pk}",
            fields=needed_fields(asked.need, receiver.kind),
            categories=("plan",),
            message=MESSAGE,
            until=timezone.localdate() + timedelta(days=60),
        ).pk


def cases_of(told: list[Story], login: str, draws: Draws, without: set[UUID]) -> Iterator[UUID]:
    """Further cases of somebody, for what else she does."""
    for each in adults(told):
        if each.owner == login and (id := same_id("case", draws.seed, each.key)) not in without:
            yield id
