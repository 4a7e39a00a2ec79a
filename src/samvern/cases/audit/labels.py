# SPDX-License-Identifier: EUPL-1.2
"""What lines of the trail are called where people read who looked at what."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access.exports import EXPORTS
from samvern.access.quotas import Quota
from samvern.access.roles import WAITING, Role
from samvern.cases.audit.domain import AuditLine
from samvern.cases.timeline.labels import ACTS, CONCEALED

ACT_LABELS: dict[str, Any] = {
    "absent": lazy("Asked for something that is not there for her or him"),
    "allowance.exceeded": lazy("Used up an allowance"),
    "assessment.replay": lazy("Worked an old assessment out again"),
    "assessment.see": lazy("Looked at an assessment"),
    "assessments.see": lazy("Looked at the list of assessments"),
    "assistance.see": lazy("Looked at what help was given"),
    "audit.extract": lazy("Took out, outside the pages, who saw what"),
    "audit.prove": lazy("Checked that the trail is whole"),
    "audit.see": lazy("Read the trail"),
    "case.erase": lazy("The case was erased"),
    "case.list": lazy("Looked at the list of cases"),
    "case.overview": lazy("Looked at the overview of the case"),
    "case.search": lazy("Searched for cases"),
    "case.see": lazy("Opened the case"),
    "form.see": lazy("Opened something to change it"),
    "questions.list": lazy("Looked at the questions that were asked"),
    "sealed.see": lazy("Read protected text"),
    "cases.see": lazy("Looked at the list of cases"),
    "certificate.see": lazy("Looked at proofs of erasure"),
    "consent.see": lazy("Looked at a consent"),
    "consents.see": lazy("Looked at the consents"),
    "deadline.recount": lazy("All deadlines were counted anew"),
    "deadline.remind": lazy("Reminded of deadlines"),
    "deadline.see": lazy("Looked at a deadline"),
    "deadlines.see": lazy("Looked at the list of deadlines"),
    "desk.see": lazy("Looked at the workbench"),
    "document.fetch": lazy("Fetched a document"),
    "document.refuse": lazy("A file was not let in"),
    "document.scan": lazy("A document was scanned"),
    "document.see": lazy("Looked at a document’s entry"),
    "access.see": lazy("Looked at what waits for a second person"),
    "documents.see": lazy("Looked at the list of documents"),
    "draft.keep": lazy("A draft was kept"),
    "facts.see": lazy("Looked at what is known"),
    "feed.end": lazy("Closed her or his calendar address"),
    "feed.make": lazy("Made a new calendar address"),
    "feed.see": lazy("A calendar fetched the deadlines"),
    "glass.reviews": lazy("Looked at emergency openings"),
    "handover.leave": lazy("Passed on the cases of somebody who leaves"),
    "handover.leaving": lazy("Looked at the cases of somebody who leaves"),
    "handover.see": lazy("Looked at handovers of the case"),
    "house.see": lazy("Looked at the list of members"),
    "identity.answer": lazy("Answered whether a person is known here"),
    "identity.answered": lazy("Another organisation answered that it knows the person"),
    "identity.ask": lazy("Asked other organisations whether they know a person"),
    "identity.asked": lazy("Another organisation asked whether a person is known"),
    "identity.find": lazy("Searched for a person"),
    "identity.list": lazy("Looked at the list of identity, without having it shown"),
    "identity.reveal": lazy("Had identity shown"),
    "identity.see": lazy("Looked at identity"),
    "identity.use": lazy("Used what is known of the person, without seeing who she is"),
    "inbox.see": lazy("Looked at the inbox"),
    "key.shred": lazy("A key was destroyed"),
    "leader.see": lazy("Looked at the leader’s view"),
    "login": lazy("Signed in"),
    "login.factor": lazy("Changed a way of signing in"),
    "login.password": lazy("Changed the password"),
    "login.prove": lazy("Showed who she or he is again"),
    "logout": lazy("Signed out"),
    "member.change": lazy("A member was changed"),
    "member.confirm": lazy("A leader said yes to a member’s access"),
    "member.confirm_first": lazy("The first leader was confirmed by two who run Samvern"),
    "member.confirm_upgrade": lazy("Members from before counted as confirmed with a new version"),
    "member.end": lazy("A membership was ended"),
    "member.invite": lazy("A member was invited"),
    "member.phone": lazy("Wrote her or his number at work"),
    "member.refuse": lazy("A leader said no to a member’s access"),
    "member.renew": lazy("A member got a new way to sign in"),
    "member.role": lazy("A member got another role"),
    "member.see": lazy("Looked at a member"),
    "note.see": lazy("Read a note"),
    "notes.see": lazy("Read notes"),
    "notice.read": lazy("Marked messages as read"),
    "organisation.add": lazy("The organisation was made"),
    "organisation.close": lazy("The organisation was closed"),
    "organisation.change": lazy("The organisation was changed"),
    "parcel.take": lazy("Fetched answers from the guide"),
    "person.see": lazy("Looked at a person"),
    "persons.see": lazy("Looked at the people"),
    "plan.see": lazy("Looked at the plan"),
    "retention.confirm": lazy("Said yes to an erasure"),
    "retention.propose": lazy("An erasure was proposed"),
    "retention.reject": lazy("Said no to an erasure"),
    "retention.see": lazy("Looked at proposed erasures"),
    "rights.see": lazy("Looked at rights and duties"),
    "sharing.received": lazy("Looked at what others share"),
    "sharing.see": lazy("Looked at what is shared of the case"),
    "tasks.see": lazy("Looked at tasks"),
    "team.bars": lazy("Looked at who is shut out of cases"),
    "team.bar_remind": lazy("Reminded leaders of who is shut out of cases"),
    "team.see": lazy("Looked at who works on the case"),
    "timeline.see": lazy("Read the timeline"),
    "trail.see": lazy("Read who has looked at the case"),
    "unit.add": lazy("A unit was added"),
    "unit.rename": lazy("A unit was renamed"),
    "visit.end": lazy("Sessions were ended"),
}
UNNAMED = lazy("Something else")
DONE = ("neutral", lazy("Done"))
OUTCOME_LABELS: dict[str, tuple[str, Any]] = {
    "done": DONE,
    "seen": ("info", lazy("Looked at")),
    "refused": ("danger", lazy("Refused")),
}
QUOTA_LABELS: dict[Quota, Any] = {
    "audit.export": lazy("The trail as a file"),
    "board.nudge": lazy("Questions about lines of the board"),
    "board.see": lazy("Looks at the board"),
    "case.open": lazy("Cases opened"),
    "case.search": lazy("Searches for cases"),
    "contact.find": lazy("Searches for contacts"),
    "document.fetch": lazy("Documents fetched"),
    "export": lazy("Tables taken out as files"),
    "glass": lazy("Emergency openings"),
    "identity.ask": lazy("Questions to other organisations about a person"),
    "identity.find": lazy("Searches for persons"),
    "identity.reveal": lazy("Identity shown"),
    "place.address": lazy("Addresses of places read"),
    "place.hold": lazy("Rooms held"),
    "place.search": lazy("Searches for places"),
    "print": lazy("Prints"),
}
"""What was done more often than the allowance has room for."""


def outcome_label(outcome: str) -> tuple[str, Any]:
    """Colour and name of how an act ended.

    Older lines of what was settled before a crossing keep its result there: they were done.
    """
    return OUTCOME_LABELS.get(outcome, DONE)


def act_name(act: str) -> str:
    """What an act is called; an old one that is no longer written has no name."""
    if act in EXPORTS:
        return _("Took out as a file: %(what)s") % {"what": EXPORTS[act]}
    return str(ACT_LABELS.get(act) or ACTS.get(act) or CONCEALED.get(act) or UNNAMED)


def actor_name(line: AuditLine) -> str:
    """Name, else organisation alone: colleagues elsewhere are not named here."""
    if line.member:
        return line.member
    return _("Somebody at %(where)s") % {"where": line.organisation} if line.organisation else "–"


OTHER_ROLES = {WAITING: lazy("Waits for a leader"), "operator": lazy("Those who run Samvern")}


def role_name(role: str) -> str:
    """The role in words."""
    return str({**dict(Role.choices), **OTHER_ROLES}.get(role, role))
