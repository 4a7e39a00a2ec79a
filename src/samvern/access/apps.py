# SPDX-License-Identifier: EUPL-1.2
"""The access room as a Django application."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Tables of the room."""

    name = "samvern.access"
