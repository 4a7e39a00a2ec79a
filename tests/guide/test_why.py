# SPDX-License-Identifier: EUPL-1.2
"""Each conclusion of the answer leads to a page that says why it is so, and by which law."""

import re
from html import escape

from django.utils import timezone

from samvern.guide.explanation_html import sources
from samvern.law import Truth, load_pack
from support.typical import TYPICAL
from support.visitor import Visitor, text_of

PACK = load_pack("norway")
BOOK = PACK.ruleset
TOLD = TYPICAL["officer, prostitution"]
FACTS = {name: {"yes": True, "no": False}.get(str(said), said) for name, said in TOLD.items()}
TOLD_KINDS = {"alert", "duty", "offence", "referral", "right", "sharing"}
SAID = {Truth.YES: [], Truth.NO: ["Ikke nå"], Truth.UNKNOWN: ["Det kommer an på"]}
WHY = re.compile(r'href="(/[a-z]{2}/guide/[a-z]+/(?:hvorfor|kvifor|why)/([A-Za-z0-9_-]+)/)"')


def led_to(page: str) -> dict[str, str]:
    """The pages of reasons that a page leads to, by rule."""
    return {rule: address for address, rule in WHY.findall(page)}


def test_every_conclusion_of_the_answer_has_its_page(anyone: Visitor) -> None:
    for fact, said in TOLD.items():
        anyone.tell(fact, **{fact: said})
    found = led_to(text_of(anyone.see("answer")))
    assert {BOOK.rules[rule].kind for rule in found} == TOLD_KINDS
    for address in found.values():
        assert anyone.get(address).status_code == 200


def test_the_page_says_the_answer_the_reasons_and_the_law(visitor: Visitor) -> None:
    for fact, said in TOLD.items():
        visitor.tell(fact, **{fact: said})
    result = PACK.assess(FACTS, asked_on=timezone.localdate())
    for rule in PACK.rules_by_kind["offence"]:
        page = text_of(visitor.get(visitor.address("why", rule=rule.id)))
        value = result.value(rule.id)
        assert re.findall(r"<p[^>]*><strong>(.*?)</strong>", page) == SAID[value], rule.id
        assert sources(result.version(rule), "nb") in page
        if value is Truth.YES:
            labels = {
                BOOK.facts[name.partition(".")[0]].label["nb"] for name in result.why(rule.id)
            }
            reasons = page.partition("<p>Fordi: ")[2].partition("</p>")[0]
            assert [label for label in labels if escape(label) not in reasons] == []


def test_what_is_no_conclusion_has_no_page(visitor: Visitor) -> None:
    for rule in ("NO-SUCH", next(id for id, r in BOOK.rules.items() if r.kind == "definition")):
        assert visitor.get(visitor.address("why", rule=rule)).status_code == 404


def test_nothing_of_the_answers_is_in_the_address_and_nothing_is_kept(visitor: Visitor) -> None:
    page = visitor.get(visitor.address("why", rule="R-RES-01"))
    assert page.status_code == 200
    assert page.headers["Cache-Control"] == "no-store"
    assert "noindex" in page.headers["X-Robots-Tag"]
    assert list(page.cookies) == []
