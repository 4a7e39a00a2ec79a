# SPDX-License-Identifier: EUPL-1.2
"""The person's own page: plain, quick to leave, and ready for languages from the right."""

import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.test import override_settings
from django.urls import clear_url_caches
from django.utils import timezone, translation
from django.utils.translation import trans_real

from samvern.guide.shelf import shelf
from samvern.web.languages import found
from support.visitor import Visitor, text_of

JARGON = {
    "nb": ("straffeloven", "utlendings", "jf.", "ledd"),
    "nn": ("straffelova", "utlendings", "jf.", "ledd"),
    "en": ("pursuant", "hereby", "Penal Code", "Immigration Act", "paragraph"),
}


def test_danger_the_helpline_and_the_childrens_line_come_in_that_order(anyone: Visitor) -> None:
    page = text_of(anyone.see("door"))
    places = [page.index(f'href="tel:{number}"') for number in ("112", "+4722331160", "116111")]
    assert places == sorted(places)


def test_the_page_has_no_jargon_and_no_provisions(anyone: Visitor) -> None:
    page = re.sub("<[^>]+>", " ", text_of(anyone.see("door")))
    assert [word for word in JARGON[anyone.language] if word in page] == []
    assert "§" not in page


def test_rights_are_the_kernels_in_plain_words(visitor: Visitor) -> None:
    facts = {"already_presumed": True, "accepts_help": True, "profession": "self"}
    result = shelf().pack.assess(facts, asked_on=timezone.localdate())
    page = text_of(visitor.see("door"))
    held = [r for r in result.of_kind("right") if result.value(r.id).value == "yes" and r.plain]
    assert held
    assert [r.id for r in held if r.plain and r.plain["nb"] not in page] == []


def test_answering_changes_the_rights_and_stays_on_the_same_address(visitor: Visitor) -> None:
    before = text_of(visitor.see("door"))
    response = visitor.post(visitor.address("door"), {"residence": "reflection_period"})
    assert response.headers["Location"] == visitor.address("door")
    after = text_of(visitor.see("door"))
    assert after.count("<li>") != before.count("<li>")
    assert 'value="reflection_period" id="residence-3" checked' in after


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


def test_the_page_says_what_leaving_cannot_do(visitor: Visitor) -> None:
    assert "Den kan ikke skjule alt" in text_of(visitor.see("door"))


@pytest.fixture
def from_the_right(tmp_path: Path) -> Iterator[str]:
    """A further language that exists as a translation file only: Arabic with marks for words."""
    folder = tmp_path / "locale/ar/LC_MESSAGES"
    folder.mkdir(parents=True)
    source = polib.pofile(str(settings.LOCALE_PATHS[0] / "en/LC_MESSAGES/django.po"))
    for entry in source:
        if entry.msgid.endswith("/") or entry.msgid.endswith(".csv"):
            entry.msgstr = ""
        elif not entry.msgid_plural:
            entry.msgstr = f"⟦{entry.msgid}⟧"
    source.metadata["Language"] = "ar"
    source.save(str(folder / "django.po"))
    source.save_as_mofile(str(folder / "django.mo"))
    paths = [tmp_path / "locale", *settings.LOCALE_PATHS]
    languages = found(paths[0])
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
