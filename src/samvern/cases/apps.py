# SPDX-License-Identifier: EUPL-1.2
"""The cases room as a Django application."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Tables and walls of the room."""

    name = "samvern.cases"
