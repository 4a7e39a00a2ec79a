# SPDX-License-Identifier: EUPL-1.2
"""The record of processing tells of every field that is stored."""

from pathlib import Path

import pytest
from django.db import models

from samvern.cases.consents.models import Consent
from samvern.web.processing_register import read_register, write_record
from support.cli import Run

PAGE = Path(__file__).parents[2] / "docs/processing.md"


def test_every_field_has_a_class() -> None:
    assert list(read_register().gaps()) == []


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("recipient_text", models.CharField(max_length=9)),
        ("reason", models.CharField(max_length=9)),
        ("recipient_text", models.TextField()),
        ("recipient_text", models.SlugField()),
        ("recipient_text", models.JSONField()),
    ],
)
def test_a_new_line_for_free_words_is_sealed_or_says_why_not(
    name: str, column: "models.Field[object, object]", monkeypatch: pytest.MonkeyPatch
) -> None:
    column.set_attributes_from_name(name)
    fields = (*Consent._meta.concrete_fields, column)
    monkeypatch.setattr(Consent._meta, "concrete_fields", fields)
    found = [gap for gap in read_register().unexplained() if "holds text" in gap]
    assert [gap.partition(" holds")[0] for gap in found] == [f"cases_consent.{name}"]


def test_what_is_strict_is_sealed_or_tells_nothing_of_its_own() -> None:
    register = read_register()
    strict = {
        f"{table}.{name}"
        for table, columns in register.fields.items()
        for name, level in columns.items()
        if level == "strict"
    }
    assert {name for name in strict if not name.endswith("_sealed")} == set(register.unsealed)


def test_everything_sealed_is_strict() -> None:
    levels = {
        level
        for columns in read_register().fields.values()
        for name, level in columns.items()
        if name.endswith("_sealed")
    }
    assert levels == {"strict"}


def test_every_purpose_is_somebodys() -> None:
    register = read_register()
    assert set(register.purposes) == set(register.purpose_of.values())


def test_the_page_is_up_to_date(run: Run) -> None:
    done = run("database", "processing")
    assert (done.code, done.out) == (0, PAGE.read_text())
    assert done.out == write_record(read_register())
