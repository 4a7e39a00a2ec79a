# SPDX-License-Identifier: EUPL-1.2
"""Somebody who uses the guide over HTTP, and every way of answering its questions."""

from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import translation

from samvern.guide.loaded_pack import loaded_pack
from samvern.guide.questions import NOT_KNOWN, REST
from samvern.law.model import Fact

LANGUAGES = ("nb", "nn", "en")


class Visitor(Client):
    """A browser without JavaScript that reads one language."""

    def __init__(self, language: str = "nb") -> None:
        super().__init__(enforce_csrf_checks=False)
        self.language = language

    def address(self, name: str, **kwargs: Any) -> str:
        """The address of a page in her language."""
        with translation.override(self.language):
            return reverse(f"guide:{name}", kwargs=kwargs)

    def see(self, name: str, **kwargs: Any) -> Any:
        """Open a page."""
        return self.get(self.address(name, **kwargs))

    def tell(self, fact: str, **answers: Any) -> Any:
        """Answer one question."""
        return self.post(self.address("question", fact=fact), answers)

    def answer_step(self, step: str, form: dict[str, Any], button: str = "on") -> Any:
        """Send one step's form."""
        return self.post(self.address("step", step=step), {**form, button: "1"})

    def request(self, **request: Any) -> Any:
        """As a browser does, forget the cookies a response takes back."""
        response = super().request(**request)
        for name in [name for name, morsel in self.cookies.items() if morsel["max-age"] == 0]:
            del self.cookies[name]
        return response

    @property
    def cookie(self) -> str:
        """The sealed answers, empty without any."""
        morsel = self.cookies.get("samvern")
        return morsel.value if morsel else ""


def filled(fact: Fact, how: str) -> dict[str, Any]:
    """A form that answers a question: with all it has, with nothing more, or with don't know."""
    if fact.type in ("number", "date"):
        if how == "unknown":
            return {f"{fact.id}.unknown": "1"}
        if fact.type == "number":
            most = int(min(fact.max, 999))
            return {fact.id: f"{most - 1}-{most}"}
        return {f"{fact.id}.day": "28", f"{fact.id}.month": "12", f"{fact.id}.year": "2026"}
    if how == "unknown":
        return {fact.id: NOT_KNOWN}
    if fact.type == "yes_no":
        return {fact.id: "yes"}
    if fact.type == "choice":
        return {fact.id: fact.options[-1].id}
    last = [REST] if how == "closed" else []
    return {fact.id: [option.id for option in fact.options] + last}


def step_form(step: str, how: str) -> dict[str, Any]:
    """A form that answers every question of a step in the same way."""
    found = next(one for one in loaded_pack().steps if one.id == step)
    form: dict[str, Any] = {}
    for name in found.whole:
        form |= filled(loaded_pack().facts[name], how)
    if how != "unknown":  # what is asked in part has ticks alone
        form |= {name: list(options) for name, options in found.shows.items()}
    return form


def text_of(response: HttpResponse) -> str:
    """A response's body as text."""
    return response.content.decode()
