# SPDX-License-Identifier: EUPL-1.2
"""The jobs as a Django application: its migrations grant the queue, its tasks are found here."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Holds ``tasks.py``, which the queue's library finds by its name."""

    name = "samvern.web.jobs"
    label = "jobs"
