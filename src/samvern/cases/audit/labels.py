# SPDX-License-Identifier: EUPL-1.2
"""What lines of the trail are called where people read who looked at what."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access.exports import EXPORTS
from samvern.access.quotas import Quota
from samvern.access.roles import Role
from samvern.cases.audit.domain import AuditLine
from samvern.cases.timeline.labels import ACTS, CONCEALED
from samvern.identity.models import Claim

ACT_LABELS: dict[str, Any] = {
    "absent": lazy("Asked for something that is not there for her or him"),
    "allowance.exceeded": lazy("Used up an allowance"),
    "audit.prove": lazy("Checked that the trail is whole"),
    "audit.see": lazy("Read the trail"),
    "case.erase": lazy("The case was erased"),
    "case.list": lazy("Looked at the list of cases"),
    "case.see": lazy("Opened the case"),
    "cases.see": lazy("Looked at the list of cases"),
    "certificate.see": lazy("Looked at proofs of erasure"),
    "desk.see": lazy("Looked at the workbench"),
    "document.fetch": lazy("Fetched a document"),
    "document.refuse": lazy("A file was not let in"),
    "document.scan": lazy("A document was scanned"),
    "document.see": lazy("Looked at a document’s entry"),
    "documents.see": lazy("Looked at the list of documents"),
    "draft.keep": lazy("A draft was kept"),
    "house.see": lazy("Looked at the list of members"),
    "identity.find": lazy("Searched for a person"),
    "identity.reveal": lazy("Had identity shown"),
    "identity.use": lazy("Used what is known of the person, without seeing who she is"),
    "identity.see": lazy("Looked at identity"),
    "inbox.see": lazy("Looked at the inbox"),
    "key.shred": lazy("A key was destroyed"),
    "leader.see": lazy("Looked at the leader’s view"),
    "login": lazy("Signed in"),
    "login.prove": lazy("Showed who she or he is again"),
    "logout": lazy("Signed out"),
    "member.change": lazy("A member was changed"),
    "member.end": lazy("A membership was ended"),
    "member.invite": lazy("A member was invited"),
    "member.phone": lazy("Wrote her or his number at work"),
    "member.renew": lazy("A member got a new way to sign in"),
    "member.role": lazy("A member got another role"),
    "member.see": lazy("Looked at a member"),
    "note.see": lazy("Read a note"),
    "notes.see": lazy("Read notes"),
    "organisation.change": lazy("The organisation was changed"),
    "person.see": lazy("Looked at a person"),
    "persons.see": lazy("Looked at the people"),
    "plan.see": lazy("Looked at the plan"),
    "retention.confirm": lazy("Said yes to an erasure"),
    "retention.propose": lazy("An erasure was proposed"),
    "retention.reject": lazy("Said no to an erasure"),
    "retention.see": lazy("Looked at proposed erasures"),
    "tasks.see": lazy("Looked at tasks"),
    "timeline.see": lazy("Read the timeline"),
    "trail.see": lazy("Read who has looked at the case"),
    "unit.add": lazy("A unit was added"),
    "unit.rename": lazy("A unit was renamed"),
    "visit.end": lazy("Sessions were ended"),
}
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
CLAIM_LABELS = dict(Claim.Kind.choices)
DETAIL_LABELS: dict[str, Any] = {
    "rows": lazy("rows"),
    "hours": lazy("hours"),
}


def _said(name: str, value: Any) -> str:
    """A word of our own as people say it, a list as its words; what has no name as it stands."""
    if isinstance(value, list):
        return ", ".join(_said(name, each) for each in value)
    labels: dict[Any, Any] = {**QUOTA_LABELS} if name == "item" else CLAIM_LABELS
    return str(labels.get(value, value) if isinstance(value, str) else value)


def outcome_label(outcome: str) -> tuple[str, Any]:
    """Colour and name of how an act ended.

    Older lines of what was settled before a crossing keep its result there: they were done.
    """
    return OUTCOME_LABELS.get(outcome, DONE)


def act_name(act: str) -> str:
    """What an act is called; one nobody has named, by its code."""
    if act in EXPORTS:
        return _("Took out as a file: %(what)s") % {"what": EXPORTS[act]}
    return str(ACT_LABELS.get(act) or ACTS.get(act) or CONCEALED.get(act) or act)


def actor_name(line: AuditLine) -> str:
    """Name, else organisation alone: colleagues elsewhere are not named here."""
    if line.member:
        return line.member
    return _("Somebody at %(where)s") % {"where": line.organisation} if line.organisation else "–"


def role_name(role: str) -> str:
    """The role in words."""
    return str(dict(Role.choices).get(role, role))


def detail_text(line: AuditLine) -> str:
    """What is shown beside the act: figures, and words of our own."""
    parts = [
        f"{value} {DETAIL_LABELS[name]}"
        for name, value in line.detail.items()
        if name in DETAIL_LABELS
    ]
    parts += [
        _said(name, value) for name, value in line.detail.items() if name not in DETAIL_LABELS
    ]
    return ", ".join(parts)
