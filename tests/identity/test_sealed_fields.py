# SPDX-License-Identifier: EUPL-1.2
"""A sealed column that nobody declared keeps Samvern from starting."""

import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import models
from django.test.utils import isolate_apps

from samvern.access.models.sealed import SealedField
from samvern.identity import sealing
from samvern.identity.sealing import sealed_columns


@isolate_apps("samvern.identity")
def test_an_undeclared_column_keeps_it_from_starting(monkeypatch: pytest.MonkeyPatch) -> None:
    careless = type(
        "Careless",
        (models.Model,),
        {"__module__": "samvern.identity.models", "note_sealed": models.BinaryField()},
    )
    monkeypatch.setattr(sealing.apps, "get_models", lambda: [careless])
    with pytest.raises(ImproperlyConfigured, match=r"Careless\.note_sealed is no SealedField"):
        apps.get_app_config("identity").ready()


@isolate_apps("samvern.identity")
def test_a_sealed_column_says_so_in_its_name() -> None:
    with pytest.raises(ImproperlyConfigured, match="call it note_sealed"):
        type(
            "Careless",
            (models.Model,),
            {
                "__module__": "samvern.identity.models",
                "note": SealedField("Note", None, None),
            },
        )


def test_a_declaration_says_what_whose_and_for_whom() -> None:
    for name, (_, column) in sealed_columns().items():
        assert str(column.label).strip(), name
    with pytest.raises(TypeError, match="category"):
        SealedField("Note", "pk")  # type: ignore[call-arg]


@pytest.mark.database
def test_a_declaration_is_no_part_of_the_database() -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)
