# SPDX-License-Identifier: EUPL-1.2
"""Form fields of the workspace: text that is only text, days people know, choices shown in full."""

from samvern.access.fields.choices import ChecksField, RadioField, SelectField, YesNoField
from samvern.access.fields.days import DayField, MomentField, NearDayField, PartialDayField
from samvern.access.fields.phone import PhoneField
from samvern.access.fields.text import LineField, TextField
from samvern.access.fields.various import TickField, UploadField, VersionField

__all__ = [
    "ChecksField",
    "DayField",
    "LineField",
    "MomentField",
    "NearDayField",
    "PartialDayField",
    "PhoneField",
    "RadioField",
    "SelectField",
    "TextField",
    "TickField",
    "UploadField",
    "VersionField",
    "YesNoField",
]
