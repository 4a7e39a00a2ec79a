# SPDX-License-Identifier: EUPL-1.2
"""Rights today and tomorrow: why, why not, what would change it, which runs out first."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.categories import Category
from samvern.access.decorators import workspace_view
from samvern.cases.core.models import Case, Person
from samvern.cases.core.pack import rule_name
from samvern.cases.core.selectors import get_case, get_person, list_people_by_number, person_names
from samvern.cases.facts.sheets import question_step
from samvern.cases.pages.rendering import case_page
from samvern.cases.rights.domain import read_rights
from samvern.cases.rights.forecast import Forecast, RightChange
from samvern.cases.rights.topics import RightToday, group_by_topic, list_coming_changes
from samvern.guide.conclusions import Conclusion
from samvern.guide.explanation_html import because, sources
from samvern.guide.topics import topic_name
from samvern.law import InputError, Truth


@dataclass(frozen=True)
class RightRow:
    """One right as the page shows it; what explains it is worked out when it is shown."""

    held: RightToday
    conclusion: Conclusion
    person: Person

    @cached_property
    def reasons(self) -> str:
        """Why it is so."""
        return because(self.conclusion.why)

    @cached_property
    def open(self) -> list[tuple[str, str]]:
        """What it waits for, each with the page that asks it."""
        return [(_where(self.person, q.fact), q.label) for q in self.conclusion.open]

    @cached_property
    def would(self) -> list[str]:
        """What would make it a yes."""
        ways = [way for way in self.conclusion.would_change if way["to"] == "yes"]
        return [" + ".join(f"{c['label']}: {c['to']}" for c in way["changes"]) for way in ways]

    @cached_property
    def sources(self) -> str:
        """Where it is written, and how sure that is."""
        return sources(self.conclusion.version, self.conclusion.language)


@workspace_view()
def rights(request: Request, case_id: UUID) -> HttpResponseBase:
    """The rights of the main person."""
    case = get_case(request.actor, case_id, Category.RIGHTS)
    return _page(request, case, list_people_by_number(case)[0])


@workspace_view()
def person_rights(request: Request, case_id: UUID, person_id: UUID) -> HttpResponseBase:
    """The rights of one of the people of a case."""
    person = get_person(request.actor, case_id, person_id)
    return _page(request, get_case(request.actor, case_id, Category.RIGHTS), person)


def _page(request: Request, case: Case, person: Person) -> HttpResponseBase:
    names = person_names(case)
    context: dict[str, Any] = {"person": person, "names": names, "name": names.get(person.pk, "")}
    context["section"] = "rights"
    try:
        found = read_rights(actor=request.actor, person=person)
    except InputError:
        return case_page(request, case, "cases/rights.html", {**context, "contradiction": True})
    context |= {
        "outlook": found,
        "doubtful": found.view.doubtful,
        "lapsed": [
            (rule_name(clock), _where(person, fact)) for fact, clock in found.view.lapsed.items()
        ],
        "soonest": _turn(found.first_to_run_out) if found.first_to_run_out else None,
        "days": [
            {
                "on": day.on,
                "causes": [_cause(cause, clock) for cause, clock in day.causes],
                "lost": [_turn(turn) for turn in day.lost],
                "won": [_turn(turn) for turn in day.won],
            }
            for day in list_coming_changes(found)
        ],
        "topics": list(_topics(found, person)),
    }
    return case_page(request, case, "cases/rights.html", context)


def _topics(found: Forecast, person: Person) -> Iterator[dict[str, Any]]:
    language = get_language() or "nb"
    result = found.view.result

    def rows(held: tuple[RightToday, ...]) -> list[RightRow]:
        return [
            RightRow(each, Conclusion(result, result.ruleset.rules[each.id], language), person)
            for each in held
        ]

    for topic in group_by_topic(found):
        yield {
            "name": topic_name(topic.id),
            "yes": rows(topic.yes),
            "unknown": rows(topic.unknown),
            "no": rows(topic.no),
        }


def _turn(turn: RightChange) -> dict[str, Any]:
    return {
        "name": rule_name(turn.rule.id),
        "on": turn.on,
        "cause": _cause(turn.cause, turn.clock),
        "is_open": turn.after is Truth.UNKNOWN,
    }


def _cause(cause: str, clock: str) -> str:
    names = {
        "age": _("the person grows older"),
        "law": _("the law changes"),
        "date": _("a date in what is known passes"),
    }
    return rule_name(clock) if clock else names.get(cause, names["date"])


def _where(person: Person, fact: str) -> str:
    where = {"case_id": person.case_id, "person_id": person.pk}
    step = question_step(fact)
    if not step:
        return reverse("workspace:facts", kwargs=where)
    return reverse("workspace:facts_step", kwargs={**where, "step": step})
