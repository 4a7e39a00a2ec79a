# SPDX-License-Identifier: EUPL-1.2
"""The identity room as a Django application."""

from django.apps import AppConfig


class IdentityConfig(AppConfig):
    """Tables of the room."""

    name = "samvern.identity"
