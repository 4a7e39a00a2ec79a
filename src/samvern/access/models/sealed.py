# SPDX-License-Identifier: EUPL-1.2
"""A sealed column: ciphertext, and everything the house must know about what lies in it.

The column is declared once, on its model, as ``<name>_sealed``. Form, printed case, the person's
page, the register of processing, the proof against leaks and the check of a backup read the
declaration; ``identity.sealing`` seals and opens by it.
"""

from typing import Any

from django import forms
from django.core.exceptions import ImproperlyConfigured
from django.db import models

from samvern.access.categories import Category
from samvern.access.fields.text import LINE, LONG, MultiLineField, SingleLineField
from samvern.access.models.base import stored_name

SUFFIX = "_sealed"
LEVEL = "strict"
"""The level of everything that is sealed in the register of processing."""


class SealedField(models.BinaryField):  # type: ignore[type-arg]
    """A sealed text, under the key of ``subject``, seen by those who read ``category`` of the case.

    ``subject``: the attribute of the row with the id of the person, case or thing whose key seals
    it (``person_id``, ``of.person_id``); None when it is sealed by another key than a subject's.
    ``category``: what the row security of the table asks for; None where it asks for none.
    ``optional``: the column may be empty.
    ``shown``: the text stands under its label on the row's page and in the printed case.

    To a migration it is a plain ``BinaryField``: what is declared is no part of the database.

    Raises:
        ImproperlyConfigured: the column is not called ``<name>_sealed``.
    """

    usual_limit = LONG
    short_name: str
    """What code calls it: ``text`` for the column ``text_sealed``."""
    seal_name: str
    """What the seal is bound to, such as ``note.text``."""

    def __init__(
        self,
        label: Any,
        subject: str | None,
        category: Category | None,
        *,
        limit: int | None = None,
        rows: int = 5,
        shown: bool = False,
        optional: bool = False,
        **options: Any,
    ) -> None:
        if optional:
            options |= {"null": True, "blank": True}
        super().__init__(**options)
        self.label, self.subject, self.category = label, subject, category
        self.shown, self.rows, self.limit = shown, rows, limit or self.usual_limit

    def contribute_to_class(self, cls: type[models.Model], name: str, *args: Any) -> None:
        """Take the place in the model that the declaration has."""
        if not name.endswith(SUFFIX):
            raise ImproperlyConfigured(f"{cls.__name__}.{name}: call it {name}{SUFFIX}")
        super().contribute_to_class(cls, name, *args)
        self.short_name = name.removesuffix(SUFFIX)
        self.seal_name = f"{stored_name(cls)}.{self.short_name}"

    def formfield(self, **options: Any) -> Any:
        """The form field it is written in; what is given goes before what is declared."""
        return MultiLineField(**{"rows": self.rows, **self.asked(), **options})

    def asked(self) -> dict[str, Any]:
        """What every form field of it is made with."""
        return {"label": self.label, "limit": self.limit, "required": not self.blank}

    def deconstruct(self) -> Any:
        """As a migration has it."""
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.BinaryField", args, kwargs

    def clone(self) -> Any:
        """As the state of a migration has it."""
        _, _, args, kwargs = self.deconstruct()
        return models.BinaryField(*args, **kwargs)


class SealedLine(SealedField):
    """A sealed text of one line."""

    usual_limit = LINE

    def formfield(self, **options: Any) -> Any:
        """A field of one line."""
        return SingleLineField(**{**self.asked(), **options})


class SealedData(SealedField):
    """Sealed JSON or bytes, which no form field of its own shows."""


def sealed_field(model: "type[models.Model] | models.Model", name: str) -> SealedField:
    """The declaration of a sealed column by its short name, ``text`` for ``text_sealed``.

    Raises:
        FieldDoesNotExist: the model has no such column.
    """
    found = model._meta.get_field(name + SUFFIX)
    assert isinstance(found, SealedField)
    return found


def sealed_fields_of(model: "type[models.Model] | models.Model") -> list[SealedField]:
    """Every sealed column of a model, in the order of the declarations."""
    return [each for each in model._meta.concrete_fields if isinstance(each, SealedField)]


def form_field(model: type[models.Model], name: str, **options: Any) -> forms.Field:
    """The form field a sealed column is written in, such as ``form_field(Note, "text")``."""
    found: forms.Field = sealed_field(model, name).formfield(**options)
    return found


def shown_fields_of(model: "type[models.Model] | models.Model") -> list[SealedField]:
    """The sealed columns of a model that stand on its page and in print by themselves."""
    return [each for each in sealed_fields_of(model) if each.shown]


def shown_form_fields(model: type[models.Model]) -> dict[str, forms.Field]:
    """What a form that changes a row asks for besides its own fields, by short name."""
    return {each.short_name: each.formfield() for each in shown_fields_of(model)}
