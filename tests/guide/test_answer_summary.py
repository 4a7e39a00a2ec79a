# SPDX-License-Identifier: EUPL-1.2
"""What was answered stands under the answer, line by line, with the way to change each."""

import re
from html import unescape
from typing import Any

from support.visitor import Visitor, text_of

TOLD: dict[str, Any] = {
    "profession": {"profession": "health"},
    "age": {"age": "15-17"},
    "in_danger": {"in_danger": "no"},
    "needs_housing": {"needs_housing": "~unknown"},
    "seen_control": {"seen_control": ["no_passport", "watched", "~rest"]},
    "seen_threats": {"seen_threats": ["~rest"]},
    "seen_ties": {"seen_ties": ["debt"]},
    "event_on": {"event_on.month": "3", "event_on.year": "2026"},
}
LINES = {
    "profession": ("Arbeidet ditt", ["Helsepersonell"]),
    "in_danger": ("Fare nå", ["Nei"]),
    "needs_housing": ("Mangler trygt sted å bo", ["Vet ikke"]),
    "seen_control": (
        "Kontroll",
        ["Har ikke pass eller ID-papirer selv", "Blir fulgt, ringt til eller sjekket hele tiden",
         "Ikke noe mer"],
    ),
    "seen_threats": ("Vold og trusler", ["Ingen av disse"]),
    "seen_ties": ("Det som binder personen", ["Gjeld som må betales med arbeid eller tjenester"]),
    "event_on": ("Når det skjedde", ["mellom 1. mars 2026 og 31. mars 2026"]),
    "age": ("Alder", ["15–17 år"]),
}  # fmt: skip


def lines(visitor: Visitor) -> dict[str, tuple[str, list[str]]]:
    """Each line by where *change* leads: its label and what was said, in the page's order."""
    page = text_of(visitor.see("answer"))
    block = page.partition('<dl class="answers">')[2].partition("</dl>")[0]
    found = re.findall(r"<div><dt>(.*?)</dt><dd>(.*?)</dd><dd><a[^>]* href=\"([^\"]+)\"", block)
    return {
        link: (unescape(label), [unescape(v) for v in re.findall("<span>(.*?)</span>", values)])
        for label, values, link in found
    }


def test_every_answer_has_its_line_and_its_way_to_change_it(visitor: Visitor) -> None:
    for fact, form in TOLD.items():
        visitor.tell(fact, **form)
    links = {fact: visitor.address("question", fact=fact) for fact in LINES}
    assert lines(visitor) == {links[fact]: line for fact, line in LINES.items()}
    assert list(lines(visitor)) == [links[fact] for fact in LINES]


def test_a_change_returns_to_the_answer_which_shows_it(visitor: Visitor) -> None:
    visitor.tell("profession", profession="health")
    (link,) = lines(visitor)
    assert 'value="health" id="profession-4" checked' in text_of(visitor.get(link))
    response = visitor.post(link, {"profession": "police", "on": "1"})
    assert response.headers["Location"] == visitor.address("answer")
    assert lines(visitor) == {link: ("Arbeidet ditt", ["Politi"])}


def test_with_nothing_said_there_is_nothing_to_change(visitor: Visitor) -> None:
    assert lines(visitor) == {}


def test_the_lines_are_folded_away(anyone: Visitor) -> None:
    anyone.tell("profession", profession="health")
    page = text_of(anyone.see("answer"))
    assert re.findall(r'<details class="ds-details answered"[^>]*>', page) == [
        '<details class="ds-details answered" id="answered">'
    ]
