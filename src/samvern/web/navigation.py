# SPDX-License-Identifier: EUPL-1.2
"""What stands around every page of the workspace: the main menu and the parts of a case."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from samvern.access.categories import Category
from samvern.access.roles import CASEWORK, PEOPLE, Role

MAIN_PAGES: tuple[tuple[str, Any, Iterable[str]], ...] = (
    ("home", _("Workbench"), PEOPLE),
    ("cases", _("Cases"), CASEWORK),
    ("deadlines", _("Deadlines"), CASEWORK),
    ("referrals", _("Referrals"), CASEWORK),
    ("places", _("Places"), CASEWORK),
    ("contacts", _("Helpline"), CASEWORK),
    ("guidance", _("Guidance"), CASEWORK),
    ("board", _("Board"), {Role.COORDINATOR}),
    ("inbox", _("Inbox"), PEOPLE),
    ("leader", _("Leader’s view"), {Role.LEADER}),
    ("auditor", _("Who looked"), {Role.AUDITOR}),
    ("administrator", _("Members"), {Role.ADMINISTRATOR}),
    ("board_rule", _("What the board shows"), {Role.ADMINISTRATOR}),
    ("retention", _("Retention"), {Role.LEADER}),
)
"""Page, name, and the roles that have it. A menu hides; only the page itself refuses."""

CASE_PAGES: tuple[tuple[str, Any, tuple[str, ...]], ...] = (
    ("case", _("Overview"), ()),
    ("persons", _("People"), ("identity", "person")),
    ("assessments", _("Assessments"), ("assessment", "replay")),
    ("rights", _("Rights"), ("facts",)),
    ("assistance", _("Help given"), ()),
    ("plan", _("Plan"), ("goal", "action", "risk", "task")),
    ("notes", _("Notes"), ("note",)),
    ("documents", _("Documents"), ("document",)),
    ("case_deadlines", _("Deadlines"), ("deadline",)),
    ("case_referrals", _("Referrals"), ("referral",)),
    ("case_places", _("A place to stay"), ("case_place",)),
    ("conferences", _("Conferences"), ("conference",)),
    ("consents", _("Consent"), ("consent",)),
    ("sharing", _("Sharing"), ("share",)),
    ("timeline", _("Timeline"), ()),
    ("team", _("Access"), ("handover", "close", "member")),
)
"""Page, name, and beginnings of the names of pages that belong to it."""
CATEGORY_OF_PAGE = {
    "assessments": Category.ASSESSMENT,
    "rights": Category.RIGHTS,
    "assistance": Category.ASSISTANCE,
    "plan": Category.PLAN,
    "notes": Category.NOTES,
    "documents": Category.DOCUMENTS,
    "case_deadlines": Category.RIGHTS,
    "consents": Category.CONSENT,
}
"""What of a case a part shows; the others are there for whoever sees the case."""


@dataclass(frozen=True)
class MenuEntry:
    """A link in a menu; ``current`` is "page" here, "true" on a page below it, or empty."""

    url: str
    name: Any
    current: str = ""


def main_menu(role: str, present: str) -> list[MenuEntry]:
    """The main menu of somebody in ``role`` on the page named ``present``."""
    return [
        MenuEntry(url, name, "page" if present == page else "")
        for page, name, roles in MAIN_PAGES
        if role in roles and (url := page_url(page))
    ]


def case_menu(case: Any, present: str, readable: Container[str]) -> list[MenuEntry]:
    """The parts of a case in these categories, seen from the page named ``present``."""
    return [
        MenuEntry(url, name, "page" if page == _case_page_of(present) else "")
        for page, name, _below in CASE_PAGES
        if CATEGORY_OF_PAGE.get(page, Category.CASE) in readable
        and (url := page_url(page, case_id=case))
    ]


def page_url(page: str, **where: Any) -> str:
    """A page's address in the present language, empty if the installation lacks it."""
    for name in (page,) if ":" in page else (f"workspace:{page}", page):
        try:
            return reverse(name, kwargs=where)
        except NoReverseMatch:
            continue
    return ""


def _case_page_of(present: str) -> str:
    for page, _name, below in CASE_PAGES:
        if present == page or present.startswith(below or "\0"):
            return page
    return ""
