# SPDX-License-Identifier: EUPL-1.2
"""Fields: what people type is kept, judged in words they understand, and never half saved."""

import unicodedata
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from samvern.access import fields
from samvern.access.fields.text import INVISIBLE
from samvern.access.forms import Form, apply_merge_choices, form_from_draft


class Sample(Form):
    name = fields.SingleLineField(label="Name", required=False)
    text = fields.MultiLineField(label="Text", limit=20)
    born = fields.ThreePartDateField(label="Born", required=False)
    kinds = fields.CheckboxesField(label="Kinds", choices=[("a", "A"), ("b", "B")], required=False)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_goes_through_its_three_fields_and_back(day: date) -> None:
    field = fields.ThreePartDateField(label="Born")
    parts = field.widget.decompress(day)
    assert field.clean(parts) == day
    assert field.has_changed(day, parts) is False


@given(st.dates(min_value=date(1000, 1, 1)), st.integers(1, 3))
def test_what_is_known_of_a_day_is_kept_and_no_more(day: date, known: int) -> None:
    field = fields.PartialDateField(label="Born")
    written = "-".join(day.isoformat().split("-")[:known])
    assert field.clean(field.widget.decompress(written)) == written


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        (["31", "2", "1998"], "day"),
        (["1", "13", "1998"], "day"),
        (["1", "", "1998"], "order"),
        (["1", "2", "98"], "year"),
        (["", "2", ""], "year"),
        (["x", "2", "1998"], "digits"),
        (["²", "2", "1998"], "digits"),
        (["1", "2", "0000"], "day"),
        (["1", "2", "٣٣٣٣"], "digits"),
    ],
)
def test_what_is_no_day_is_told_apart(parts: list[str], code: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        fields.PartialDateField(label="Born").clean(parts)
    assert [error.code for error in refusal.value.error_list] == [code]


def test_a_whole_day_needs_all_its_parts() -> None:
    with pytest.raises(ValidationError):
        fields.ThreePartDateField(label="Born").clean(["", "5", "1998"])


@given(st.text(max_size=60))
def test_text_comes_out_composed_and_without_unseen_signs(text: str) -> None:
    try:
        found = fields.MultiLineField(label="Text", limit=500, required=False).clean(text)
    except ValidationError:
        pytest.fail("a text within its length is refused")
    assert unicodedata.normalize("NFC", found) == found
    assert INVISIBLE.search(found) is None
    assert fields.MultiLineField(label="Text", limit=500, required=False).clean(found) == found


def test_a_turned_direction_of_writing_is_taken_out() -> None:
    assert fields.SingleLineField(label="Name").clean("rapport\u202efdp.exe") == "rapportfdp.exe"


def test_a_text_that_is_too_long_is_refused_whole_and_kept_on_the_page() -> None:
    form = Sample({"text": "x" * 21})
    assert form.is_valid() is False
    assert [problem.target for problem in form.problems] == ["id_text"]
    assert "x" * 21 in str(form)
    assert "maxlength" not in str(form["text"])


def test_every_mistake_leads_to_an_element_of_the_page() -> None:
    form = Sample({"born.day": "32", "born.month": "1", "born.year": "2000", "kinds": "c"})
    shown = str(form)
    targets = [problem.target for problem in form.problems]
    assert targets == ["id_text", "id_born_0", "id_kinds_0"]
    assert [shown.count(f'id="{target}"') for target in targets] == [1, 1, 1]
    assert shown.count('aria-invalid="true"') == 6


def test_a_form_says_which_fields_must_be_filled_in_only_when_some_need_not() -> None:
    class AllRequired(Form):
        text = fields.MultiLineField(label="Text")

    assert (Sample().mixed, AllRequired().mixed) == (True, False)
    assert str(AllRequired()).count('class="need"') == 0


def test_a_draft_is_shown_without_being_judged() -> None:
    draft = {"text": ["half"], "born.day": ["3"], "born.year": [""], "kinds": ["a", "b"]}
    form = form_from_draft(Sample, draft)
    assert form.is_bound is False
    shown = str(form)
    assert ('value="3"' in shown, "half</textarea>" in shown) == (True, True)
    assert shown.count("checked") == 2


def test_the_saved_value_is_taken_where_it_was_chosen() -> None:
    sent = QueryDict(
        "choose-born=saved&choose-text=yours&choose-kinds=saved"
        "&born.day=1&born.month=1&born.year=2000"
        "&saved-born.day=2&saved-born.month=2&saved-born.year=2001"
        "&text=mine&saved-text=theirs&kinds=a&saved-kinds=b&saved-kinds=a&name=n"
    )
    form = Sample(sent)
    assert form.is_valid()
    assert form.cleaned_data == {
        "name": "n",
        "text": "mine",
        "born": date(2001, 2, 2),
        "kinds": ["b", "a"],
    }


def test_a_form_without_a_conflict_is_left_alone() -> None:
    sent = QueryDict("text=a&saved-text=b")
    assert apply_merge_choices(sent) is sent
