# SPDX-License-Identifier: EUPL-1.2
"""Every page in every language: there, whole, translated, and leading somewhere."""

import re
from functools import cache
from html.parser import HTMLParser
from typing import Any

import polib
import pytest
from django.conf import settings

from samvern.guide.directory import NATIONAL, need_names, places
from samvern.guide.loaded_pack import loaded_pack
from samvern.guide.topics import topics
from samvern.law.model import Rule
from support.visitor import LANGUAGES, Visitor, text_of

PAGES = [
    "start",
    "step",
    "question",
    "emergency",
    "topics",
    "further_question",
    "answer",
    "ended",
    "door",
    "rights",
    "directory",
    "calendar",
    "sources",
    "method",
    "privacy",
    "accessibility",
]
KWARGS = {
    "step": {"step": "you"},
    "question": {"fact": "age"},
    "further_question": {"fact": "ongoing"},
}
TRANSLATED = ("nb", "nn")
BARE = re.compile(r"\b[a-z]+_[a-z_]+\b|%\(|\{\{|\{%|None")


class Page(HTMLParser):
    """What a page holds: text, ids, links, labels, languages."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.sends_to: list[str] = []
        self.words: list[str] = []
        self.labels: list[str] = []
        self.levels: list[int] = []
        self.attributes: dict[str, str | None] = {}
        self._quiet = 0
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "html":
            self.attributes = found
        self.ids += [found["id"] or ""] if "id" in found else []
        self.links += [found["href"] or ""] if tag == "a" and "href" in found else []
        self.sends_to += [found["formaction"] or ""] if "formaction" in found else []
        self.labels += [found["for"] or ""] if tag == "label" else []
        self.levels += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []
        self._quiet += tag in ("code", "script", "svg")

    def handle_endtag(self, tag: str) -> None:
        self._quiet -= tag in ("code", "script", "svg")

    def handle_data(self, data: str) -> None:
        if not self._quiet:
            self.words.append(data)


@cache
def page(language: str, name: str, answered: bool = False) -> Page:
    visitor = Visitor(language)
    if answered:
        for fact, values in ANSWERS.items():
            visitor.tell(fact, **{fact: values})
    response = visitor.see(name, **KWARGS.get(name, {}))
    assert response.status_code == 200
    return Page(text_of(response))


ANSWERS: dict[str, Any] = {
    "profession": "health",
    "age_group": "child_16_17",
    "residence": "irregular",
    "means_seen": ["threats", "violence"],
    "purpose_seen": ["forced_labour"],
    "in_danger": "yes",
}


@pytest.mark.parametrize("answered", [False, True])
@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_whole(language: str, name: str, answered: bool) -> None:
    found = page(language, name, answered)
    assert (found.attributes["lang"], found.attributes["dir"]) == (language, "ltr")
    assert len(found.ids) == len(set(found.ids))
    assert set(found.labels) <= set(found.ids)
    anchors = {link[1:] for link in found.links if link.startswith("#")}
    assert anchors <= set(found.ids)
    assert found.levels[0] == 1
    assert found.levels.count(1) == 1
    assert all(
        after <= before + 1 for before, after in zip(found.levels, found.levels[1:], strict=False)
    )


@pytest.mark.parametrize("name", [name for name in PAGES if name != "sources"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_bare_key_is_shown(language: str, name: str) -> None:
    found = page(language, name, True)
    assert [word for text in found.words for word in BARE.findall(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_of_ours_leads_to_a_page(language: str) -> None:
    links = {link for name in PAGES for link in page(language, name, True).links}
    ours = {link.partition("#")[0] for link in links if link.startswith("/")}
    statuses = {link: Visitor(language).get(link).status_code for link in ours}
    assert {link: code for link, code in statuses.items() if code not in (200, 302)} == {}
    assert len(ours) > 30


def test_the_same_page_is_one_press_away_in_every_language() -> None:
    """A link; on a page that asks a button of its form, so that nothing ticked is lost."""
    for name in PAGES:
        links = {*page("nb", name).links, *page("nb", name).sends_to}
        for language in LANGUAGES:
            assert Visitor(language).address(name, **KWARGS.get(name, {})) in links


def test_the_front_page_is_bokmaal(visitor: Visitor) -> None:
    assert text_of(visitor.get("/")) == text_of(visitor.get("/nb/"))


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_text_is_translated(language: str) -> None:
    file = settings.LOCALE_PATHS[0] / language / "LC_MESSAGES/django.po"
    entries = list(polib.pofile(str(file)))
    assert [e.msgid for e in entries if not e.translated() or e.fuzzy or e.obsolete] == []
    assert len(entries) > 250


def test_every_translation_has_the_same_texts() -> None:
    files = [settings.LOCALE_PATHS[0] / code / "LC_MESSAGES/django.po" for code in LANGUAGES]
    nb, nn, en = ({(e.msgctxt, e.msgid): e for e in polib.pofile(str(file))} for file in files)
    assert nb.keys() == nn.keys()
    # The texts of the code are English: the English catalogue has those that read otherwise.
    assert en.keys() - nb.keys() == set()
    assert [id for id, e in en.items() if e.msgstr == e.msgid and not e.msgid_plural] == []


def test_every_topic_need_and_place_of_the_pack_has_a_name() -> None:
    ruleset = loaded_pack().pack.ruleset
    rights: list[Rule] = loaded_pack().pack.rules_by_kind["right"]
    assert {str(right.extra["topic"]) for right in rights} - topics("nb").keys() == set()
    assert {need for actor in ruleset.actors.values() for need in actor.needs} - need_names(
        "nb"
    ).keys() == set()
    named = {place for actor in ruleset.actors.values() for place in actor.counties}
    assert named - places().keys() - {NATIONAL} == set()


def test_every_question_of_the_pack_can_be_shown(anyone: Visitor) -> None:
    for fact in loaded_pack().facts:
        assert anyone.see("question", fact=fact).status_code == 200


def test_the_numbers_to_call_are_links(visitor: Visitor) -> None:
    start = text_of(visitor.see("start"))
    assert 'href="tel:112"' in start
    assert 'href="tel:+4722331160"' in start
    assert 'href="tel:116111"' in text_of(visitor.see("door"))
