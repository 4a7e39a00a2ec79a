# SPDX-License-Identifier: EUPL-1.2
"""Consents: one question at a time, answered, and sometimes taken back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from samvern.demo_data.model import ConsentText, DemoOrganisation, PersonProfile, ShareText
from samvern.demo_data.random_draws import Draws
from samvern.demo_data.stories.case_histories import CaseHistory
from samvern.demo_data.stories.texts import Voice
from samvern.demo_data.table_files import margin, table

RECIPIENTS = {"refer": "krisesenter", "tell_police": "politi", "tell_immigration": "utlending"}
CATEGORIES = {
    "store": ("case", "notes", "plan"),
    "refer": ("case", "identity", "assessment", "assistance"),
    "tell_police": ("case", "identity", "assessment"),
    "tell_immigration": ("case", "identity", "assessment", "rights"),
    "statistics": ("case",),
    "notify": ("case", "identity", "assessment", "notes"),
}
LASTS = timedelta(days=365)


def draw_consents(
    draws: Draws,
    profile: PersonProfile,
    road: CaseHistory,
    voice: Voice,
    body: DemoOrganisation,
    last: date,
) -> tuple[ConsentText, ...]:
    """The answers in the order they were asked. Children are heard; the consent is not theirs."""
    if not profile.counted or profile.minor:
        return ()
    return tuple(_asked(draws, profile, road, voice, body, last))


def _asked(
    draws: Draws,
    profile: PersonProfile,
    road: CaseHistory,
    voice: Voice,
    body: DemoOrganisation,
    last: date,
) -> Iterator[ConsentText]:
    start = road.identified_on or profile.met_on
    for place, (purpose, share) in enumerate(margin("consent").items()):
        name = (purpose, profile.number)
        given = start + timedelta(days=place * draws.between(0, 6, "asked", *name))
        recipient = RECIPIENTS.get(purpose, "")
        if given > last or recipient == body.code:
            continue
        said_yes = draws.chance(share, "consents", *name) or _must(purpose, road)
        withdrawn = given + timedelta(days=draws.between(10, 300, "withdraws", *name))
        takes_back = said_yes and draws.chance(margin("consent", "withdrawn"), "takes back", *name)
        yield ConsentText(
            purpose=purpose,
            recipient=recipient,
            categories=CATEGORIES[purpose],
            language=table("countries")["languages"][profile.citizenship],
            interpreter=profile.citizenship != "NO" and draws.chance(
                margin("interpreter"), "interpreter", profile.number
            ),
            given_on=given,
            refused=not said_yes,
            expires_on=given + LASTS if said_yes else None,
            withdrawn_on=withdrawn if takes_back and withdrawn <= last else None,
            words=voice.say("consent_words" if said_yes else "consent_no", purpose),
        )  # fmt: skip


def _must(purpose: str, road: CaseHistory) -> bool:
    """Whoever reported to the police, or applied for a permit, agreed that it was told."""
    if purpose == "tell_police":
        return road.reported_on is not None or road.reflection_applied_on is not None
    return purpose == "tell_immigration" and road.reflection_applied_on is not None


def draw_shares(
    profile: PersonProfile,
    road: CaseHistory,
    given: tuple[ConsentText, ...],
    body: DemoOrganisation,
    last: date,
) -> tuple[ShareText, ...]:
    """The shares that follow: each rests on a consent or a provision, and ends with it.

    When the case is closed, what is still shared ends too.
    """
    found = [
        ShareText(
            each.recipient, each.categories, each.purpose, "consent", "", place,
            each.given_on, each.expires_on or last, each.withdrawn_on,
        )
        for place, each in enumerate(given)
        if each.recipient and not each.refused
    ]  # fmt: skip
    if profile.minor and profile.counted and body.code != "barnevern":
        start = road.identified_on or profile.met_on
        found.append(
            ShareText(
                "barnevern", CATEGORIES["notify"], "notify_child_welfare", "statute",
                "barnevernsloven § 13-2", None, start, start + LASTS, None,
            )
        )  # fmt: skip
    return tuple(_ended(each, profile) for each in found)


def _ended(share: ShareText, profile: PersonProfile) -> ShareText:
    closed = profile.helped_until
    lasts = share.ended_on is None and closed is not None and share.until > closed
    return replace(share, ended_on=closed) if lasts else share
