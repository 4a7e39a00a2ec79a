# SPDX-License-Identifier: EUPL-1.2
"""Addresses: the language first, then the page; the API has none."""

from django.conf.urls.i18n import i18n_patterns
from django.db import transaction
from django.urls import URLPattern, URLResolver, include, path
from django.utils.translation import gettext_lazy as _

from samvern.coordination.api_clients import api_docs, api_root, token_endpoint
from samvern.guide.api import api
from samvern.guide.views import api_docs as guide_api_docs
from samvern.guide.views import info, robots
from samvern.referrals.external.link_page.views import from_samvern
from samvern.web.guide_transfer import transfer_answers

handler400 = "samvern.web.error_pages.bad_request"
handler403 = "samvern.web.error_pages.refused"
handler404 = "samvern.web.error_pages.not_found"
handler500 = "samvern.web.error_pages.failed"

urlpatterns = [
    path("", robots.findable(info.start), name="front"),
    path("robots.txt", robots.robots, name="robots"),
    path("api/docs", guide_api_docs.docs, name="docs"),
    path("api/token", token_endpoint.token, name="token"),
    path("api/v1/docs", api_docs.docs, name="docs_v1"),
    path("api/v1/", api_root.api.urls),
    path("api/", api.urls),
    *i18n_patterns(
        path(_("into-a-case/"), transfer_answers, name="carrying"),
        path(_("from-samvern/"), from_samvern, name="from_samvern"),
        path("", include("samvern.guide.urls")),
        prefix_default_language=True,
    ),
]
workspace = i18n_patterns(
    path("workspace/", include("samvern.access.login.urls")),
    path("workspace/", include("samvern.web.workspace_urls")),
)


def _need_no_database(patterns: list[URLPattern | URLResolver]) -> None:
    """The guide reads and writes no table, so it must answer when there is no database at all.

    Other rooms keep one transaction a request (ATOMIC_REQUESTS), which row security needs.
    """
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            _need_no_database(pattern.url_patterns)
        else:
            transaction.non_atomic_requests(pattern.callback)


_need_no_database(urlpatterns)
urlpatterns += workspace
