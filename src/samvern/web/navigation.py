# SPDX-License-Identifier: EUPL-1.2
"""What stands around every page: the main menu, the parts of a case, the other languages."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from samvern.access.categories import Category
from samvern.access.roles import CASEWORK, SIGNED_IN, Role
from samvern.web.languages import COMPLETE

MAIN_PAGES: tuple[tuple[str, Any, Iterable[str]], ...] = (
    ("home", _("Workbench"), SIGNED_IN),
    ("cases", _("Cases"), CASEWORK),
    ("deadlines", _("Deadlines"), CASEWORK),
    ("referrals", _("Referrals"), CASEWORK),
    ("places", _("Places"), CASEWORK),
    ("contacts", _("Helpline"), CASEWORK),
    ("guidance", _("Guidance"), CASEWORK),
    ("board", _("Board"), {Role.COORDINATOR}),
    ("inbox", _("Inbox"), SIGNED_IN),
    ("leader", _("Leader’s view"), {Role.LEADER}),
    ("auditor", _("Who looked"), {Role.AUDITOR}),
    ("administrator", _("Members"), {Role.ADMINISTRATOR}),
    ("board_rule", _("What the board shows"), {Role.ADMINISTRATOR}),
    ("keeping_rule", _("How long words are kept"), {Role.ADMINISTRATOR}),
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


def page_context(request: HttpRequest) -> dict[str, Any]:
    """The language, its direction, and the same page in the other languages."""
    code = translation.get_language() or settings.LANGUAGE_CODE
    return {
        "language": code,
        "direction": "rtl" if translation.get_language_bidi() else "ltr",
        "translations": Translations(request, code),
        "secure_cookies": settings.GUIDE_COOKIE_SECURE,
    }


class Translations:
    """The page's address in other languages, worked out only if a template asks."""

    def __init__(self, request: HttpRequest, code: str) -> None:
        self._match, self._code = request.resolver_match, code

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """The languages every page is offered in."""
        return iter(self.all(COMPLETE))

    def all(self, among: Container[str] | None = None) -> list[dict[str, Any]]:
        """Every language there is a translation for, or some of them."""
        return [
            {"code": code, "name": name, "current": code == self._code, "url": self._url(code)}
            for code, name in settings.LANGUAGES
            if among is None or code in among
        ]

    def _url(self, code: str) -> str:
        match = self._match
        if match is None or match.view_name == "front":
            return _plain_address(code, "guide:start")
        if not match.args and not match.kwargs:
            return _plain_address(code, match.view_name)
        return _address(code, match.view_name, match.args, match.kwargs)


@lru_cache(maxsize=1024)
def _plain_address(code: str, name: str) -> str:
    """The address of a page that names nothing but itself; it is the same for everybody."""
    return _address(code, name)


def _address(code: str, name: str, args: Any = None, kwargs: Any = None) -> str:
    with translation.override(code):
        try:
            return reverse(name, args=args, kwargs=kwargs)
        except NoReverseMatch:
            return reverse("guide:start")
