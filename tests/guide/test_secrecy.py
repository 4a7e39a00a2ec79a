# SPDX-License-Identifier: EUPL-1.2
"""Answers stay in the visitor's own browser: nowhere in addresses, titles, logs or stores."""

import logging
import re
import time
from typing import Any

import pytest
from django.conf import settings
from django.test import override_settings

from samvern.guide import sealing
from support.visitor import Visitor, text_of

CANARY = "917364"


def title(response: Any) -> str:
    found = re.search("<title>(.*?)</title>", text_of(response))
    assert found
    return found[1]


def test_the_cookie_is_closed_to_scripts_and_other_sites_and_dies_with_the_browser(
    visitor: Visitor,
) -> None:
    visitor.tell("profession", profession="health")
    morsel = visitor.cookies["samvern"]
    assert (morsel["httponly"], morsel["samesite"], morsel["path"]) == (True, "Strict", "/")
    assert (morsel["max-age"], morsel["expires"]) == ("", "")


def test_a_secure_site_binds_the_cookie_to_its_host(visitor: Visitor) -> None:
    with override_settings(GUIDE_COOKIE_SECURE=True):
        visitor.tell("profession", profession="health")
    morsel = visitor.cookies["__Host-samvern"]
    assert (morsel["secure"], morsel["path"], morsel["domain"]) == (True, "/", "")


def test_answers_are_in_no_address_title_header_or_log(
    visitor: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    answered = [
        visitor.tell("age", age=CANARY),
        visitor.tell("profession", profession=CANARY),
        visitor.tell("age", age="17"),
        visitor.tell("means_seen", means_seen=["violence"]),
        visitor.see("answer"),
        visitor.post(visitor.address("pdf")),
    ]
    for response in answered:
        told = f"{response.headers.items()}"
        assert CANARY not in told
        assert "violence" not in told
    assert {title(r) for r in answered[:2]} == {"Feil: Et spørsmål – Samvern"}
    assert title(answered[4]) == "Svar – Samvern"
    assert CANARY not in caplog.text
    assert "violence" not in caplog.text


def test_a_refused_value_is_shown_again_but_not_kept(visitor: Visitor) -> None:
    refused = visitor.tell("age", age=CANARY)
    assert refused.status_code == 400
    assert f'value="{CANARY}"' in text_of(refused)
    assert CANARY not in text_of(visitor.see("question", fact="age"))


@pytest.mark.parametrize("name", ["start", "answer", "door", "privacy", "ended", "rights"])
def test_no_page_may_be_kept_in_a_cache(visitor: Visitor, name: str) -> None:
    assert visitor.see(name).headers["Cache-Control"] == "no-store"


def test_ending_deletes_everything(visitor: Visitor) -> None:
    visitor.tell("profession", profession="health")
    visitor.see("step", step="you")  # a form, with the cookie of forms
    response = visitor.post(visitor.address("end"))
    assert response.headers["Location"] == visitor.address("ended")
    assert "Clear-Site-Data" not in response.headers
    assert {name: morsel["max-age"] for name, morsel in response.cookies.items()} == {
        "samvern": 0,
        "csrf": 0,
    }
    last = visitor.see("ended")
    assert last.cookies == {}
    assert "Dette kunne vi ikke slette" in text_of(last)
    assert " checked" not in text_of(visitor.see("step", step="you"))


def test_ending_needs_a_form(visitor: Visitor) -> None:
    assert visitor.see("end").status_code == 405


@pytest.mark.parametrize(
    "cookie", ["", "x", "AQ", "A" * 3000, "ÆØÅ", "AQE" + "A" * 500, "-" * 5000, "%00"]
)
def test_a_strange_cookie_starts_over_kindly(visitor: Visitor, cookie: str) -> None:
    visitor.cookies["samvern"] = cookie
    response = visitor.see("answer")
    assert response.status_code == 200
    if cookie.strip():
        assert "Svarene dine er borte" in text_of(response)


def test_changed_answers_start_over_kindly(visitor: Visitor) -> None:
    visitor.tell("profession", profession="health")
    sealed = visitor.cookie
    visitor.cookies["samvern"] = sealed[:50] + ("A" if sealed[50] != "A" else "B") + sealed[51:]
    page = visitor.see("step", step="you")
    assert "Vi kunne ikke lese svarene" in text_of(page)
    assert " checked" not in text_of(page)


def test_old_answers_are_told_to_be_gone(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    visitor.tell("profession", profession="health")
    later = time.time() + sealing.IDLE_SECONDS + 2
    monkeypatch.setattr(time, "time", lambda: later)
    assert "etter to timer uten bruk" in text_of(visitor.see("answer"))


def test_looking_at_a_page_keeps_the_answers_alive(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor.tell("profession", profession="health")
    start = time.time()
    for hours in (1.5, 3.0, 4.5):
        monkeypatch.setattr(time, "time", lambda hours=hours: start + hours * 3600)
        assert "Svarene dine er borte" not in text_of(visitor.see("answer"))
    assert " checked" in text_of(visitor.see("step", step="you"))


def test_nothing_is_written_on_the_server() -> None:
    assert settings.DATABASES["default"]["ENGINE"] == "django.db.backends.dummy"
    assert "django.contrib.sessions" not in settings.INSTALLED_APPS
    assert all("cache" not in name.lower() for name in settings.MIDDLEWARE)
