# SPDX-License-Identifier: EUPL-1.2
"""The person's own page: plain, quick to leave, and ready for languages from the right."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.test import override_settings
from django.urls import clear_url_caches
from django.utils import translation
from django.utils.html import escape
from django.utils.translation import trans_real

from samvern.guide.loaded_pack import loaded_pack
from samvern.web.languages import find_languages
from support.visitor import LANGUAGES, Visitor, text_of

RIGHT = re.compile('<li><span class="provided">(.*?):</span> (.*?)</li>')
JARGON = {
    "nb": ("straffeloven", "utlendings", "jf.", "ledd"),
    "nn": ("straffelova", "utlendings", "jf.", "ledd"),
    "en": ("pursuant", "hereby", "Penal Code", "Immigration Act", "paragraph"),
}


def rights_in(page: str) -> list[tuple[str, str]]:
    """Condition and right, as the page tells them."""
    return [(unescape(provided), unescape(says)) for provided, says in RIGHT.findall(page)]


def test_danger_the_helpline_and_the_childrens_line_come_in_that_order(anyone: Visitor) -> None:
    page = text_of(anyone.see("door"))
    places = [page.index(f'href="tel:{number}"') for number in ("112", "+4722331160", "116111")]
    assert places == sorted(places)


def test_the_page_has_no_jargon_and_no_provisions(anyone: Visitor) -> None:
    page = re.sub("<[^>]+>", " ", text_of(anyone.see("door")))
    assert [word for word in JARGON[anyone.language] if word in page] == []
    assert "§" not in page


def test_she_is_asked_in_her_own_words(anyone: Visitor) -> None:
    page = text_of(anyone.see("door"))
    for name in loaded_pack().pack.ruleset.self_help.asks:
        fact = loaded_pack().facts[name]
        assert fact.you is not None
        words = [fact.you.question, *(fact.you.options[one.id] for one in fact.options)]
        assert [text for text in words if escape(text[anyone.language]) not in page] == []
        assert escape(fact.question[anyone.language]) not in page


def test_answering_changes_the_rights_and_stays_on_the_same_address(visitor: Visitor) -> None:
    before = text_of(visitor.see("door"))
    response = visitor.post(visitor.address("door"), {"residence": "reflection_period"})
    after = text_of(response)
    assert response.status_code == 200
    assert rights_in(after) != rights_in(before)
    assert 'value="reflection_period" id="residence-3" checked' in after
    assert " checked" not in text_of(visitor.see("door"))


def test_an_answer_leaves_nothing_behind(anyone: Visitor) -> None:
    response = anyone.post(anyone.address("door"), {"residence": "eea", "age_group": "adult"})
    assert response.headers["Cache-Control"] == "no-store"
    assert anyone.cookies == {}
    start = text_of(anyone.see("start"))
    assert start == text_of(Visitor(anyone.language).see("start"))


def test_an_answer_that_is_none_is_not_shown(visitor: Visitor) -> None:
    page = text_of(visitor.post(visitor.address("door"), {"residence": "<b>", "age": "17"}))
    assert " checked" not in page
    assert "<b>" not in page


def test_who_asks_for_herself_finds_no_trace_on_the_front_page(anyone: Visitor) -> None:
    response = anyone.answer_step("you", {"profession": "self"})
    assert response.headers["Location"] == anyone.address("door")
    anyone.see("door")
    assert anyone.cookie == ""
    start = text_of(anyone.see("start"))
    assert start == text_of(Visitor(anyone.language).see("start"))


def test_answers_about_somebody_else_are_kept(visitor: Visitor) -> None:
    visitor.answer_step("you", {"profession": "health"})
    visitor.see("door")
    assert visitor.cookie != ""


def test_the_answers_go_along_into_another_language(anyone: Visitor) -> None:
    page = text_of(anyone.post(anyone.address("door"), {"residence": "irregular"}))
    for language in LANGUAGES:
        address = Visitor(language).address("door")
        assert f'form="about-you" formaction="{address}" lang="{language}"' in page


def test_the_title_is_neutral(anyone: Visitor) -> None:
    titles = {"nb": "Informasjon", "nn": "Informasjon", "en": "Information"}
    assert f"<title>{titles[anyone.language]}</title>" in text_of(anyone.see("door"))


def test_leaving_is_a_plain_link_that_deletes_and_goes_elsewhere(visitor: Visitor) -> None:
    visitor.tell("residence", residence="irregular")
    page = text_of(visitor.see("door"))
    assert f'href="{visitor.address("leave")}"' in page
    response = visitor.see("leave")
    assert (response.status_code, response.headers["Location"]) == (302, settings.GUIDE_EXIT_URL)
    assert response.cookies["samvern"]["max-age"] == 0
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert visitor.cookie == ""
    assert list(visitor.cookies) == ["left"]
    assert visitor.cookies["left"]["max-age"] == 60


def test_for_a_minute_the_back_button_leads_to_none_of_our_pages(anyone: Visitor) -> None:
    anyone.see("leave")
    for name in ("door", "start", "directory", "answer"):
        assert anyone.see(name).headers["Location"] == settings.GUIDE_EXIT_URL
    assert anyone.get("/").headers["Location"] == settings.GUIDE_EXIT_URL
    again = anyone.post(anyone.address("door"), {"residence": "irregular"})
    assert again.headers["Location"] == settings.GUIDE_EXIT_URL
    assert anyone.get("/robots.txt").status_code == 200
    del anyone.cookies["left"]
    assert anyone.see("door").status_code == 200


def test_with_a_script_leaving_keeps_no_cookie(visitor: Visitor) -> None:
    response = visitor.get(visitor.address("leave") + "?script")
    assert response.headers["Location"] == settings.GUIDE_EXIT_URL
    assert visitor.cookies == {}
    assert "Clear-Site-Data" not in response.headers


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("query", ["", "?script"])
def test_another_site_that_sends_her_out_changes_nothing(
    visitor: Visitor, site: str, query: str
) -> None:
    visitor.tell("profession", profession="health")
    before = visitor.cookie
    response = visitor.get(visitor.address("leave") + query, headers={"Sec-Fetch-Site": site})
    assert response.headers["Location"] == settings.GUIDE_EXIT_URL
    assert (response.cookies.output(), visitor.cookie) == ("", before)


def test_leaving_takes_back_our_own_cookies_and_no_others(visitor: Visitor) -> None:
    visitor.tell("profession", profession="health")
    visitor.cookies["csrf"] = "a" * 32
    visitor.cookies["others"] = "kept"
    response = visitor.get(visitor.address("leave") + "?script")
    assert set(response.cookies) == {"samvern", "csrf"}
    assert list(visitor.cookies) == ["others"]


def test_whoever_works_in_another_tab_can_go_on_there(visitor: Visitor) -> None:
    """The cookie of forms is the workspace's too."""
    visitor.tell("profession", profession="health")
    visitor.cookies["csrf"], visitor.cookies["sid"] = "a" * 32, "of-a-session"
    response = visitor.get(visitor.address("leave"))
    assert set(response.cookies) == {"samvern", "left"}


def test_the_page_says_what_leaving_cannot_do(visitor: Visitor) -> None:
    page = text_of(visitor.see("door"))
    limits = page[page.index('<section class="limits">') :]
    for word in ("Samtalelisten", "telefonregningen", "Historikken", "konto", "skjermen"):
        assert word in limits


@pytest.fixture
def from_the_right(tmp_path: Path) -> Iterator[str]:
    """A further language that exists as a translation file only: Arabic with marks for words."""
    folder = tmp_path / "locale/ar/LC_MESSAGES"
    folder.mkdir(parents=True)
    source = polib.pofile(str(settings.LOCALE_PATHS[0] / "nb/LC_MESSAGES/django.po"))
    for entry in source:
        if entry.msgid.endswith("/") or entry.msgid.endswith(".csv"):
            entry.msgstr = ""
        elif not entry.msgid_plural:
            entry.msgstr = f"⟦{entry.msgid}⟧"
    source.metadata["Language"] = "ar"
    source.save(str(folder / "django.po"))
    source.save_as_mofile(str(folder / "django.mo"))
    paths = [tmp_path / "locale", *settings.LOCALE_PATHS]
    languages = find_languages(paths[0])
    with override_settings(LOCALE_PATHS=paths, LANGUAGES=languages):
        forget_languages()
        yield "ar"
    forget_languages()


def forget_languages() -> None:
    trans_real.get_languages.cache_clear()
    translation.activate(settings.LANGUAGE_CODE)
    clear_url_caches()


def test_a_language_from_the_right_is_a_translation_file_only(from_the_right: str) -> None:
    response = Visitor(from_the_right).see("door")
    page = text_of(response)
    assert response.status_code == 200
    assert '<html lang="ar" dir="rtl"' in page
    assert "⟦You can get help⟧" in page
    assert 'lang="ar"' in text_of(Visitor("nb").see("door"))
    assert 'lang="ar"' not in text_of(Visitor("nb").see("start")).split("<body")[1]


def test_the_styles_know_no_left_or_right() -> None:
    sides = ("-left", "-right", "left:", "right:", "text-align: left", "text-align: right")
    folder = Path(__file__).parents[2] / "src/samvern/web/static/css"
    for file in folder.glob("*.css"):
        text = file.read_text()
        assert [side for side in sides if side in text] == [], file
