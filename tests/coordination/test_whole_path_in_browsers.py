# SPDX-License-Identifier: EUPL-1.2
"""The whole path of a person through the organisations, each in a browser of its own, at once."""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from support.tabs import Enter, Tab, address, enter
from support.workspace import Workspace

__all__ = ["enter"]
pytestmark = [pytest.mark.browser, pytest.mark.database, pytest.mark.long]
HOUSE = "Eksempelvik krisesenter"
LABEL, CALLED, MESSAGE = "KanariVinge", "KanariNavn", "KanariBud: et rom i natt"
QUESTION, ANSWER, WELCOME = "KanariSpor: kommer barn?", "KanariSvar: nei", "KanariVel: ring på"
AGENDA, PLACE, TOLD = "KanariSak: veien videre", "KanariRom", "KanariBehov: sover lite"
SECRETS = (LABEL, CALLED, MESSAGE, QUESTION, ANSWER, WELCOME, AGENDA, PLACE, TOLD)
CODE = re.compile(r"(?:[2-9A-Z]{4}-){3}[2-9A-Z]{4}")
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")


def ids(tab: Tab) -> list[UUID]:
    """The ids in the address of a tab."""
    return [UUID(found) for found in ID.findall(tab.page.url)]


def test_from_the_guide_to_a_room_and_on(enter: Enter, fresh_workspace: Workspace) -> None:
    leave_one_room(fresh_workspace)
    kari, amina, per, sara = (enter(who) for who in ("kari", "amina", "per", "sara"))
    let_the_board_show_us(enter("guro"))
    case, reference = open_with_a_code(kari, answer_the_guide(enter()))
    say_who_she_is(kari, case)
    consent = write_down_consent(kari, case)
    amina.open("home")
    referral = refer(kari, case)
    be_asked_and_accept(kari, amina, referral)
    both_press_hold(kari, per, case, fresh_workspace.cast.cases["foreign"])
    booking = hold_and_confirm(kari, amina, case)
    arrive(kari, amina, referral, booking)
    conference = meet(kari, amina, case)
    where = [
        address("case", case_id=case),
        address("referral", referral_id=referral),
        address("case_referrals", case_id=case),
        address("booking", booking_id=booking),
        address("case_places", case_id=case),
        address("conferences", case_id=case),
        address("conference", case_id=case, conference_id=conference),
        address("consent", case_id=case, consent_id=consent),
    ]
    is_shut_out(per, where, (reference, *SECRETS))
    sees_lines_alone(sara, where, (reference, *SECRETS))
    take_consent_back(kari, amina, case, consent, referral)
    is_shut_out(amina, [where[0], *where[2:3], *where[4:]], SECRETS)


def leave_one_room(workspace: Workspace) -> None:
    """Of the crisis centre for women one room is in use; of all other places none."""
    with workspace.superuser() as behind:
        behind.execute(
            "UPDATE places_room SET active = false WHERE id <> (SELECT r.id FROM places_room r "
            "JOIN places_place p ON p.id = r.place_id WHERE p.name = 'Krisesenteret for kvinner' "
            "ORDER BY r.beds, r.label LIMIT 1)"
        )


def let_the_board_show_us(guro: Tab) -> None:
    """Kari's house decides that the coordinators see lines; Amina's has decided nothing."""
    guro.open("board_rule").choose("shows", "lines")
    guro.submit()
    guro.sees("Guro Utkast")


def answer_the_guide(visitor: Tab) -> str:
    """Somebody who has not signed in answers, and is given a code."""
    page = visitor.page
    page.goto("/nb/")
    page.get_by_role("link", name="Begynn").click()
    page.get_by_label("Frivillig organisasjon").check()
    page.locator("main button[name=on]").click()
    page.locator("[name=in_danger][value=no]").check()
    page.locator("main button[name=on]").click()
    page.locator("[name=age_group][value=adult]").check()
    page.locator("[name=residence][value=irregular]").check()
    page.locator("button[name=stop]").click()
    page.get_by_role("link", name="Ta svarene med inn i en sak").click()
    page.get_by_role("button", name=re.compile("koden")).click()
    found = CODE.search(visitor.main.inner_text())
    assert found
    return found[0]


def open_with_a_code(kari: Tab, code: str) -> tuple[UUID, str]:
    """Kari's new case and its reference; the answers have come with the code."""
    kari.open("home").go("Saker")
    kari.open("open_case").write("code", code.lower().replace("-", " "))
    kari.write("label", LABEL)
    kari.submit()
    kari.sees(LABEL)
    found = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", kari.main.inner_text())
    assert found
    return ids(kari)[0], found[0]


def say_who_she_is(kari: Tab, case: UUID) -> None:
    """What she is called, and that she is grown up; the rest stays unknown."""
    kari.open("persons", case_id=case).go("Person 1")
    _case, person = ids(kari)
    kari.open("person_change", case_id=case, person_id=person).write("initials", CALLED)
    kari.submit()
    kari.sees(CALLED)
    kari.open("person_age", case_id=case, person_id=person).choose("age_seen", "adult")
    kari.write("ground", "Pass")
    kari.submit()
    kari.sees(CALLED)


def write_down_consent(kari: Tab, case: UUID) -> UUID:
    """She agrees that the crisis centre may know, for a place to live; the consent's id."""
    kari.open("case", case_id=case).go("Samtykke")
    kari.go("Skriv ned et svar")
    kari.choose("answer", "yes")
    kari.select("purpose", "housing")
    kari.field("recipient_id").select_option(label=HOUSE)
    kari.choose("categories", "identity", "rights", "plan")
    kari.write("language", "engelsk")
    kari.choose("interpreter", "no")
    kari.choose("form", "oral")
    kari.submit()
    kari.sees("Gjelder")
    kari.go("Et trygt sted å bo")
    return ids(kari)[1]


def refer(kari: Tab, case: UUID) -> UUID:
    """Need, proposals with reason and law, field by field, sent."""
    kari.open("case", case_id=case).go("Henvisninger")
    kari.open("case_referrals", case_id=case).go("Ny henvisning")
    kari.select("need", "housing")
    kari.choose("urgency", "tonight")
    kari.submit()
    first = kari.main.locator("ul.items > li", has_text="Krisesentertilbud for kvinner").first
    expect(first).to_contain_text(HOUSE)
    expect(first).to_contain_text(re.compile("krisesenterlov", re.I))
    expect(first).to_contain_text("Åpen nå")
    first.get_by_role("link", name="Henvis hit").click()
    fields = kari.field("fields_")
    assert fields.evaluate_all("all => all.map(each => each.value)") == ["called", "age"]
    kari.sees(CALLED, "Aldersgruppe: Voksen", "Samtykke: Et trygt sted å bo")
    kari.write("message", MESSAGE)
    kari.submit()
    kari.sees("Sendt, ikke åpnet", MESSAGE)
    return ids(kari)[0]


def be_asked_and_accept(kari: Tab, amina: Tab, referral: UUID) -> None:
    """It is on her workbench; opened it is seen at Kari's; question, answer, yes: alike at both."""
    amina.go("Arbeidsbenk")
    amina.follow(referral)
    amina.sees("Sett, ikke besvart", MESSAGE, CALLED, "Voksen")
    kari.page.reload()
    kari.sees("Sett, ikke besvart")
    move(amina, "Spør tilbake", QUESTION)
    kari.page.reload()
    kari.sees(QUESTION)
    move(kari, "Svar på spørsmålet", ANSWER)
    amina.page.reload()
    amina.sees("Spørsmålet er besvart", ANSWER)
    move(amina, "Ta imot", WELCOME)
    kari.page.reload()
    assert story(kari) == story(amina)
    for tab in (kari, amina):
        tab.sees("Tatt imot", WELCOME)


def move(tab: Tab, name: str, words: str) -> None:
    """Make a move of a referral, in words."""
    tab.go(name)
    tab.write("words", words)
    tab.press(name)
    tab.sees(words)


def story(tab: Tab) -> list[str]:
    """What has happened and what was said, line by line; each side names its own people."""
    return tab.main.locator("ul.items").last.locator("strong, p, time").all_inner_texts()


def search(tab: Tab, case: UUID) -> None:
    """Look for a bed at a crisis centre for a woman of thirty."""
    tab.open("case_places", case_id=case).go("Finn et sted å bo")
    tab.choose("sex", "woman")
    tab.write("age", "30")
    tab.select("kind", "crisis_centre")
    tab.choose("use", "none")
    tab.write("words", TOLD)
    tab.press("Søk")
    tab.sees("Krisesenteret for kvinner")


def both_press_hold(kari: Tab, per: Tab, hers: UUID, his: UUID) -> None:
    """Two see the last room and press at once: one holds it, one is told that it is gone."""
    for tab, case in ((kari, hers), (per, his)):
        search(tab, case)
    holds = "b => setTimeout(() => b.click(), 50)"
    for tab in (kari, per):
        tab.main.get_by_role("button", name="Hold av et rom").evaluate(holds)
    for tab in (kari, per):
        tab.sees(re.compile("Holdes av til|fikk rommet først"))
    won = [tab for tab in (kari, per) if "/bookings/" in tab.page.url]
    lost = [tab for tab in (kari, per) if tab not in won]
    assert (len(won), len(lost)) == (1, 1)
    won[0].press("Gi rommet tilbake")
    won[0].sees("Gitt tilbake")


def hold_and_confirm(kari: Tab, amina: Tab, case: UUID) -> UUID:
    """Kari holds the room at Amina's house, and Amina confirms; the booking's id."""
    search(kari, case)
    kari.press("Hold av et rom")
    kari.sees("Holdt av", "Holdes av til")
    booking = ids(kari)[0]
    amina.go("Plasser")
    amina.follow(booking)
    amina.sees("Trygg Eksempelhavn", TOLD)
    amina.main.locator("summary", has_text="Bekreft").click()
    amina.press("Bekreft")
    kari.page.reload()
    for tab in (kari, amina):
        tab.sees("Bekreftet", TOLD)
    return booking


def arrive(kari: Tab, amina: Tab, referral: UUID, booking: UUID) -> None:
    """She comes: Amina says so of the room and of the referral, and Kari reads both."""
    amina.press("Personen har kommet")
    amina.sees("Kommet")
    amina.open("referral", referral_id=referral).go("Kommet fram")
    amina.press("Kommet fram")
    amina.sees("Kommet fram")
    kari.open("booking", booking_id=booking).sees("Kommet")
    kari.open("referral", referral_id=referral).sees("Kommet fram")
    assert story(kari) == story(amina)


def meet(kari: Tab, amina: Tab, case: UUID) -> UUID:
    """Kari calls a conference and invites Amina, who comes; the conference's id."""
    kari.open("conferences", case_id=case).go("Nytt samarbeidsmøte")
    kari.select("purpose", "housing")
    begins = (timezone.localtime() + timedelta(days=3)).replace(hour=10, minute=0)
    kari.write("starts_at", begins.strftime("%Y-%m-%dT%H:%M"))
    kari.write("where", PLACE)
    kari.write("agenda", AGENDA)
    kari.submit()
    kari.go(re.compile("kl. 10.00"))
    kari.sees(AGENDA)
    kari.go("Inviter")
    kari.main.get_by_label(re.compile("Amina Prøve")).check()
    kari.submit()
    kari.sees("Amina Prøve", "Invitert")
    conference = ids(kari)[1]
    amina.go("Arbeidsbenk")
    amina.sees("Svar på en invitasjon til samarbeidsmøte")
    amina.follow(case)
    amina.go(re.compile("kl. 10.00"))
    assert conference in ids(amina)
    amina.sees(AGENDA, PLACE)
    amina.press("Jeg kommer")
    amina.sees("Kommer")
    kari.page.reload()
    kari.sees("Kommer")
    return conference


def is_shut_out(tab: Tab, where: list[str], secrets: tuple[str, ...]) -> None:
    """Each address is to her as if it were not there."""
    for path in where:
        assert (path, tab.status(path)) == (path, 404)
        tab.misses(*secrets)


def sees_lines_alone(sara: Tab, where: list[str], secrets: tuple[str, ...]) -> None:
    """The board has lines of those who let it, of others a number, and nothing of anybody."""
    sara.open("board").sees("Trygg Eksempelhavn")
    table = sara.main.locator("table")
    expect(table).to_contain_text("Trygg Eksempelhavn")
    expect(table).not_to_contain_text(HOUSE)
    sara.misses(*secrets, *ID.findall(str(where)), "Kari Syntetisk", "Amina Prøve")
    is_shut_out(sara, where, secrets)


def take_consent_back(kari: Tab, amina: Tab, case: UUID, consent: UUID, referral: UUID) -> None:
    """She changes her mind: at Amina's next click all of it is gone, and she is asked to delete."""
    amina.open("referral", referral_id=referral).sees(MESSAGE)
    kari.open("consent", case_id=case, consent_id=consent).press("Trekk")
    kari.sees("Trukket tilbake")
    amina.go("Arbeidsbenk")
    amina.follow(referral)
    amina.sees("Slett det dere har tatt vare på")
    amina.misses(*SECRETS)
    amina.go("Bekreft sletting")
    amina.choose("how", "never_kept")
    amina.press("Bekreft sletting")
    amina.sees("Sletting bekreftet")
    kari.open("referral", referral_id=referral).sees("Sletting bekreftet")
