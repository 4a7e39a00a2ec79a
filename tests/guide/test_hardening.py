# SPDX-License-Identifier: EUPL-1.2
"""Headers, and what other sites and oversized senders are told."""

import pytest
from django.test import Client

from support.visitor import Visitor, text_of

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; "
    "base-uri 'none'"
)
EXPECTED = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex",
}
MAY_BE_FOUND = ("/", "/nb/")
"""Pages of information; tests/guide/test_robots.py names them all."""


@pytest.mark.parametrize(
    "path", ["/", "/nb/", "/nb/guide/you/", "/nb/nothing", "/api/openapi.json"]
)
def test_every_response_carries_the_headers(path: str) -> None:
    headers = Client().get(path).headers
    expected = EXPECTED | ({"X-Robots-Tag": "all"} if path in MAY_BE_FOUND else {})
    assert {name: headers.get(name) for name in expected} == expected
    assert "camera=()" in headers["Permissions-Policy"]


def test_pages_have_no_inline_code(visitor: Visitor) -> None:
    for name in ("start", "answer", "door", "rights", "directory"):
        page = text_of(visitor.see(name))
        assert " style=" not in page
        assert " onclick=" not in page
        assert "<style" not in page
        assert "<script>" not in page


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_sites_form_is_refused(visitor: Visitor, site: str) -> None:
    response = visitor.post(
        visitor.address("question", fact="profession"),
        {"profession": "health"},
        headers={"Sec-Fetch-Site": site},
    )
    assert (response.status_code, visitor.cookie) == (403, "")


def test_a_form_without_its_token_is_refused_kindly() -> None:
    response = Client(enforce_csrf_checks=True).post("/nb/guide/you/", {"profession": "health"})
    assert response.status_code == 403
    assert "Tillat informasjonskapsler" in text_of(response)


@pytest.mark.parametrize(
    ("origin", "site", "status"),
    [
        ("null", "same-origin", 302),
        ("null", "none", 403),
        ("null", None, 403),
        ("http://testserver", "same-origin", 302),
        ("https://evil.example", None, 403),
    ],
)
def test_a_form_from_a_page_without_referrer_is_known_by_fetch_metadata(
    origin: str, site: str | None, status: int
) -> None:
    visitor = Client(enforce_csrf_checks=True)
    visitor.get("/nb/guide/you/")
    token = visitor.cookies["csrf"].value
    headers = {"Origin": origin} | ({"Sec-Fetch-Site": site} if site else {})
    form = {"profession": "health", "csrfmiddlewaretoken": token}
    assert visitor.post("/nb/guide/you/", form, headers=headers).status_code == status


def test_the_form_cookie_dies_with_the_browser_and_is_closed_to_scripts(visitor: Visitor) -> None:
    morsel = visitor.see("step", step="you").cookies["csrf"]
    assert (morsel["httponly"], morsel["samesite"], morsel["max-age"]) == (True, "Strict", "")


def test_a_body_of_ten_megabytes_is_refused_in_one_line(visitor: Visitor) -> None:
    response = visitor.post(
        visitor.address("step", step="you"), b"x" * 10_000_000, content_type="text/plain"
    )
    assert (response.status_code, text_of(response).count("\n")) == (400, 0)


@pytest.mark.parametrize("length", ["-1", "1e9", "٣", " "])
def test_a_strange_length_is_refused(visitor: Visitor, length: str) -> None:
    response = visitor.generic("POST", visitor.address("step", step="you"), CONTENT_LENGTH=length)
    assert response.status_code == 400
