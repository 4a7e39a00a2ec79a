# SPDX-License-Identifier: EUPL-1.2
"""What notices say inside the system. A text names nobody: the case it leads to does."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

DEADLINES, PLAN, TEAM, SHARING = "case_deadlines", "plan", "team", "sharing"
NOTICE_KINDS: dict[str, tuple[Any, str]] = {
    "deadline-soon": (lazy("A deadline is coming up"), DEADLINES),
    "deadline-last": (lazy("A deadline is about to end"), DEADLINES),
    "deadline-overdue": (lazy("A deadline has passed"), DEADLINES),
    "deadline-unanswered": (lazy("Nobody has answered a deadline in your unit"), DEADLINES),
    "deadline-new": (lazy("A deadline has been added"), DEADLINES),
    "deadline-gone": (lazy("A deadline no longer applies"), DEADLINES),
    "deadline-moved": (lazy("A deadline has been moved"), DEADLINES),
    "task-given": (lazy("You have been given a task"), PLAN),
    "handover-offered": (lazy("Somebody asks you to take over a case"), "handover"),
    "handover-taken": (lazy("A case you handed over has been taken"), TEAM),
    "handover-declined": (lazy("A case you wanted to hand over was declined"), TEAM),
    "team-added": (lazy("You have been added to a case"), TEAM),
    "share-received": (lazy("Another organisation has shared a case with yours"), "case"),
    "share-ended": (lazy("A share has ended"), SHARING),
    "consent-withdrawn": (lazy("A consent has been withdrawn"), "consents"),
    "consent-share-ended": (
        lazy("A share has been ended because its consent no longer holds"),
        SHARING,
    ),
    "consent-share-urgent": (
        lazy("A consent no longer holds, but help is under way. Decide if the share must end"),
        SHARING,
    ),
    "glass-broken": (lazy("A case was opened in an emergency"), TEAM),
    "glass-review": (lazy("An emergency opening is to be reviewed"), "glass_reviews"),
    "glass-ended": (lazy("An emergency opening of yours was ended"), "glass"),
    "glass-follow-up": (lazy("Something must be followed up after an emergency of yours"), "glass"),
    "aftercare": (lazy("A case is closed. You answer for something that goes on"), TEAM),
    "bar-set": (lazy("A colleague has been shut out of a case"), TEAM),
    "bar-set-leader": (lazy("A leader has been shut out of a case"), "bars"),
    "bar-kept": (lazy("A leader keeps somebody shut out of a case"), TEAM),
    "bar-ended": (lazy("A leader has ended that somebody is shut out of a case"), TEAM),
    "bar-review": (
        lazy("Decide within two weeks if somebody is still to be shut out of a case"),
        "bars",
    ),
    "bar-review-late": (
        lazy("You should have decided if somebody is still to be shut out of a case"),
        "bars",
    ),
    "document-ready": (lazy("A document has been scanned and can be opened"), "documents"),
    "document-infected": (lazy("Malware was found in a document, and it is locked"), "documents"),
    "assessment-added": (lazy("An assessment has been added"), "assessments"),
    "retention-proposed": (lazy("Cases are proposed for deletion"), "retention"),
    "inquiry-received": (
        lazy("Somebody in another organisation asks whether you know a person"),
        "identity_inquiries",
    ),
    "inquiry-answered": (lazy("Another organisation knows a person you asked about"), "persons"),
    "allowance": (lazy("Somebody has taken out more than the work should need"), "auditor"),
    "access-waits": (
        lazy("An administrator has asked for access to cases. A leader must say yes"),
        "access_waiting",
    ),
    "access-waits-you": (lazy("Your access to cases waits for a leader"), "home"),
    "access-renewed": (lazy("A colleague has been given a new way to sign in"), "access_waiting"),
    "access-renewed-you": (
        lazy(
            "A new way for you to sign in has been made. "
            "If you did not ask for it, tell your leader now"
        ),
        "home",
    ),
    "access-confirmed": (lazy("A leader said yes to access to cases"), "access_waiting"),
    "access-confirmed-you": (lazy("A leader said yes. Your access to cases is open"), "home"),
    "access-refused": (lazy("A leader said no to access to cases"), "access_waiting"),
    "access-refused-you": (lazy("A leader said no. Your access to cases has ended"), "home"),
    "address-held": (
        lazy("A colleague has a new way to sign in. May she or he read a protected address again?"),
        "access_waiting",
    ),
    "address-opened": (lazy("A protected address is open to you again"), "persons"),
    "approval-asked": (lazy("You are asked to approve who may read something"), "persons"),
}
"""Text, and the page where it is dealt with, by the notice's kind."""
PAGES_WITHOUT_CASE = frozenset(
    {
        "access_waiting",
        "administrator",
        "board",
        "board_asked_us",
        "auditor",
        "bars",
        "glass",
        "glass_reviews",
        "home",
        "leader",
        "retention",
        "guidance_waiting",
    }
)
"""Pages that are not part of one case."""
PAGES_OF_OBJECTS: dict[str, str] = {}
"""Pages of what a notice is about, outside any case, with the name its id has in the address."""


def notice_text(kind: str) -> str:
    """What a notice says; one of a kind nobody has named says only that something happened."""
    text = NOTICE_KINDS.get(kind, (None, ""))[0]
    return str(text) if text else _("Something has happened in a case")


def notice_page(kind: str) -> str:
    """The page it leads to."""
    return NOTICE_KINDS.get(kind, (None, "case"))[1]
