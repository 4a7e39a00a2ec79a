# SPDX-License-Identifier: EUPL-1.2
"""The stories are the same for the same seed, hang together, and are nobody's."""

import json
import subprocess
import sys
from collections import Counter
from dataclasses import asdict
from datetime import date, timedelta
from hashlib import sha256

import pytest

from samvern.cases.deadlines.counting import count_deadlines
from samvern.demo_data.model import Story
from samvern.demo_data.organisations.workers import workers
from samvern.demo_data.random_draws import Draws
from samvern.demo_data.stories.build import SEED, stories
from samvern.demo_data.stories.second_cases import second_cases
from samvern.demo_data.table_files import organisations, test_workers
from samvern.identity.numbers import NumberError, NumberSeries, parse_number
from samvern.law import Pack, load_pack

TODAY = date(2026, 11, 23)
DAYS = (TODAY, date(2027, 2, 28), date(2028, 2, 29), date(2026, 12, 31))


def digest(told: list[Story]) -> str:
    text = json.dumps([asdict(each) for each in told], default=str, ensure_ascii=False)
    return sha256(text.encode()).hexdigest()


@pytest.fixture(scope="module")
def told() -> list[Story]:
    return stories(TODAY)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("norway")


def test_the_same_seed_and_day_give_the_same_bytes_in_another_process(told: list[Story]) -> None:
    program = (
        "import json\nfrom dataclasses import asdict\nfrom datetime import date\n"
        "from hashlib import sha256\nfrom samvern.demo_data.stories.build import stories\n"
        f"told = stories(date.fromisoformat('{TODAY}'))\n"
        "text = json.dumps([asdict(e) for e in told], default=str, ensure_ascii=False)\n"
        "print(sha256(text.encode()).hexdigest())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True,
        env={"PYTHONHASHSEED": "7", "PYTHONPATH": "src", "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert done.stdout.strip() == digest(told)


def test_another_seed_gives_other_people(told: list[Story]) -> None:
    assert digest(stories(TODAY, "another")) != digest(told)


def test_the_pack_accepts_everything_that_is_known(told: list[Story], pack: Pack) -> None:
    for story in told:
        for sheet in story.people[0].sheets:
            pack.assess(sheet.facts, asked_on=sheet.known_on)


@pytest.mark.parametrize("today", DAYS)
def test_deadlines_live_on_whatever_day_it_is_shown(pack: Pack, today: date) -> None:
    """Some clock runs out within three days, a fortnight and two months, of several kinds."""
    due = Counter[str]()
    near: list[int] = []
    for story in stories(today):
        if story.closed_on is None:
            result = pack.assess(story.people[0].sheets[-1].facts, asked_on=today)
            ends = [
                clock for clock in count_deadlines(result) if clock.due_on and clock.due_on >= today
            ]
            due.update(clock.clock for clock in ends)
            near += [(clock.due_on - today).days for clock in ends if clock.due_on]
    assert [
        sum(days <= most for days in near) >= least for most, least in ((3, 2), (14, 6), (60, 20))
    ] == [True] * 3
    running = {"reflection_period", "limited_permit_ends", "appeal_residence", "acute_petition"}
    assert running - set(due) == set()


def test_nobody_is_real(told: list[Story]) -> None:
    """Every number is of the series for tests, and the other world refuses it."""
    numbers = [
        claim.value
        for story in told
        for human in story.people
        for claim in human.claims
        if claim.kind == "number"
    ]
    series = {parse_number(each, synthetic_allowed=True).series for each in numbers}
    assert series == {NumberSeries.TENOR, NumberSeries.DUF_TEST}
    assert len(set(numbers)) == len(numbers) > 200
    for number in numbers:
        with pytest.raises(NumberError):
            parse_number(number, synthetic_allowed=False)


def test_no_two_people_share_a_name(told: list[Story]) -> None:
    names = [
        claim.value
        for story in told
        for human in story.people
        for claim in human.claims
        if claim.kind == "name"
    ]
    assert [name for name, count in Counter(names).items() if count > 1] == []


def test_a_name_fits_the_number_of_the_one_who_bears_it(told: list[Story]) -> None:
    born = [
        (parse_number(number, synthetic_allowed=True).born, birth)
        for story in told
        for human in story.people
        for number in [c.value for c in human.claims if c.kind == "number" and len(c.value) == 11]
        for birth in [next(c.value for c in human.claims if c.kind == "birth_date")]
    ]
    assert born
    assert [pair for pair in born if str(pair[0]) != pair[1]] == []


def test_nothing_happens_after_the_case_was_closed_or_before_it_was_opened(
    told: list[Story],
) -> None:
    for story in told:
        last = story.closed_on or TODAY
        days = [note.happened_on for note in story.notes]
        days += [sheet.known_on for sheet in story.people[0].sheets]
        days += [each.decided_on for each in story.people[0].findings]
        days += [each.given_on for each in story.people[0].agreements]
        assert [day for day in days if not story.opened_on <= day <= last] == [], story.key
        assert story.opened_on <= last <= TODAY


def test_authorities_differ_and_each_says_so(told: list[Story]) -> None:
    both = [
        story.key
        for story in told
        if {"verified", "not_verified"} <= {each.step for each in story.people[0].findings}
    ]
    assert both
    for story in told:
        for each in story.people[0].findings:
            if each.differs is not None:
                assert story.people[0].findings[each.differs].step != each.step


def test_a_share_rests_on_a_consent_that_was_given_to_that_recipient(told: list[Story]) -> None:
    for story in told:
        given = story.people[0].agreements
        for share in story.shares:
            if share.agreement is not None:
                consent = given[share.agreement]
                assert (consent.refused, consent.recipient) == (False, share.body)
                assert set(share.categories) <= set(consent.categories)
                ended = story.closed_on if share.until > (story.closed_on or TODAY) else None
                assert share.ended_on == (consent.withdrawn_on or ended)
            else:
                assert share.provision


def test_children_are_young_enough_to_be_hers(told: list[Story]) -> None:
    def born(story: Story, place: int) -> date:
        claims = story.people[place].claims
        return date.fromisoformat(next(c.value for c in claims if c.kind == "birth_date"))

    for story in told:
        for place, human in enumerate(story.people):
            if human.place == "child":
                assert born(story, place) - born(story, 0) > timedelta(days=16 * 365)
                assert human.age_seen == "child"


def test_each_role_is_filled_in_each_organisation() -> None:
    people = workers(Draws(SEED))
    roles = {"case_worker", "leader", "auditor", "administrator"}
    for body in organisations().values():
        found = {each.role for each in people if each.body == body.code}
        assert found - {"coordinator"} == roles
        placed = {(each.unit, each.role) for each in people if each.body == body.code}
        needed = {(unit, role) for unit in body.units for role in ("case_worker", "leader")}
        assert needed - placed == set()
    logins = [each.login for each in people]
    assert len(set(logins)) == len(logins)
    assert logins[: len(test_workers())] == [each.login for each in test_workers()]


def test_some_are_known_in_two_places_under_the_same_name(told: list[Story]) -> None:
    draws = Draws(SEED)
    again = second_cases(draws, told, workers(draws))
    first = {story.profile.number: story for story in told}
    assert 40 <= len(again) <= 90
    for story in again:
        other = first[story.profile.number]
        assert story.body != other.body
        assert story.opened_on >= other.opened_on
        assert set(story.people[0].claims) <= set(other.people[0].claims)
