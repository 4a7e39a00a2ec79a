# SPDX-License-Identifier: EUPL-1.2
"""Three years of stories, the same for the same seed and day."""

from dataclasses import dataclass
from datetime import date, timedelta

from samvern.demo_data.model import (
    DemoOrganisation,
    DemoWorker,
    FactSheetText,
    PersonInCase,
    PersonProfile,
    Story,
)
from samvern.demo_data.organisations.workers import workers
from samvern.demo_data.random_draws import Draws
from samvern.demo_data.stories.assessments import draw_assessments
from samvern.demo_data.stories.assistance import draw_assistance
from samvern.demo_data.stories.case_histories import CaseHistory, closing_ground, draw_history
from samvern.demo_data.stories.consents import draw_consents, draw_shares
from samvern.demo_data.stories.facts import answers
from samvern.demo_data.stories.family import family
from samvern.demo_data.stories.identities import ClaimSubject, claims, full_name, initials
from samvern.demo_data.stories.notes import notes, papers
from samvern.demo_data.stories.plans import aims, dangers, tasks
from samvern.demo_data.stories.profiles import profiles
from samvern.demo_data.stories.quotas import deal_quotas
from samvern.demo_data.stories.running_deadlines import set_running_deadlines
from samvern.demo_data.stories.texts import Voice
from samvern.demo_data.table_files import margin, organisations

SEED = "samvern"
PEOPLE = 600
GRADES = {"fortrolig": 60, "strengt_fortrolig": 25, "klientadresse": 15}
AT = {
    "ngo": {"havn": 70, "fyrlykta": 30},
    "police": {"politi": 90, "kripos": 10},
    "crisis_centre": {"krisesenter": 1},
    "immigration": {"utlending": 1},
    "child_welfare": {"barnevern": 90, "barneveiledning": 10},
    "health": {"sykehus": 1},
    "nav_social": {"nav": 60, "kommune": 40},
    "labour_inspection": {"tilsyn": 1},
}


@dataclass(frozen=True, slots=True)
class Writer:
    """What every story is written from."""

    draws: Draws
    today: date
    staff: list[DemoWorker]

    def story(self, profile: PersonProfile, road: CaseHistory) -> Story:
        """One person's case, from the day she was met to the last day of help."""
        draws, number = self.draws, profile.number
        last = profile.helped_until or self.today
        body = self._body(profile)
        owner, team = self._team(profile, body)
        language = "nn" if draws.chance(margin("nynorsk"), "language", number) else "nb"
        voice = Voice(draws, language, profile.female, number)
        someone = ClaimSubject.of(draws, profile)
        others, bonds = family(draws, profile, someone)
        main = self._main(profile, road, someone, voice, body, last)
        held = bool(profile.helped_until) and draws.chance(margin("held"), "held", number)
        ground = closing_ground(draws, profile, road) if profile.helped_until else ""
        return Story(
            key=key_of(number), profile=profile, body=body.code, unit=owner.unit or body.units[0],
            owner=owner.login, team=team, kind="child" if profile.minor else body.case_kind,
            circle="unit" if draws.chance(0.15, "circle", number) else "team",
            origin=draws.one(("nothing", "nothing", "guide", "contact"), "origin", number),
            language=language, label=self._label(number),
            opened_on=profile.met_on, closed_on=profile.helped_until,
            close_ground=ground,
            close_words=voice.fill(voice.all("closings")[ground]) if ground else "",
            held_on=profile.helped_until if held else None,
            hold_words=voice.say("holds") if held else "",
            people=(main, *others), bonds=tuple(bonds),
            notes=notes(draws, profile, road, voice, last,
                        children=any(each.place == "child" for each in others)),
            papers=papers(draws, profile, road, voice, last),
            tasks=tasks(draws, profile, voice, last),
            shares=draw_shares(profile, road, main.agreements, body, last),
        )  # fmt: skip

    def _body(self, profile: PersonProfile) -> DemoOrganisation:
        shares = AT[profile.identified_by]
        code = self.draws.named("body", profile.number).choices(
            list(shares), list(shares.values())
        )[0]
        if code == "fyrlykta" and profile.female:
            code = "havn"
        return organisations()[code]

    def _team(
        self, profile: PersonProfile, body: DemoOrganisation
    ) -> tuple[DemoWorker, tuple[str, ...]]:
        """An owner who still works there, and in every third case a colleague of hers."""
        there = [
            each for each in self.staff
            if each.body == body.code and each.role == "case_worker" and not each.left_days_ago
        ]  # fmt: skip
        owner = self.draws.one(there, "owner", profile.number)
        near = [each.login for each in there if each.unit == owner.unit and each != owner]
        if near and self.draws.chance(0.35, "colleague", profile.number):
            return owner, (self.draws.one(near, "which colleague", profile.number),)
        return owner, ()

    def _main(
        self,
        profile: PersonProfile,
        road: CaseHistory,
        someone: ClaimSubject,
        voice: Voice,
        body: DemoOrganisation,
        last: date,
    ) -> PersonInCase:
        draws, number = self.draws, profile.number
        in_doubt = profile.minor and draws.chance(margin("age_unknown"), "in doubt", number)
        days = _sheet_days(profile, road, last)
        sheets = tuple(
            FactSheetText(
                day, answers(draws, profile, road, None if in_doubt else someone.age_on(day), day)
            )
            for day in days
        )
        age_seen = "unknown" if in_doubt else "child" if profile.minor else "adult"
        then_child = not profile.minor and draws.chance(
            margin("exploited_as_child"), "then", number
        )
        known = profile.counted
        return PersonInCase(
            number=1, place="main", age_seen=age_seen,
            initials=initials(full_name(draws, number)) if known else "",
            exploited_as_child=True if profile.minor or then_child else None if in_doubt else False,
            claims=claims(draws, someone, known=known),
            address=self._address(profile, voice),
            sheets=sheets,
            findings=draw_assessments(draws, profile, road, sheets, voice, last),
            agreements=draw_consents(draws, profile, road, voice, body, last),
            help=draw_assistance(draws, profile, road, voice, last),
            aims=aims(draws, profile, voice, last) if known else (),
            dangers=dangers(draws, profile, voice, last),
        )  # fmt: skip

    def _address(self, profile: PersonProfile, voice: Voice) -> tuple[str, str] | None:
        number = profile.number
        if not profile.counted or not self.draws.chance(
            margin("protected_address"), "protected", number
        ):
            return None
        grades = list(GRADES)
        grade = self.draws.named("grade", number).choices(grades, list(GRADES.values()))[0]
        text = self.draws.one(voice.all("addresses"), "address", number)
        return grade, voice.fill(text, number=self.draws.between(1, 90, "house", number))

    def _label(self, number: int) -> str:
        """A working name in every third case; it tells nothing."""
        if not self.draws.chance(0.33, "label", number):
            return ""
        return self.draws.one(("Grønn perm", "Blå perm", "Gul perm", "Rød perm"), "which", number)


def key_of(number: int) -> str:
    """What a story is called, by the number of its main person."""
    return f"{number:03d}"


def stories(today: date, seed: str = SEED) -> list[Story]:
    """The 600 stories of three years up to a day, in the order of ``profiles``."""
    draws = Draws(seed)
    people = profiles(draws, today)
    roads = {person.number: draw_history(draws, person, today) for person in people}
    roads = set_running_deadlines(people, deal_quotas(draws, people, roads, today), today)
    writer = Writer(draws, today, workers(draws))
    return [writer.story(person, roads[person.number]) for person in people]


def _sheet_days(profile: PersonProfile, road: CaseHistory, last: date) -> list[date]:
    """The days on which answers were written down: the first meeting, and each turn since."""
    turns = {
        profile.met_on, road.identified_on, road.reflection_on, road.limited_on,
        road.asylum_applied_on,
        road.asylum_decided_on, road.refused_on, road.reported_on, road.acute_on, road.board_on,
        road.return_granted_on, road.case_ended_on, road.judgment_on,
    }  # fmt: skip
    soon = [profile.met_on + timedelta(days=14)] if road.shelter == "accepted" else []
    return sorted(
        day for day in {*turns, *soon} if day is not None and profile.met_on <= day <= last
    )
