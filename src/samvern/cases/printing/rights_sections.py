# SPDX-License-Identifier: EUPL-1.2
"""What is known about each person, and the rights that follow from it today."""

from django.utils import translation
from django.utils.translation import gettext as _

from samvern.access.categories import Category
from samvern.cases.core.models import Person
from samvern.cases.core.pack import rule_name, rule_provisions
from samvern.cases.facts.domain import read_facts
from samvern.cases.facts.sheets import describe_answers
from samvern.cases.printing.source import PrintSection, PrintSource, format_day
from samvern.cases.rights.domain import read_rights
from samvern.law import InputError, Truth


def facts_section(paper: PrintSource) -> PrintSection:
    """The newest answers about each person."""
    part = PrintSection(_("What is known"), [_("Person"), _("What"), _("Answer")])
    for person in _people(paper):
        facts = read_facts(person)
        who = f"{paper.person(person.pk)}\n{format_day(facts.known_on)}"
        for answered in describe_answers(facts.answers, _language()).values():
            part.rows.append([who, answered.label, paper.screen(answered.value)])
            who = ""
    return part


def rights_section(paper: PrintSource) -> PrintSection:
    """What each person has a right to today, where it is written, and when it may change."""
    part = PrintSection(
        _("Rights today"), [_("Person"), _("Right"), _("Written in"), _("May change")]
    )
    for person in _people(paper):
        try:
            found = read_rights(actor=paper.actor, person=person)
        except InputError:  # written under another pack, and contradicted by this one
            continue
        result, who = found.view.result, paper.person(person.pk)
        for rule in sorted(result.of_kind("right"), key=lambda rule: rule.order):
            if result.value(rule.id) is Truth.YES:
                turn = found.next_turn(rule.id)
                change = format_day(turn.on) if turn else "–"
                part.rows.append([who, rule_name(rule.id), rule_provisions(rule.id), change])
                who = ""
    return part


def _people(paper: PrintSource) -> list[Person]:
    """Those whose answers the reader has. Without answers, a right would be said of anybody."""
    return list(paper.people.values()) if Category.RIGHTS in paper.readable else []


def _language() -> str:
    return (translation.get_language() or "nb").partition("-")[0]
