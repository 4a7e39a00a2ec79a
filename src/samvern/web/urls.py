# SPDX-License-Identifier: EUPL-1.2
"""Addresses."""

from django.http import HttpRequest, HttpResponse
from django.urls import path


def front(request: HttpRequest) -> HttpResponse:
    """The front page."""
    return HttpResponse("Samvern", content_type="text/plain; charset=utf-8")


urlpatterns = [path("", front, name="front")]
