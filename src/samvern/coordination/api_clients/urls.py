# SPDX-License-Identifier: EUPL-1.2
"""The administrator's addresses about API clients."""

from django.urls import path

from samvern.coordination.api_clients.views import (
    program,
    program_end,
    program_new,
    program_secret,
    programs,
)

ONE = "administrator/programs/<uuid:program_id>"

urlpatterns = [
    path("administrator/programs/", programs, name="programs"),
    path("administrator/programs/new", program_new, name="program_new"),
    path(ONE, program, name="program"),
    path(f"{ONE}/secret", program_secret, name="program_secret"),
    path(f"{ONE}/end", program_end, name="program_end"),
]
