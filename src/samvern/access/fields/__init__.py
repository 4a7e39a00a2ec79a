# SPDX-License-Identifier: EUPL-1.2
"""Form fields of the workspace: text that is only text, days people know, choices shown in full."""

from samvern.access.fields.choices import (
    CheckboxesField,
    OptionalBooleanField,
    RadioField,
    SelectField,
    YesNoField,
)
from samvern.access.fields.dates import (
    LocalDateField,
    LocalDateTimeField,
    PartialDateField,
    ThreePartDateField,
)
from samvern.access.fields.files import UploadField
from samvern.access.fields.text import MultiLineField, PhoneField, SingleLineField
from samvern.access.fields.versions import VersionField

__all__ = [
    "CheckboxesField",
    "LocalDateField",
    "LocalDateTimeField",
    "MultiLineField",
    "OptionalBooleanField",
    "PartialDateField",
    "PhoneField",
    "RadioField",
    "SelectField",
    "SingleLineField",
    "ThreePartDateField",
    "UploadField",
    "VersionField",
    "YesNoField",
]
