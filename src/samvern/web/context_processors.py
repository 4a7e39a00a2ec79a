# SPDX-License-Identifier: EUPL-1.2
"""What every template may need."""

from functools import cached_property, lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils import translation

from samvern.web.languages import COMPLETE


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
        self._request, self._code = request, code

    def __iter__(self) -> Any:
        """The languages every page is offered in."""
        return iter(self._complete)

    @cached_property
    def _complete(self) -> list[dict[str, Any]]:
        return [link for link in self.all() if link["code"] in COMPLETE]

    def all(self) -> list[dict[str, Any]]:
        """Every language there is a translation for."""
        return [
            {"code": code, "name": name, "current": code == self._code, "url": self._url(code)}
            for code, name in settings.LANGUAGES
        ]

    def _url(self, code: str) -> str:
        match = self._request.resolver_match
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
