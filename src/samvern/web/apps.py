# SPDX-License-Identifier: EUPL-1.2
"""The web room as a Django application."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Holds the layout, the static files and the system checks."""

    name = "samvern.web"
    verbose_name = "Samvern"

    def ready(self) -> None:
        """Register the checks that keep an unsafe production from starting."""
        from samvern.web import production_checks  # noqa: F401 (registers on import)
