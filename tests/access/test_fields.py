# SPDX-License-Identifier: EUPL-1.2
"""Fields that rooms put into their forms: what a browser is shown, and what comes back."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from samvern.access import fields
from samvern.access.forms import Form


class Sample(Form):
    near = fields.LocalDateField(label="Near", required=False)
    at = fields.LocalDateTimeField(label="At", required=False)
    phone = fields.PhoneField(label="Phone", required=False)
    version = fields.VersionField()


def html(name: str, value: Any) -> str:
    """The input of a field with a value."""
    return str(Sample(initial={name: value})[name])


def test_a_near_day_and_an_hour_are_chosen_in_the_browsers_calendar() -> None:
    near = html("near", date(2026, 5, 17))
    at = html("at", datetime(2026, 5, 17, 12, 5, tzinfo=UTC))
    day = ('type="date"', 'data-width="day"', 'value="2026-05-17"')
    moment = ('type="datetime-local"', 'data-width="moment"', 'value="2026-05-17T14:05"')
    assert [part for part in day if part not in near] == []
    assert [part for part in moment if part not in at] == []


@pytest.mark.parametrize("written", ["2026-05-17", "17.05.2026"])
def test_a_near_day_is_read_as_the_browser_and_as_people_write_it(written: str) -> None:
    assert fields.LocalDateField().clean(written) == date(2026, 5, 17)


@pytest.mark.parametrize("written", ["2026-05-17T14:05", "17.05.2026 14:05", "2026-05-17T14:05:00"])
def test_an_hour_is_in_norwegian_time(written: str) -> None:
    assert fields.LocalDateTimeField().clean(written) == datetime(2026, 5, 17, 12, 5, tzinfo=UTC)


def test_a_telephone_number_is_kept_as_it_was_typed_and_refused_kindly() -> None:
    shown, field = html("phone", "112"), fields.PhoneField(required=False)
    assert [part in shown for part in ('type="tel"', 'inputmode="tel"')] == [True, True]
    assert [field.clean(typed) for typed in (" 22 33 44 55 ", "", None)] == ["22 33 44 55", "", ""]
    with translation.override("en"), pytest.raises(ValidationError) as refused:
        field.clean("ring meg")
    assert refused.value.messages == ["Write a telephone number, such as 22 33 44 55."]
    with pytest.raises(ValidationError):
        field.clean("2" * 41)


def test_one_of_many_has_nothing_chosen_beforehand() -> None:
    field = fields.SelectField(choices=[("1", "One")], coerce=int, required=False)
    with translation.override("en"):
        assert [(key, str(label)) for key, label in field.choices] == [("", "Choose"), ("1", "One")]
    named = fields.SelectField(choices=[("1", "One")], empty="Nobody")
    assert [field.clean("1"), field.clean(""), next(iter(named.choices))] == [1, "", ("", "Nobody")]


def test_yes_no_and_unless_it_is_required_not_known() -> None:
    needed, free = fields.YesNoField(), fields.YesNoField(required=False)
    assert [[key for key, _label in each.choices] for each in (needed, free)] == [
        ["yes", "no"], ["yes", "no", ""],
    ]  # fmt: skip
    assert [free.clean(said) for said in ("yes", "no", "")] == [True, False, None]
    assert [free.prepare_value(v) for v in (True, False, None, "yes")] == ["yes", "no", "", "yes"]
    assert [free.has_changed(True, said) for said in ("yes", "no", "", None)] == [
        False, True, True, True,
    ]  # fmt: skip
    assert free.has_changed(None, None) is False
    with pytest.raises(ValidationError):
        needed.clean("")


def test_a_version_is_unseen_and_never_below_nothing() -> None:
    assert 'type="hidden"' in html("version", 3)
    assert fields.VersionField().clean("3") == 3
    with pytest.raises(ValidationError):
        fields.VersionField().clean("-1")
