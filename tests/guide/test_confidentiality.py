# SPDX-License-Identifier: EUPL-1.2
"""What each profession may tell each receiver: the same answer on page, on paper and in JSON."""

import html
import io
import json
import re
from typing import Any

import pytest
from django.http import HttpRequest
from pypdf import PdfReader

from samvern.guide.answer_cookie import load
from samvern.guide.loaded_pack import loaded_pack
from support.visitor import LANGUAGES, Visitor, text_of

BOOK = loaded_pack().pack.ruleset
WORKS = [option.id for option in BOOK.facts["profession"].options if option.id != "self"]
LIKELY = [receiver.id for receiver in BOOK.receivers.values() if receiver.likely]
MET = {
    "public_task": "no", "in_danger": "no", "serious_harm_risk": "no", "age_group": "adult",
    "means_seen": ["threats"], "purpose_seen": ["forced_labour"],
}  # fmt: skip
ADULT_SAYS_NO = {
    **MET,
    "ongoing": "no",
    "consents": {"only": ["store"]},
    "weighty_interest": "no",
    "own_task": "no",
}
WORDS = {
    "nb": {"must": "Må si fra", "may": "Kan si", "may_not": "Kan ikke si",
           "depends": "Kommer an på"},
    "nn": {"must": "Må seie frå", "may": "Kan seie", "may_not": "Kan ikkje seie",
           "depends": "Kjem an på"},
    "en": {"must": "Must tell", "may": "May tell", "may_not": "May not tell",
           "depends": "Depends on"},
}  # fmt: skip


def programs(facts: dict[str, Any], language: str = "nb") -> dict[str, dict[str, Any]]:
    """What a program is told, by receiver."""
    body = json.dumps({"facts": facts})
    query = f"?lang={language}&include=texts"
    response = Visitor().post(f"/api/guide/assess{query}", body, content_type="application/json")
    return {told["receiver"]: told for told in response.json()["sharing_by_receiver"]}


def told(facts: dict[str, Any], language: str = "nb") -> Visitor:
    visitor = Visitor(language)
    for fact, value in facts.items():
        visitor.tell(fact, **{fact: value})
    return visitor


def kept(visitor: Visitor) -> dict[str, Any]:
    """Her answers; those of steps that do not apply are gone."""
    request = HttpRequest()
    request.COOKIES["samvern"] = visitor.cookie
    return load(request).answers


def page_rows(visitor: Visitor) -> list[str]:
    """The rows of the section, as somebody reads them."""
    whole = text_of(visitor.see("answer"))
    section = whole.partition('id="sharing"')[2].partition("</section>")[0]
    row = r'<li><(?:details|div) class="more">(?:<summary>)?(.*?)(?:</summary>|</div>)'
    return [plain(head) for head in re.findall(row, section, re.DOTALL)]


def plain(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def letters(text: str) -> str:
    """Letters and figures only: line ends, hyphens and marks of lists are the paper's own."""
    return re.sub(r"[\W_]+", "", text)


def paper(visitor: Visitor) -> str:
    pdf = PdfReader(io.BytesIO(visitor.post(visitor.address("pdf")).content))
    return letters(" ".join(sheet.extract_text() for sheet in pdf.pages))


def rows(found: dict[str, dict[str, Any]], language: str) -> set[str]:
    """The rows the page must have: receivers with one answer together."""
    together: dict[tuple[str, str], list[str]] = {}
    for one in found.values():
        assert one["said"] == WORDS[language][one["answer"]]
        together.setdefault((one["said"], one["line"]), []).append(one["name"])
    return {
        f"{names[0][0].upper()}{', '.join(names)[1:]} {said} {line}"
        for (said, line), names in together.items()
    }


@pytest.mark.parametrize("work", WORKS)
def test_page_paper_and_programs_say_the_same_to_each_profession(work: str) -> None:
    language = LANGUAGES[WORKS.index(work) % len(LANGUAGES)]
    visitor = told({"profession": work, **MET}, language)
    found = programs(kept(visitor), language)
    assert set(LIKELY) <= found.keys()
    expected, shown, printed = rows(found, language), page_rows(visitor), paper(visitor)
    assert expected <= set(shown)
    assert len(shown) == len(expected) + 1  # and whom one may ask without a name
    assert [row for row in shown if letters(row) not in printed] == []


@pytest.mark.parametrize("facts", [MET, ADULT_SAYS_NO, {**MET, "in_danger": "yes"}])
def test_no_prohibition_ever_stands_as_a_permission(facts: dict[str, Any]) -> None:
    rules = {
        rule.id: rule.extra["strength"] for rule in loaded_pack().pack.rules_by_kind["sharing"]
    }
    for work in WORKS:
        for one in programs({"profession": work, **facts}).values():
            forbids = {rule["id"] for rule in one["rules"] if rules[rule["id"]] == "may_not"}
            answers = {rule["answer"] for rule in one["rules"] if rule["id"] in forbids}
            assert answers <= {"may_not"}, (work, one)
            if forbids and one["answer"] in ("must", "may"):
                assert one["line"].endswith("; ikke noe annet")


@pytest.mark.parametrize(
    ("work", "receiver", "more", "answer"),
    [
        ("health", "police", {"in_danger": True}, "must"),
        ("health", "police", ADULT_SAYS_NO, "may_not"),
        ("health", "police", {"consents": ["tell_police"]}, "may"),
        ("health", "udi", {"consents": ["refer"]}, "depends"),
        ("health", "nav", {"consents": ["refer"]}, "may"),
        ("health", "police", {}, "depends"),
        ("police", "police", {}, "depends"),
        ("police", "nav", {"own_task": True}, "may"),
        ("school", "child_welfare", {"age_group": "child_12_15"}, "must"),
        ("ngo", "udi", ADULT_SAYS_NO, "may_not"),
        ("reception", "udi", {}, "may"),
        ("reception", "udi", {"ordered_to_tell": ["immigration_order"]}, "must"),
        ("lawyer", "nav", {**ADULT_SAYS_NO, "ordered_to_tell": {"only": []}}, "may_not"),
        ("private_person", "arbeidstilsynet", {"public_task": False}, "may"),
        ("nav_social", "employer", {"consents": ["refer"]}, "may_not"),
        ("nav_social", "family", {"consents": ["contact_family"]}, "may"),
        ("nav_social", "family", {}, "may_not"),
        ("labour_inspection", "embassy", {"in_danger": True}, "may_not"),
    ],
)
def test_the_answer_for_one_receiver(
    work: str, receiver: str, more: dict[str, Any], answer: str
) -> None:
    met = {"age_group": "adult", "means_seen": ["threats"], "purpose_seen": ["forced_labour"]}
    assert programs({"profession": work, **met, **more})[receiver]["answer"] == answer


def test_what_it_depends_on_is_named_and_can_be_answered(visitor: Visitor) -> None:
    found = programs({"profession": "health", **MET})
    assert all(one["depends_on"] for one in found.values() if one["rules"])
    for fact in {fact for one in found.values() for fact in one["depends_on"]}:
        assert visitor.see("question", fact=fact).status_code == 200


def test_who_asks_for_herself_has_nobody_elses_secrets_to_keep() -> None:
    assert programs({"profession": "self"}) == {}


def test_without_a_profession_it_depends_on_that() -> None:
    found = programs({})
    assert {one["receiver"]: one["depends_on"] for one in found.values() if one["rules"]} == {
        receiver.id: ["profession"]
        for receiver in BOOK.receivers.values()
        if receiver.likely and not receiver.behind
    }


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        (
            {"profession": "health", "age_group": "adult", "in_danger": False},
            "om personen sier ja og svaret på «Fare for alvorlig skade»",
        ),
        (
            {"profession": "child_welfare", "age_group": "child_12_15", "activity": ["sells_sex"]},
            "svarene på «Lovbrudd som må avverges, er mest sannsynlig» og «Utnyttingen pågår»",
        ),
    ],
)
def test_nobody_is_told_to_wait_for_the_yes_of_a_child(facts: dict[str, Any], line: str) -> None:
    assert programs(facts)["police"]["line"] == line


def test_a_rule_that_waits_for_much_is_named_as_a_rule() -> None:
    child = {"age_group": "child_12_15", "activity": ["sells_sex"]}
    found = programs({"profession": "ngo", **child}, "en")["helpers"]
    assert (
        found["line"]
        == "whether “To avoid danger to life or health” holds and whether the person agrees"
    )
