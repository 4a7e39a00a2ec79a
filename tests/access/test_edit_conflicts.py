# SPDX-License-Identifier: EUPL-1.2
"""Two who changed the same: what differs, as each reads it, and what is sent again unseen."""

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.http import HttpResponse, QueryDict
from django.test import RequestFactory
from django.utils import translation

from samvern.access import fields
from samvern.access.edit_conflicts import conflict_page, displayed_value
from samvern.access.forms import Form, apply_merge_choices


class Sample(Form):
    version = fields.VersionField()
    file = fields.UploadField(label="File", required=False)
    name = fields.SingleLineField(label="Name", required=False)
    born = fields.PartialDateField(label="Born", required=False)
    kinds = fields.CheckboxesField(label="Kinds", choices=[("a", "A"), ("b", "B")], required=False)
    way = fields.RadioField(label="Way", choices=[("p", "Phone"), ("m", "Meet")], required=False)
    sure = fields.OptionalBooleanField(label="Sure")


SAVED = {"name": "theirs", "born": "1998-05", "kinds": ["b", "a"], "way": "m", "sure": True}
SENT = (
    "name=mine&born.day=2&born.month=5&born.year=1998&kinds=a&way=p&version=3&csrfmiddlewaretoken=x"
)


def page(sent: str, saved: dict[str, Any], prefix: str | None = None) -> HttpResponse:
    """The page for what was sent when this had been saved."""
    with translation.override("en"):
        return conflict_page(
            RequestFactory().post("/en/workspace/x"), Sample(QueryDict(sent), prefix=prefix),
            saved=saved, version=4, who="Ola Prøve", when=datetime(2026, 5, 17, 10, tzinfo=UTC),
        )  # fmt: skip


def inputs(answer: HttpResponse) -> list[tuple[str, str]]:
    """Names and values of the page's hidden inputs, as a browser sends them."""
    hidden = re.findall(r'<input[^>]*type="hidden"[^>]*>', answer.content.decode())
    found = [(_attribute("name", one), _attribute("value", one)) for one in hidden]
    return [pair for pair in found if pair[0] != "csrfmiddlewaretoken"]


def _attribute(name: str, tag: str) -> str:
    return "".join(re.findall(rf' {name}="([^"]*)"', tag))


def test_each_field_that_differs_is_shown_with_both_values() -> None:
    answer = page(SENT, SAVED)
    text = answer.content.decode()
    names = re.findall(r'name="choose-([^"]*)" value="yours"', text)
    sides = re.findall(r'<p class="clash__text">([^<]*)</p>', text)
    labels = re.findall(r"<legend[^>]*>([^<]*)</legend>", text)
    assert (answer.status_code, names) == (409, ["name", "born", "kinds", "way", "sure"])
    assert labels == ["Name", "Born", "Kinds", "Way", "Sure"]
    assert sides == [
        "mine", "theirs", "2 5 1998", "1998-05", "A", "B, A", "Phone", "Meet", "No", "Yes",
    ]  # fmt: skip
    assert "Ola Prøve saved changes on 17 May 2026 at 12:00" in text


def test_what_is_the_same_is_sent_again_and_the_version_is_the_saved_one() -> None:
    sent = "name=mine&born.day=&born.month=5&born.year=1998&kinds=b&kinds=a&way=m&sure=on&version=3"
    answer = page(sent, SAVED)
    again = inputs(answer)
    assert again == [
        ("version", "4"), ("born.day", ""), ("born.month", "5"), ("born.year", "1998"),
        ("kinds", "b"), ("kinds", "a"), ("way", "m"), ("sure", "True"), ("name", "mine"),
        ("saved-name", "theirs"),
    ]  # fmt: skip
    assert re.findall(r'name="choose-([^"]*)" value="yours"', answer.content.decode()) == ["name"]


@pytest.mark.parametrize(
    ("choice", "name"), [("yours", "mine"), ("saved", "theirs"), ("other", "mine")]
)
def test_what_is_chosen_makes_one_form_again(choice: str, name: str) -> None:
    sent = "name=mine&saved-name=theirs&nameless=1&name.part=2&saved-name.part=3&sure=on"
    whole = apply_merge_choices(QueryDict(f"{sent}&choose-name={choice}"))
    kept = {"nameless": ["1"], "name.part": ["3" if choice == "saved" else "2"], "sure": ["on"]}
    assert dict(whole.lists()) == {"name": [name], **kept}


def test_what_is_no_form_of_a_browser_is_left_alone() -> None:
    data = {"choose-name": "saved", "name": "mine"}
    assert apply_merge_choices(data) is data


def test_a_form_with_a_prefix_compares_its_own_fields() -> None:
    sent = "&".join(f"f-{part}" for part in SENT.split("&"))
    answer = page(sent, {**SAVED, "name": "mine"}, prefix="f")
    text = answer.content.decode()
    assert re.findall(r'name="choose-([^"]*)" value="yours"', text) == [
        "f-born", "f-kinds", "f-way", "f-sure",
    ]  # fmt: skip
    assert ("f-version", "4") in inputs(answer)
    assert ("saved-f-way", "m") in inputs(answer)


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        ("name", "", "–"), ("name", None, "–"), ("born", None, "–"), ("kinds", [], "–"),
        ("kinds", ["b", "gone"], "B, gone"), ("way", None, "–"), ("sure", False, "No"),
        ("born", date(1998, 5, 2), "1998-05-02"), ("version", 0, "0"),
    ],
)  # fmt: skip
def test_a_value_is_shown_as_it_is_read(field: str, value: Any, text: str) -> None:
    with translation.override("en"):
        assert displayed_value(Sample(initial={field: value})[field]) == text
