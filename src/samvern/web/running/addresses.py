# SPDX-License-Identifier: EUPL-1.2
"""The addresses worth telling a person who has just started Samvern."""

from collections.abc import Iterator
from urllib.parse import urljoin


def addresses(url: str) -> Iterator[tuple[str, str]]:
    """Name and address of the front page in each language, and of the interface for programs."""
    from django.conf import settings
    from django.urls import Resolver404, resolve
    from django.utils.translation import override

    for code, name in settings.LANGUAGES:
        with override(code):
            path = f"/{code}/"
            try:
                resolve(path)
            except Resolver404:
                path = "/"
        yield name, urljoin(url, path)
    try:
        resolve("/api/docs")
    except Resolver404:
        return
    yield "API", urljoin(url, "/api/docs")
