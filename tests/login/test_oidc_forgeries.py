# SPDX-License-Identifier: EUPL-1.2
"""Forged tokens, wrong keys, and providers that describe themselves wrongly."""

from collections.abc import Callable
from typing import Any

import pytest

from samvern.access.login.oidc import provider as doors
from samvern.access.login.oidc.errors import ProviderRefused
from support.door import Visitor
from support.forged_tokens import FORGERIES
from support.oidc_sign_in import go
from support.openid import Op, new_key
from support.workspace import Workspace

pytestmark = pytest.mark.database
Record = Callable[[str, object], None]
RULES = {
    "issuer": {"iss"},
    "audience": {"aud"},
    "authorised party": {"azp"},
    "expiry": {"exp"},
    "issued": {"iat"},
    "not before": {"nbf"},
    "nonce": {"nonce"},
    "level": {"acr"},
    "authenticated": {"auth_time"},
    "methods": {"amr"},
    "person": {"pid"},
    "subject": {"sub"},
    "key": {"form", "header", "kid", "signature"},
    "header": {"header"},
    "algorithm": {"alg", "signature"},
    "changed": {"alg", "signature"},
    "form": {"form", "signature"},
}
"""By which rule forgeries of a kind are refused."""


def test_no_forged_token_is_believed(
    linked: Workspace, op: Op, caplog: pytest.LogCaptureFixture, record_property: Record
) -> None:
    said: dict[str, str] = {}
    for name, forge in FORGERIES.items():
        op.forge = forge
        visitor = Visitor()
        caplog.clear()
        answer = go(visitor)
        if (answer.status_code, visitor.is_in()) != (400, False):
            said[name] = "believed"
        else:
            said[name] = next(r.args[0] for r in caplog.records if r.name == "samvern.login")  # type: ignore[index,misc,assignment]
    record_property("forged", len(said))
    # Each is refused by the rule it breaks, not by an accident on the way.
    wrong = {n: str(why) for n, why in said.items() if not isinstance(why, ProviderRefused)}
    assert wrong == {}
    assert len(FORGERIES) >= 40
    assert op.tokens == 1 + len(FORGERIES)
    rules: dict[str, set[str]] = {}
    for name, why in said.items():
        rules.setdefault(name.partition(":")[0], set()).add(str(why).partition(":")[0])
    assert rules == RULES


def test_new_keys_of_the_provider_are_fetched(
    linked: Workspace, op: Op, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    op.key = new_key("next")
    monkeypatch.setattr(doors, "KEYS_PAUSE", 0.0)
    assert go(visitor).headers["Location"] == "/nb/workspace/"


def test_weak_and_foreign_keys_are_not_used() -> None:
    weak = new_key("one", 1024).as_dict(private=False)
    strong = new_key("one")
    good = strong.as_dict(private=False)
    assert doors.read_key(weak) is None
    for change in ({"use": "enc"}, {"alg": "RS512"}, {"kty": "EC"}, {"n": "AA"}):
        assert doors.read_key({**good, **change}) is None
    assert doors.read_key(strong.as_dict(private=True)) is None
    assert doors.read_key(good) is not None


@pytest.mark.parametrize(
    "lie",
    [
        {"issuer": "https://evil.example"},
        {"token_endpoint": "http://evil.example/token"},
        {"jwks_uri": "file:///etc/passwd"},
        {"authorization_endpoint": "javascript:alert(1)"},
        {"pushed_authorization_request_endpoint": None},
    ],
)
def test_a_provider_that_describes_itself_wrongly_is_refused(
    op: Op, visitor: Visitor, lie: dict[str, Any]
) -> None:
    op.discovery = lie
    answer = visitor.get(visitor.address("login_provider"))
    assert answer.status_code == 400
