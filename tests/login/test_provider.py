# SPDX-License-Identifier: EUPL-1.2
"""Signing in through an identity provider, and every way of forging it."""

import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.test import override_settings
from joserfc import jwt
from joserfc.jwk import RSAKey

from samvern.access.login.oidc import provider as doors
from samvern.access.login.oidc.errors import Refused
from samvern.access.login.oidc.tokens import LOGOUT
from support.door import Visitor
from support.forgeries import FORGERIES
from support.openid import CLIENT, PERSON, Op, new_key, running_op
from support.workspace import Workspace

pytestmark = pytest.mark.database
LINKED = {"purpose": "link"}
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


@pytest.fixture(scope="session")
def keys() -> tuple[RSAKey, RSAKey]:
    return new_key("ours"), new_key("one")


@pytest.fixture
def op(keys: tuple[RSAKey, RSAKey], tmp_path: Path) -> Iterator[Op]:
    file = tmp_path / "client.pem"
    file.write_bytes(keys[0].as_pem(private=True))
    with running_op(*keys) as op:
        names = {"OIDC_ISSUER": op.issuer, "OIDC_CLIENT": CLIENT, "OIDC_KEY_FILE": file}
        with override_settings(**names):
            yield op


@pytest.fixture
def linked(op: Op, house: Workspace) -> Workspace:
    """Kari has connected her identity."""
    visitor = Visitor()
    visitor.enter("kari")
    assert go(visitor, "link").headers["Location"] == "/nb/workspace/account/"
    return house


def there(visitor: Visitor, purpose: str = "enter", **more: str) -> str:
    """To the provider, and the address it sends the browser back to."""
    sent = visitor.get(visitor.address("login_provider"), {"purpose": purpose, **more})
    assert sent.status_code == 302, sent.content
    opener = urllib.request.build_opener(doors._Stay)
    try:
        opener.open(sent.headers["Location"], timeout=5)
    except urllib.error.HTTPError as answer:
        return str(answer.headers["Location"])
    raise AssertionError("the provider did not send the browser back")


def go(visitor: Visitor, purpose: str = "enter", **more: str) -> Any:
    """There, back, and on."""
    address = urlsplit(there(visitor, purpose, **more))
    back = visitor.get(address.path, dict(parse_qsl(address.query)))
    if back.status_code != 200:
        return back
    assert 'http-equiv="refresh"' in back.content.decode()
    return visitor.see("login_provider_finish")


def test_a_linked_identity_lets_its_person_in(linked: Workspace, visitor: Visitor) -> None:
    answer = go(visitor)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/nb/workspace/")
    assert visitor.is_in()
    assert "flow" not in {n for n, m in visitor.cookies.items() if m.value}


def test_one_goes_on_to_where_one_was_going(linked: Workspace, visitor: Visitor) -> None:
    answer = go(visitor, next="/nb/workspace/account/")
    assert answer.headers["Location"] == "/nb/workspace/account/"


def test_an_identity_linked_to_nobody_lets_nobody_in(op: Op, visitor: Visitor) -> None:
    assert go(visitor).status_code == 400
    assert not visitor.is_in()


def test_an_identity_is_one_person_s(linked: Workspace) -> None:
    other = Visitor()
    other.enter("per")
    assert go(other, "link").status_code == 400


def test_linking_asks_for_somebody_signed_in(op: Op, visitor: Visitor) -> None:
    sent = visitor.get(visitor.address("login_provider"), LINKED)
    assert urlsplit(sent.headers["Location"]).path == "/nb/workspace/sign-in/prove"


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
    wrong = {n: str(why) for n, why in said.items() if not isinstance(why, Refused)}
    assert wrong == {}
    assert len(FORGERIES) >= 40
    assert op.tokens == 1 + len(FORGERIES)
    rules: dict[str, set[str]] = {}
    for name, why in said.items():
        rules.setdefault(name.partition(":")[0], set()).add(str(why).partition(":")[0])
    assert rules == RULES


def test_only_the_high_level_works_with_cases(linked: Workspace, op: Op, visitor: Visitor) -> None:
    op.person["acr"] = "idporten-loa-substantial"
    assert go(visitor).headers["Location"] == "/nb/workspace/sign-in/choose"
    assert not visitor.is_in()
    with override_settings(OIDC_CASEWORK="substantial"):
        other = Visitor()
        assert go(other).headers["Location"] == "/nb/workspace/"


def test_another_person_at_the_provider_is_not_she(
    linked: Workspace, op: Op, visitor: Visitor
) -> None:
    op.person["pid"] = "01010112345"
    assert go(visitor).status_code == 400


def test_a_state_that_is_not_this_browser_s_is_refused(
    linked: Workspace, op: Op, visitor: Visitor
) -> None:
    address = urlsplit(there(visitor))
    words = dict(parse_qsl(address.query))
    for other in ({**words, "state": "x"}, {k: v for k, v in words.items() if k != "state"}):
        fresh = Visitor()
        fresh.cookies.update(visitor.cookies)
        assert fresh.get(address.path, other).status_code == 400
    assert Visitor().get(address.path, words).status_code == 400
    assert op.tokens == 1


def test_the_answer_of_another_issuer_is_refused(linked: Workspace, visitor: Visitor) -> None:
    address = urlsplit(there(visitor))
    words = {**dict(parse_qsl(address.query)), "iss": "https://evil.example"}
    assert visitor.get(address.path, words).status_code == 400


def test_an_answer_is_good_once(linked: Workspace, visitor: Visitor) -> None:
    address = urlsplit(there(visitor))
    visitor.get(address.path, dict(parse_qsl(address.query)))
    copy = Visitor()
    copy.cookies.update(visitor.cookies)
    assert visitor.see("login_provider_finish").status_code == 302
    assert copy.see("login_provider_finish").status_code == 400
    assert not copy.is_in()


def test_a_code_is_asked_for_once(linked: Workspace, op: Op, visitor: Visitor) -> None:
    address = urlsplit(there(visitor))
    copy = Visitor()
    copy.cookies.update(visitor.cookies)
    words = dict(parse_qsl(address.query))
    assert visitor.get(address.path, words).status_code == 200
    assert copy.get(address.path, words).status_code == 400


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


def test_a_provider_that_does_not_answer_is_said_to(visitor: Visitor, op: Op) -> None:
    with override_settings(OIDC_ISSUER="http://127.0.0.1:1"):
        answer = visitor.get(visitor.address("login_provider"))
    assert answer.status_code == 400
    assert b"http-equiv" not in answer.content


def test_signing_out_offers_to_end_the_provider_s_session_too(
    linked: Workspace, op: Op, visitor: Visitor
) -> None:
    go(visitor)
    assert visitor.send("account_logout", {}).status_code == 302
    page = visitor.see("login_ended").content.decode()
    assert f"{op.issuer}/leave?id_token_hint=" in page
    assert not visitor.is_in()
    assert op.issuer not in visitor.see("login_ended").content.decode()


def test_who_has_the_provider_alone_proves_herself_there(
    linked: Workspace, op: Op, visitor: Visitor
) -> None:
    with linked.superuser() as boss:
        boss.execute("DELETE FROM mfa_authenticator")
    go(visitor)
    with linked.superuser() as boss:
        boss.execute("UPDATE gate.session SET authenticated_at = now() - interval '6 minutes'")
    wanted = visitor.address("account_change_password")
    asked = visitor.get(visitor.get(wanted).headers["Location"])
    sent = urlsplit(asked.headers["Location"])
    assert sent.path == visitor.address("login_provider")
    words = dict(parse_qsl(sent.query))
    assert words == {"purpose": "prove", "next": wanted}
    op.person["pid"] = "01010112345"
    assert go(visitor, **words).status_code == 400
    assert visitor.get(wanted).status_code == 302
    op.person["pid"] = PERSON["pid"]
    assert go(visitor, **words).headers["Location"] == wanted
    assert visitor.get(wanted).status_code == 200


def logout_token(op: Op, **changes: Any) -> str:
    now = int(time.time())
    claims = {
        "iss": op.issuer,
        "aud": CLIENT,
        "iat": now,
        "exp": now + 60,
        "jti": str(time.time()),
        "sid": "provider-session-1",
        "events": {LOGOUT: {}},
        **changes,
    }
    kept = {name: value for name, value in claims.items() if value is not None}
    return jwt.encode({"alg": "RS256", "kid": "one", "typ": "logout+jwt"}, kept, op.key)


def test_the_provider_ends_what_rests_on_it(linked: Workspace, op: Op, visitor: Visitor) -> None:
    go(visitor)
    other = Visitor()
    other.enter("per")
    token = logout_token(op)
    assert Visitor().send("login_provider_logout", {"logout_token": token}).status_code == 200
    assert (visitor.is_in(), other.is_in()) == (False, True)
    assert Visitor().send("login_provider_logout", {"logout_token": token}).status_code == 400


@pytest.mark.parametrize(
    "lie",
    [
        {"sid": None},
        {"sid": "another"},
        {"events": {}},
        {"events": {LOGOUT: {"a": 1}}},
        {"nonce": "a"},
        {"aud": "somebody-else"},
        {"iss": "https://evil.example"},
        {"jti": None},
        {"iat": 1},
    ],
)
def test_nobody_else_ends_it(
    linked: Workspace, op: Op, visitor: Visitor, lie: dict[str, Any]
) -> None:
    go(visitor)
    Visitor().send("login_provider_logout", {"logout_token": logout_token(op, **lie)})
    id_token = op.sign(op.claims("a"))
    Visitor().send("login_provider_logout", {"logout_token": id_token})
    assert visitor.is_in()


def test_the_provider_ends_it_through_the_browser(
    linked: Workspace, op: Op, visitor: Visitor
) -> None:
    go(visitor)
    address = visitor.address("login_provider_left")
    Visitor().get(address, {"iss": op.issuer, "sid": "another"})
    Visitor().get(address, {"iss": "https://evil.example", "sid": "provider-session-1"})
    assert visitor.is_in()
    Visitor().get(address, {"iss": op.issuer, "sid": "provider-session-1"})
    assert not visitor.is_in()


def test_the_database_holds_no_national_number(linked: Workspace, op: Op) -> None:
    with linked.superuser() as boss:
        rows = str(boss.execute("SELECT v::text FROM gate.vouched v").fetchall())
    for secret in (op.person["pid"], op.person["sub"], op.issuer):
        assert secret not in rows
        assert secret.encode().hex() not in rows


def test_where_no_provider_is_set_its_pages_lead_to_the_first(visitor: Visitor) -> None:
    for name in ("login_provider", "login_provider_back", "login_provider_finish"):
        assert visitor.see(name).status_code in (302, 400)
    assert not visitor.is_in()
