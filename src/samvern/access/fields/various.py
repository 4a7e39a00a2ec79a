# SPDX-License-Identifier: EUPL-1.2
"""A box to tick, a file, and the version a form was filled in from."""

from typing import Any

from django import forms


class TickField(forms.BooleanField):
    """One box to tick; left alone it means no."""

    def __init__(self, *, required: bool = False, **options: Any) -> None:
        super().__init__(required=required, **options)


class UploadField(forms.FileField):
    """A file. What may be uploaded is for the room that keeps it to decide."""

    widget = forms.FileInput


class VersionField(forms.IntegerField):
    """The version the form was filled in from, sent back unseen (optimistic locking)."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.HiddenInput, min_value=0, **options)
