# SPDX-License-Identifier: EUPL-1.2
"""A file sent with a form."""

from django import forms


class UploadField(forms.FileField):
    """A file. What may be uploaded is for the room that keeps it to decide."""

    widget = forms.FileInput
