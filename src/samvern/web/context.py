# SPDX-License-Identifier: EUPL-1.2
"""What every template may need."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils import translation

from samvern.web.languages import COMPLETE


def page(request: HttpRequest) -> dict[str, Any]:
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
        self._request, self._code = request, code

    def __iter__(self) -> Any:
        """The languages every page is offered in."""
        return iter([link for link in self.all() if link["code"] in COMPLETE])

    def all(self) -> list[dict[str, Any]]:
        """Every language there is a translation for."""
        return [
            {"code": code, "name": name, "current": code == self._code, "url": self._url(code)}
            for code, name in settings.LANGUAGES
        ]

    def _url(self, code: str) -> str:
        match = self._request.resolver_match
        with translation.override(code):
            if match is None or match.view_name == "front":
                return reverse("guide:start")
            try:
                return reverse(match.view_name, args=match.args, kwargs=match.kwargs)
            except NoReverseMatch:
                return reverse("guide:start")
