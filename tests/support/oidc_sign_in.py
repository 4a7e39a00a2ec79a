# SPDX-License-Identifier: EUPL-1.2
"""The way to a provider of identity and back, as a browser goes it."""

import time
import urllib.error
import urllib.request
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from joserfc import jwt

from samvern.access.login.oidc.provider import _NoRedirect
from samvern.access.login.oidc.tokens import LOGOUT
from support.door import Visitor
from support.openid import CLIENT, Op


def there(visitor: Visitor, purpose: str = "enter", **more: str) -> str:
    """To the provider, and the address it sends the browser back to."""
    sent = visitor.get(visitor.address("login_provider"), {"purpose": purpose, **more})
    assert sent.status_code == 302, sent.content
    opener = urllib.request.build_opener(_NoRedirect)
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
