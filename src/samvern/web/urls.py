# SPDX-License-Identifier: EUPL-1.2
"""Addresses: the language first, then the page; the API has none."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from samvern.guide.api import api
from samvern.guide.views import info, program

handler400 = "samvern.web.errors.bad_request"
handler403 = "samvern.web.errors.refused"
handler404 = "samvern.web.errors.not_found"
handler500 = "samvern.web.errors.failed"

urlpatterns = [
    path("", info.start, name="front"),
    path("api/docs", program.docs, name="docs"),
    path("api/", api.urls),
    *i18n_patterns(path("", include("samvern.guide.urls")), prefix_default_language=True),
]
