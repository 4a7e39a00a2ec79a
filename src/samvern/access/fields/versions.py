# SPDX-License-Identifier: EUPL-1.2
"""The version a form was filled in from."""

from typing import Any

from django import forms


class VersionField(forms.IntegerField):
    """The version the form was filled in from, sent back unseen (optimistic locking)."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.HiddenInput, min_value=0, **options)
