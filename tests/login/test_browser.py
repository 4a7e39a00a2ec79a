# SPDX-License-Identifier: EUPL-1.2
"""Signing in with a real Chromium: passkeys by a virtual authenticator, and the made-up people."""

import os
import re
import signal
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from samvern.access.login.demo_accounts import demo_password, demo_totp_secret
from samvern.access.login.invitations.domain import invite_member
from samvern.access.login.second_factors.totp import hotp_code, now_counter
from samvern.web.database.child_process import stop_child
from samvern.web.running.listen import listen
from samvern.web.running.web_server import start_web, wait_for_web
from support.door import count, grow_stale
from support.site import build_site
from support.workspace import Workspace

pytestmark = [pytest.mark.database, pytest.mark.browser]
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
NEARLY_OVER = "UPDATE gate.visit SET seen_at = now() - interval '15 minutes' + %s::interval"
Axe = Callable[[Page], list[dict[str, Any]]]


@pytest.fixture
def served(house: Workspace) -> Iterator[str]:
    """The address of a demonstration with that database; passkeys ask for a name, not a number."""
    build_site()
    with listen(0) as listener:
        port = listener.getsockname()[1]
        extra = {"SAMVERN_MODE": "demo", "SAMVERN_WORKERS": "1", "DATABASE_URL": house.url()}
        key = {"SAMVERN_SECRET_KEY": "demo-" + "k" * 60}
        web = start_web(listener.fileno(), {**os.environ, **extra, **key})
        try:
            wait_for_web(web, port)
            yield f"http://localhost:{port}"
        finally:
            stop_child(web, (signal.SIGTERM, 8.0), (signal.SIGKILL, 5.0))


@pytest.fixture
def visitor(browser: Browser, served: str) -> Iterator[BrowserContext]:
    """A browser of her own, whose console must stay silent."""
    with browser.new_context(base_url=served, locale="nb-NO") as context:
        context.set_default_timeout(10_000)
        said: list[str] = []
        context.on("console", lambda message: said.append(message.text))
        context.on("weberror", lambda error: said.append(str(error.error)))
        yield context
        assert said == []


def give_authenticator(page: Page, **changes: Any) -> tuple[Any, str]:
    """A phone with a sensor, as Chromium plays it."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    made = session.send(
        "WebAuthn.addVirtualAuthenticator", {"options": {**AUTHENTICATOR, **changes}}
    )
    return session, made["authenticatorId"]


def write_password(page: Page, login: str, password: str) -> None:
    page.goto("/nb/workspace/sign-in/")
    page.get_by_label("Brukernavn").fill(login)
    page.get_by_label("Passord").fill(password)
    page.get_by_role("button", name="Gå videre").click()


def sign_in(page: Page, login: str) -> None:
    """By password and code, without waiting for the demonstration to write it."""
    write_password(page, login, demo_password())
    page.get_by_label("Kode").fill(hotp_code(demo_totp_secret(login), now_counter()))
    page.get_by_role("button", name="Logg inn").click()
    expect(page).to_have_url(re.compile("/nb/workspace/$"))


def test_a_passkey_is_made_and_then_is_enough(visitor: BrowserContext, axe: Axe) -> None:
    page = visitor.new_page()
    give_authenticator(page)
    sign_in(page, "kari")
    page.goto("/nb/workspace/account/passkey")
    assert axe(page) == []
    page.get_by_label("Navn på passnøkkelen").fill("Jobbtelefonen")
    page.get_by_role("button", name="Lag en passnøkkel").click()
    expect(page.get_by_role("heading", name="Gjenopprettingskoder")).to_be_visible()
    page.goto("/nb/workspace/account/")
    expect(page.get_by_text("Passnøkkel: Jobbtelefonen")).to_be_visible()
    assert axe(page) == []
    visitor.clear_cookies()
    page.goto("/nb/workspace/sign-in/")
    assert axe(page) == []
    page.get_by_role("button", name="Logg inn med passnøkkel").click()
    expect(page).to_have_url(re.compile("/nb/workspace/$"))
    visitor.clear_cookies()
    write_password(page, "kari", demo_password())
    page.get_by_role("button", name="Bruk passnøkkelen").click()
    expect(page).to_have_url(re.compile("/nb/workspace/$"))


def test_a_passkey_that_nobody_unlocks_lets_nobody_in(visitor: BrowserContext) -> None:
    page = visitor.new_page()
    session, name = give_authenticator(page)
    sign_in(page, "kari")
    page.goto("/nb/workspace/account/passkey")
    page.get_by_role("button", name="Lag en passnøkkel").click()
    expect(page.get_by_role("heading", name="Gjenopprettingskoder")).to_be_visible()
    visitor.clear_cookies()
    locked = {"authenticatorId": name, "isUserVerified": False}
    session.send("WebAuthn.setUserVerified", locked)
    page.goto("/nb/workspace/sign-in/")
    page.get_by_role("button", name="Logg inn med passnøkkel").click()
    expect(page.get_by_text("Passnøkkelen ble ikke brukt.")).to_be_visible(timeout=90_000)
    expect(page).to_have_url(re.compile("/sign-in/$"))


def test_an_invitation_ends_with_a_passkey(
    house: Workspace, visitor: BrowserContext, axe: Axe
) -> None:
    with house.acting("guro") as actor:
        _member, link = invite_member(
            actor=actor, login="ny@eksempel.no", name="Ny Kollega", role="case_worker"
        )
    page = visitor.new_page()
    give_authenticator(page)
    page.goto(f"/nb/workspace/sign-in/invitation/{link}")
    assert axe(page) == []
    page.get_by_label("Nytt passord").fill("ekorn vinder trapp 7")
    page.get_by_label("Det nye passordet en gang til").fill("ekorn vinder trapp 7")
    page.get_by_role("button", name="Lagre og gå videre").click()
    expect(page.get_by_role("heading", name="Hvordan vil du vise")).to_be_visible()
    assert axe(page) == []
    page.get_by_role("button", name="Lag en passnøkkel").click()
    expect(page.get_by_text("Skriv dem ned eller skriv dem ut nå.")).to_be_visible()
    assert page.locator(".codes li").count() == 10


@pytest.mark.parametrize(("language", "width"), [("nb", 1280), ("nn", 320), ("en", 320)])
def test_one_click_takes_the_place_of_one_of_the_cast(
    visitor: BrowserContext, axe: Axe, language: str, width: int
) -> None:
    page = visitor.new_page()
    page.set_viewport_size({"width": width, "height": 720})
    page.goto(f"/{language}/workspace/cast")
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("button", name="Kari Syntetisk").click()
    expect(page.locator("[data-phone]")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    expect(page).to_have_url(re.compile(f"/{language}/workspace/$"))
    expect(page.get_by_text("Kari Syntetisk").first).to_be_visible()


def test_a_page_left_alone_ends_the_visit_and_never_renews_it(
    house: Workspace, browser: Browser, served: str
) -> None:
    seen = {}
    for login, left in (("kari", "0.2"), ("per", "0.45"), ("tone", "0.8")):
        with browser.new_context(base_url=served, locale="nb-NO") as context:
            page = context.new_page()
            page.clock.install()
            sign_in(page, login)
            with house.superuser() as boss:
                boss.execute(NEARLY_OVER, [f"{left} seconds"])
            page.clock.fast_forward(15 * 60 * 1000)
            page.clock.run_for(3000)
            expect(page).to_have_url(re.compile("/nb/workspace/sign-in/"))
            expect(page.get_by_label("Brukernavn")).to_be_visible()
            seen[left] = count(house, "gate.visit WHERE user_id IS NOT NULL")
    assert seen == {"0.2": 0, "0.45": 0, "0.8": 0}


def test_the_demonstration_shows_the_code_when_it_is_asked_for_again(
    house: Workspace, visitor: BrowserContext
) -> None:
    page = visitor.new_page()
    sign_in(page, "kari")
    grow_stale(house)
    page.goto("/nb/workspace/account/passkey")
    expect(page).to_have_url(re.compile("/sign-in/prove"))
    page.get_by_label("Kode").fill(page.locator("[data-phone]").inner_text())
    page.get_by_role("button", name="Gå videre").click()
    expect(page).to_have_url(re.compile("/account/passkey"))
