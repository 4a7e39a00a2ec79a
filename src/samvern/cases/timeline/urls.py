# SPDX-License-Identifier: EUPL-1.2
"""The address of the timeline."""

from django.urls import path

from samvern.cases.timeline.views import timeline

urlpatterns = [path("cases/<uuid:case_id>/timeline", timeline, name="timeline")]
