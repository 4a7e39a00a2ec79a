# SPDX-License-Identifier: EUPL-1.2
"""What a story is made of, in the words of the tables it ends up in, without a database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

Facts = Mapping[str, str | list[str] | int]


@dataclass(frozen=True, slots=True)
class DemoOrganisation:
    """An organisation that does not exist."""

    code: str
    name: str
    kind: str
    actor: str
    case_kind: str
    region: str
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DemoWorker:
    """Somebody who acts for a body. ``part`` is her part in the tests, if she has one."""

    login: str
    name: str
    body: str
    unit: str | None
    role: str
    part: str = ""
    left_days_ago: int | None = None


@dataclass(frozen=True, slots=True)
class PersonProfile:
    """Who a person is and how she came to be met, drawn from the margins.

    ``cohort`` is the year she was identified in (1 the first of the window, 0 and less before it);
    ``counted`` says whether she is a presumed victim, and so in the published counts.
    """

    number: int
    cohort: int
    counted: bool
    form: str
    purpose: str
    who: str
    citizenship: str
    stay: str
    identified_by: str
    met_on: date
    helped_until: date | None
    """The last day of help; None while it goes on."""

    @property
    def minor(self) -> bool:
        """Whether she was under 18 when met."""
        return self.who in {"girl", "boy"}

    @property
    def female(self) -> bool:
        """Whether she counts among women and girls."""
        return self.who in {"woman", "girl"}


@dataclass(frozen=True, slots=True)
class ClaimText:
    """One thing said or shown about who somebody is."""

    kind: str
    value: str
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class FactSheetText:
    """All answers as they were known on a day."""

    known_on: date
    facts: Facts


@dataclass(frozen=True, slots=True)
class AssessmentText:
    """One authority's assessment. ``differs`` points to an earlier one by its place in the list."""

    kind: str
    authority: str
    step: str
    decided_on: date
    decided_by: str
    ground: str
    facts: Facts = field(default_factory=dict)
    differs: int | None = None


@dataclass(frozen=True, slots=True)
class ConsentText:
    """One question of consent and its answer."""

    purpose: str
    recipient: str
    categories: tuple[str, ...]
    language: str
    interpreter: bool
    given_on: date
    refused: bool
    expires_on: date | None
    withdrawn_on: date | None
    words: str


@dataclass(frozen=True, slots=True)
class AssistanceText:
    """One kind of help, given or not."""

    kind: str
    provider: str
    state: str
    since: date | None
    until: date | None
    ground: str
    words: str


@dataclass(frozen=True, slots=True)
class PlanStepText:
    """A task, or an action towards a goal."""

    text: str
    due_on: date | None
    done_on: date | None


@dataclass(frozen=True, slots=True)
class GoalText:
    """What the person wants to reach, and the steps towards it."""

    text: str
    state: str
    steps: tuple[PlanStepText, ...]


@dataclass(frozen=True, slots=True)
class RiskText:
    """A risk as judged on a day, and the plan for safety."""

    level: str
    threats: str
    plan: str
    judged_on: date
    review_on: date


@dataclass(frozen=True, slots=True)
class PersonInCase:
    """A person in a case."""

    number: int
    place: str
    initials: str
    age_seen: str
    exploited_as_child: bool | None
    claims: tuple[ClaimText, ...]
    address: tuple[str, str] | None = None
    """Grade and text of a protected address."""
    sheets: tuple[FactSheetText, ...] = ()
    findings: tuple[AssessmentText, ...] = ()
    agreements: tuple[ConsentText, ...] = ()
    help: tuple[AssistanceText, ...] = ()
    aims: tuple[GoalText, ...] = ()
    dangers: tuple[RiskText, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteText:
    """A note."""

    kind: str
    happened_on: date
    text: str


@dataclass(frozen=True, slots=True)
class DocumentText:
    """A document: its title and plain text."""

    title: str
    text: str
    received_on: date


@dataclass(frozen=True, slots=True)
class ShareText:
    """A share with another organisation; ``agreement`` is a place among the first person's."""

    body: str
    categories: tuple[str, ...]
    purpose: str
    basis: str
    provision: str
    agreement: int | None
    since: date
    until: date
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class Story:
    """One case from beginning to end."""

    key: str
    profile: PersonProfile
    body: str
    unit: str
    owner: str
    team: tuple[str, ...]
    kind: str
    circle: str
    origin: str
    language: str
    label: str
    opened_on: date
    closed_on: date | None
    close_ground: str
    close_words: str
    held_on: date | None
    hold_words: str
    people: tuple[PersonInCase, ...]
    bonds: tuple[tuple[str, int, int], ...] = ()
    """Kind, and the numbers of two people: what the first is to the second."""
    notes: tuple[NoteText, ...] = ()
    papers: tuple[DocumentText, ...] = ()
    tasks: tuple[PlanStepText, ...] = ()
    shares: tuple[ShareText, ...] = ()
