# SPDX-License-Identifier: EUPL-1.2
"""What a pack holds, once read and checked. Everything is immutable."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from samvern.law.dates import Duration, Holidays
from samvern.law.expr import Expr
from samvern.law.needs import Need
from samvern.law.properties import Declarations
from samvern.law.self_help import OwnQuestion, SelfHelp
from samvern.law.source import Source as Source

KINDS = (
    "definition", "offence_element", "offence", "indicator", "dimension", "level",
    "right", "duty", "sharing", "referral", "clock", "alert",
)  # fmt: skip
CONFIDENCES = ("verified", "derived", "unverified")
LEVELS = ("info", "concern", "reasonable_grounds", "strong")
RETENTION_STARTS = ("closed", "last_entry", "eighteenth_birthday")
RETENTION_ENDS = ("delete", "pseudonymise", "archive")
LISTED = ("first", "last")
ELEMENTS = ("conduct", "means", "purpose", "minor")
FACT_TYPES = ("yes_no", "choice", "set", "date", "number")

LocalizedText = Mapping[str, str]
"""One text in several languages, by language code."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a choice or a set."""

    id: str
    label: LocalizedText


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that can be known about a situation.

    ``implied_by`` fills a choice from other facts. ``known_of`` names the element whose source it
    tells: shown beside that element, and read by no rule. ``partial``: a page asks about some ticks
    of it alone. ``you``: the question as it is put to the person herself.
    """

    id: str
    type: str
    label: LocalizedText
    question: LocalizedText
    help: LocalizedText | None
    options: tuple[Option, ...] = ()
    unit: str = ""
    min: float = float("-inf")
    max: float = float("inf")
    implied_by: tuple[tuple[str, Expr], ...] = ()
    known_of: str = ""
    partial: bool = False
    you: OwnQuestion | None = None
    places: Mapping[str, int] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        places = {option.id: number for number, option in enumerate(self.options)}
        object.__setattr__(self, "places", places)

    def option(self, id: str) -> Option | None:
        """The option called ``id``, if there is one."""
        return next((option for option in self.options if option.id == id), None)

    def narrowed(self, ids: Collection[str]) -> Fact:
        """The same with these options alone."""
        shown = tuple(option for option in self.options if option.id in ids)
        return replace(self, options=shown, partial=True)


@dataclass(frozen=True, slots=True)
class Version:
    """One wording of a rule: in force from ``start`` until (not including) ``end``.

    ``effect_from``: acts before this day are not reached. ``known_from``: first day the pack knew
    it.
    """

    when: Expr
    when_text: str
    start: date
    end: date | None
    effect_from: date | None
    known_from: date | None
    sources: tuple[Source, ...]
    confidence: str
    text: LocalizedText | None
    starts: Expr | None = None
    ends: Expr | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """Something that is concluded; ``versions`` are ordered by date and do not overlap.

    ``who``: ``reader`` when the reader does it herself. ``excludes``: what it never stands with.
    """

    id: str
    kind: str
    name: LocalizedText
    dated_by: str
    versions: tuple[Version, ...]
    plain: LocalizedText | None = None
    fulfils: tuple[str, ...] = ()
    order: int = 100
    urgency: str = ""
    actors: tuple[str, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict)
    pack: str = ""
    file: str = ""
    line: int = 0
    who: str = ""
    excludes: tuple[str, ...] = ()

    def on(self, day: date) -> Version | None:
        """The version in force on ``day``."""
        for version in self.versions:
            if version.start <= day and (version.end is None or day < version.end):
                return version
        return None


@dataclass(frozen=True, slots=True)
class ParameterValue:
    """A parameter's value from a day on."""

    start: date
    value: float | Duration
    sources: tuple[Source, ...]
    confidence: str


@dataclass(frozen=True, slots=True)
class Parameter:
    """A dated number or duration, rows ordered by date."""

    id: str
    name: LocalizedText
    dated_by: str
    values: tuple[ParameterValue, ...]


@dataclass(frozen=True, slots=True)
class Instrument:
    """A law, regulation, convention or other source, and its public address."""

    id: str
    name: LocalizedText
    url: str


@dataclass(frozen=True, slots=True)
class PackActor:
    """Somebody who can be called.

    ``profession``: the answers to "what do you do?" of those who work there themselves.
    ``alarm``: what the number is for when somebody is in danger now.
    ``listed``: before or after all others where those who can help are listed (``LISTED``).
    """

    id: str
    name: LocalizedText
    does: LocalizedText
    needs: tuple[str, ...]
    adults: bool
    children: bool
    sexes: tuple[str, ...]
    counties: tuple[str, ...]
    phone: str
    email: str
    web: str
    hours: LocalizedText | None
    basis: tuple[Source, ...]
    confidence: str
    profession: tuple[str, ...] = ()
    alarm: LocalizedText | None = None
    listed: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A change of law in the calendar; ``on`` is None while its date is open."""

    id: str
    on: date | None
    name: LocalizedText
    text: LocalizedText
    rules: tuple[str, ...]
    sources: tuple[Source, ...]
    confidence: str


@dataclass(frozen=True, slots=True)
class Step:
    """One page of questions in the guide.

    ``first``: asked of everybody before the first answer. ``shows``: of a set, the few options
    this page offers; another step asks about it in full.
    """

    id: str
    title: LocalizedText
    intro: LocalizedText | None
    facts: tuple[str, ...]
    when: Expr | None
    first: bool = False
    shows: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def whole(self) -> tuple[str, ...]:
        """The facts asked about with all their options."""
        return tuple(name for name in self.facts if name not in self.shows)


@dataclass(frozen=True, slots=True)
class Article:
    """A duty of a convention that national rules fulfil."""

    id: str
    name: LocalizedText
    text: LocalizedText


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the rights page: a name and the facts that make it."""

    id: str
    name: LocalizedText
    facts: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Receiver:
    """Somebody the reader may think of telling.

    ``gates``: what the sharing rules call them. ``public``: whether "other public bodies" are they
    too. ``agreed``: the option of a set that is the person's yes to just them. ``own``: the answers
    to "what do you do?" of those who work there. ``likely``: shown always, not only when a rule
    names them. ``behind``: somebody there may be behind it, so that only the person's yes opens.
    """

    id: str
    name: LocalizedText
    gates: tuple[str, ...]
    public: bool
    agreed: str
    own: tuple[str, ...]
    likely: bool
    behind: bool


@dataclass(frozen=True, slots=True)
class Retention:
    """How long a closed case is kept, and what happens then.

    ``cases``: the case types it holds for. ``starts``: what starts the time (``RETENTION_STARTS``).
    ``then``: what happens (``RETENTION_ENDS``).
    """

    id: str
    name: LocalizedText
    text: LocalizedText
    cases: tuple[str, ...]
    starts: str
    keep: Duration
    then: str
    sources: tuple[Source, ...]
    confidence: str
    order: int


@dataclass(frozen=True, slots=True)
class ExampleCase:
    """An example case a jurist can read."""

    id: str
    title: str
    asked_on: date
    event_on: object
    facts: Mapping[str, object]
    expect: Mapping[str, object]
    contrast: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class RuleSet:
    """A whole pack as read: every part by id, in the order written."""

    id: str
    version: str
    title: LocalizedText
    law_read_on: date | None
    languages: tuple[str, ...]
    decisions: Mapping[str, tuple[Mapping[str, int], ...]]
    holidays: Holidays
    facts: Mapping[str, Fact]
    parameters: Mapping[str, Parameter]
    rules: Mapping[str, Rule]
    instruments: Mapping[str, Instrument]
    actors: Mapping[str, PackActor]
    articles: Mapping[str, Article]
    changes: tuple[Change, ...]
    steps: tuple[Step, ...]
    matrix: tuple[Column, ...]
    cases: tuple[ExampleCase, ...]
    chain: tuple[str, ...]
    hash: str
    retention: Mapping[str, Retention] = field(default_factory=dict)
    declared: Declarations = field(default_factory=Declarations)
    receivers: Mapping[str, Receiver] = field(default_factory=dict)
    self_help: SelfHelp = field(default_factory=SelfHelp)
    needs: Mapping[str, Need] = field(default_factory=dict)
