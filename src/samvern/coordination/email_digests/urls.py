# SPDX-License-Identifier: EUPL-1.2
"""Address of how a member wants to be told."""

from django.urls import path

from samvern.coordination.email_digests.views import telling

urlpatterns = [path("inbox/letters", telling, name="telling")]
