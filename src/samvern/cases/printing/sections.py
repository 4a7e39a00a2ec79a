# SPDX-License-Identifier: EUPL-1.2
"""The parts of a case on paper: each reads its rows and puts them into words."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from samvern.access.dates import format_date, format_datetime
from samvern.access.models import Member, Share, TeamMember
from samvern.cases.ages import labels as age_labels
from samvern.cases.ages.domain import read_ages
from samvern.cases.ages.resolution import ResolvedAge
from samvern.cases.assessments.ladder import authority_name
from samvern.cases.assessments.models import Assessment
from samvern.cases.assistance.models import Assistance
from samvern.cases.case_header.alerts import read_case_alerts
from samvern.cases.consents.choices import purpose_name
from samvern.cases.consents.models import Consent
from samvern.cases.core.models import Case
from samvern.cases.core.pack import rule_name, rule_provisions
from samvern.cases.deadlines.models import Deadline, deadline_name
from samvern.cases.documents.models import Document
from samvern.cases.notes.models import Note
from samvern.cases.plan.domain import action_text
from samvern.cases.plan.models import Action, Goal
from samvern.cases.printing.rights_sections import facts_section, rights_section
from samvern.cases.printing.source import (
    PrintSection,
    PrintSource,
    claim_lines,
    format_day,
    format_yes_no,
    full_person_name,
)
from samvern.cases.risks.models import Risk
from samvern.cases.tasks.domain import task_text
from samvern.cases.tasks.models import Task
from samvern.identity.sealing import describe_shown, load_keys


def case_section(paper: PrintSource) -> PrintSection:
    """The case itself."""
    case = paper.case
    rows = [
        [_("State"), case.get_state_display()],
        [_("Opened"), format_datetime(case.created_at)],
        [_("Organisation"), f"{case.organisation.name}, {case.unit.name}"],
        [_("Responsible"), case.owner.name],
    ]
    if case.held_at:
        rows.append([_("Legal hold"), _("since %(day)s") % {"day": format_date(case.held_at)}])
    return PrintSection(_("The case"), [], rows)


def people_section(paper: PrintSource) -> PrintSection:
    """The people, by number and initials; by their claims only when nothing is hidden."""
    head = [_("Person"), _("Age"), _("Exploited as a child")]
    ages = read_ages(paper.people.values())
    rows = [
        [
            full_person_name(row, paper.screen),
            _age(ages[row.pk]),
            format_yes_no(row.exploited_as_child),
        ]
        for row in paper.people.values()
    ]
    part = PrintSection(_("People"), head, rows)
    for person in paper.people.values():
        lines = [f"{label}: {paper.screen(text)}" for label, text in describe_shown(person)]
        if paper.screen.off:
            lines.append(claim_lines(paper, person.pk))
        if lines:
            part.texts.append({"title": paper.person(person.pk), "text": "\n".join(lines)})
    return part


def alerts_section(paper: PrintSource) -> PrintSection:
    """What whoever has the paper must know before anything else."""
    part = PrintSection(_("What you must know first"))
    alerts = read_case_alerts(paper.case.pk)
    if alerts.calls:
        numbers = ", ".join(f"{each.name} {each.phone}" for each in alerts.calls)
        part.texts.append({"title": _("Danger now? Call:"), "text": numbers})
    for line in alerts.lines:
        who = f"{line.who}: " if line.who else ""
        numbers = ", ".join(f"{each.name} {each.phone}" for each in line.calls)
        text = " ".join(filter(None, (line.text, numbers)))
        part.texts.append({"title": f"{who}{line.title}", "text": text})
    return part


def assessments_section(paper: PrintSource) -> PrintSection:
    """Who assessed what, when, on what ground and by which rules."""
    rows = paper.few(
        Assessment.objects.filter(case=paper.case).order_by("-decided_on", "-created_at")
    )
    head = [_("Decided"), _("Person"), _("Decided by"), _("Step")]
    part = PrintSection(_("Assessments"), head)
    for row in rows:
        by = f"{authority_name(row.authority)} {paper.text(row, 'decided_by')}".strip()
        step = row.get_step_display()
        part.rows.append([format_day(row.decided_on), paper.person(row.person_id), by, step])
        ground = "" if paper.most else paper.text(row, "ground")
        if ground:
            title = f"{format_date(row.decided_on)}: {step}"
            part.texts.append({"title": title, "text": ground})
    return part


def deadlines_section(paper: PrintSource) -> PrintSection:
    """Deadlines, the nearest first, with their provisions."""
    rows = Deadline.objects.filter(case=paper.case, due_on__isnull=False).order_by("due_on")
    if paper.most:
        rows = rows.filter(state=Deadline.State.RUNNING)
    found = paper.few(rows.select_related("owner"))
    load_keys([row.subject_id for row in found if not row.clock])
    part = PrintSection(_("Deadlines"), [_("Ends"), _("Deadline"), _("State"), _("Responsible")])
    for row in found:
        ends = (
            format_datetime(row.due_at) if row.due_at else format_day(row.extended_to or row.due_on)
        )
        rule = rule_provisions(row.clock, row.starts_on) if row.clock else ""
        name = paper.screen(deadline_name(row))
        part.rows.append(
            [ends, f"{name} ({rule})" if rule else name, row.get_state_display(), row.owner.name]
        )
    return part


def assistance_section(paper: PrintSource) -> PrintSection:
    """Help given, asked for and refused."""
    rows = Assistance.objects.filter(case=paper.case).order_by("-since", "-created_at")
    head = [_("Help"), _("Person"), _("Provider"), _("Period"), _("State")]
    part = PrintSection(_("Help given"), head)
    for row in paper.few(rows):
        period = (
            f"{format_day(row.since)}–{format_day(row.until) if row.until else ''}"
            if row.since
            else "–"
        )
        state = row.get_state_display()
        who = paper.person(row.person_id)
        part.rows.append([rule_name(row.kind), who, paper.text(row, "provider"), period, state])
        words = "" if paper.most else paper.text(row, "words")
        if words:
            part.texts.append({"title": rule_name(row.kind), "text": words})
    return part


def plan_section(paper: PrintSource) -> PrintSection:
    """Goals with their actions."""
    part = PrintSection(_("Plan"))
    actions: dict[UUID, list[str]] = {}
    for each in Action.objects.filter(case=paper.case).select_related("owner"):
        done = (
            _("done %(day)s") % {"day": format_day(each.done_at)}
            if each.done_at
            else format_day(each.due_on)
        )
        line = f"• {paper.screen(action_text(each))} ({each.owner.name}, {done})"
        actions.setdefault(each.goal_id, []).append(line)
    for goal in paper.few(Goal.objects.filter(case=paper.case)):
        text = paper.text(goal, "text")
        who = f"{paper.person(goal.person_id)}, {goal.get_state_display()}"
        part.texts.append({"title": who, "text": "\n".join([text, *actions.get(goal.pk, [])])})
    return part


def risks_section(paper: PrintSource) -> PrintSection:
    """The newest risk and safety plan of each person."""
    part = PrintSection(_("Risk and safety"))
    seen: set[UUID] = set()
    for row in Risk.objects.filter(case=paper.case).order_by("-created_at"):
        if row.person_id in seen:
            continue
        seen.add(row.person_id)
        title = _("%(who)s: %(level)s, to be reviewed %(day)s") % {
            "who": paper.person(row.person_id),
            "level": row.get_level_display(),
            "day": format_day(row.review_on),
        }
        columns = () if paper.most else ("threats", "plan")
        texts = [paper.text(row, column) for column in columns]
        part.texts.append({"title": title, "text": "\n\n".join(texts)})
    return part


def tasks_section(paper: PrintSource) -> PrintSection:
    """What is to be done, and by whom."""
    rows = Task.objects.filter(case=paper.case).select_related("owner")
    if paper.most:
        rows = rows.filter(done_at=None, ended_at=None)
    part = PrintSection(_("Tasks"), [_("Due"), _("Task"), _("Responsible"), _("Done")])
    for row in paper.few(rows):
        done = format_day(row.done_at) if row.done_at else "–"
        part.rows.append(
            [format_day(row.due_on), paper.screen(task_text(row)), row.owner.name, done]
        )
    return part


def notes_section(paper: PrintSource) -> PrintSection:
    """Notes in full, the newest first."""
    part = PrintSection(_("Notes"))
    writers = dict(
        Member.objects.filter(pk__in=_writers(Note, paper.case)).values_list("pk", "name")
    )
    for row in Note.objects.filter(case=paper.case):
        who = writers.get(row.created_by_id, "–")
        title = f"{format_date(row.happened_on)}, {row.get_kind_display()}, {who}"
        part.texts.append({"title": title, "text": paper.text(row, "text")})
    return part


def documents_section(paper: PrintSource) -> PrintSection:
    """Which documents there are, with what proves them unaltered."""
    part = PrintSection(_("Documents"), [_("Received"), _("Title"), _("SHA-256")])
    for row in Document.objects.filter(case=paper.case):
        title = paper.text(row, "title")
        # In pieces, so that a line can break within it.
        pieces = " ".join(row.sha256[at : at + 8] for at in range(0, len(row.sha256), 8))
        part.rows.append([format_day(row.created_at), title, pieces])
    return part


def consents_section(paper: PrintSource) -> PrintSection:
    """What each person agreed to, and what was taken back."""
    part = PrintSection(_("Consent"), [_("Given"), _("Person"), _("For"), _("To"), _("State")])
    for row in Consent.objects.filter(case=paper.case).select_related("recipient"):
        to = row.recipient.name if row.recipient else paper.text(row, "recipient_text")
        purpose = purpose_name(row.purpose)
        who = paper.person(row.person_id)
        part.rows.append([format_day(row.given_at), who, purpose, to or "–", _consent_state(row)])
    return part


def sharing_section(paper: PrintSource) -> PrintSection:
    """Who on the case, and with whom it is shared."""
    part = PrintSection(_("Access"), [_("Who"), _("What"), _("Since"), _("Until")])
    team = TeamMember.objects.filter(case_id=paper.case.pk).select_related("member")
    for row in team.order_by("created_at"):
        role = _("Responsible") if row.is_owner else _("On the case")
        part.rows.append(
            [row.member.name, role, format_day(row.created_at), format_day(row.ended_at)]
        )
    shares = Share.objects.filter(case_id=paper.case.pk).select_related("organisation")
    for share in shares.order_by("since"):
        purpose = purpose_name(share.purpose)
        ends = format_day(share.ended_at or share.until)
        part.rows.append([share.organisation.name, purpose, format_day(share.since), ends])
    return part


ONE_PAGE: tuple[Callable[[PrintSource], PrintSection], ...] = (
    alerts_section,
    case_section,
    people_section,
    assessments_section,
    deadlines_section,
    risks_section,
    tasks_section,
    assistance_section,
)
WHOLE: tuple[Callable[[PrintSource], PrintSection], ...] = (
    alerts_section,
    case_section,
    people_section,
    assessments_section,
    facts_section,
    rights_section,
    deadlines_section,
    risks_section,
    plan_section,
    tasks_section,
    assistance_section,
    consents_section,
    sharing_section,
    notes_section,
    documents_section,
)


def _age(age: ResolvedAge) -> str:
    years = age_labels.describe_span(age)
    return ". ".join(
        filter(None, (age_labels.describe_age(age), years, age_labels.describe_conflict(age)))
    )


def _consent_state(row: Consent) -> str:
    if row.refused:
        return _("Said no")
    if row.withdrawn_at:
        return _("Taken back %(day)s") % {"day": format_date(row.withdrawn_at)}
    return (
        _("Until %(day)s") % {"day": format_date(row.expires_on)} if row.expires_on else _("Holds")
    )


def _writers(model: Any, case: Case) -> list[UUID]:
    return list(model.objects.filter(case=case).values_list("created_by_id", flat=True).distinct())
