# SPDX-License-Identifier: EUPL-1.2
"""Address of the search for a place."""

from django.urls import path

from samvern.places.search.views import places

urlpatterns = [path("places/", places, name="places")]
