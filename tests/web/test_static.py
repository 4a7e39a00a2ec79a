# SPDX-License-Identifier: EUPL-1.2
"""What is built, as a browser gets it."""

import re

import httpx
import pytest


@pytest.fixture(scope="module")
def front(site: str) -> str:
    return httpx.get(site, follow_redirects=True).text


def test_stylesheets_are_compressed_and_cached_for_ever(site: str, front: str) -> None:
    address = re.findall(r'href="(/static/build/designsystemet\.[0-9a-f]{12}\.css)"', front)[0]
    answer = httpx.get(site + address, headers={"Accept-Encoding": "br"})
    assert answer.status_code == 200
    assert answer.headers["content-encoding"] == "br"
    assert answer.headers["cache-control"] == "max-age=315360000, public, immutable"


def test_no_page_part_comes_from_elsewhere(front: str) -> None:
    loaded = re.findall(r'<(?:link|script|img)[^>]+(?:href|src)="([^"]+)"', front)
    assert [address for address in loaded if re.match(r"(https?:)?//", address)] == []
