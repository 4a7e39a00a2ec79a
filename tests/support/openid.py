# SPDX-License-Identifier: EUPL-1.2
"""An OpenID provider of ID-porten's shape, on a port of this machine, that can be told to lie.

It is strict where a provider is: pushed requests only, private_key_jwt with a name used once,
PKCE, a code good once. What it says of the person, and how that is signed, a test may change.
"""

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT = "samvern-test"
BITS = 2048
Json = dict[str, Any]
Forge = Callable[["Op", Json], str]
PERSON = {
    "sub": "tR2b9sJYqKk0jT0cJ3v1sA",
    "pid": "17912099997",
    "acr": "idporten-loa-high",
    "amr": ["BankID"],
    "sid": "provider-session-1",
}


class Refusal(Exception):
    """What the provider does not accept."""


@dataclass
class Op:
    """The provider's memory."""

    ours: RSAKey
    """The key of the client, public and private."""
    key: RSAKey = field(default_factory=lambda: new_key("one"))
    issuer: str = ""
    person: Json = field(default_factory=lambda: dict(PERSON))
    forge: Forge = field(default=lambda op, claims: op.sign(claims))
    published: list[Json] | None = None
    """The keys published, if others than the one used."""
    discovery: Json = field(default_factory=dict)
    """What discovery says otherwise."""
    asked: dict[str, Json] = field(default_factory=dict)
    codes: dict[str, Json] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    tokens: int = 0

    def sign(self, claims: Json, **header: Any) -> str:
        """A token as it should be."""
        return jwt.encode({"alg": "RS256", "kid": self.key.kid, **header}, claims, self.key)

    def claims(self, nonce: str) -> Json:
        """What an ID token says."""
        now = int(time.time())
        times = {"iat": now, "exp": now + 120, "auth_time": now}
        return {"iss": self.issuer, "aud": CLIENT, "nonce": nonce, **times, **self.person}

    def configuration(self) -> Json:
        """The discovery document."""
        doors = {
            "authorization_endpoint": "authorize",
            "token_endpoint": "token",
            "jwks_uri": "jwks",
            "pushed_authorization_request_endpoint": "par",
            "end_session_endpoint": "leave",
        }
        listed = {name: f"{self.issuer}/{path}" for name, path in doors.items()}
        return {"issuer": self.issuer, **listed, **self.discovery}

    def jwks(self) -> Json:
        """The public keys."""
        mine = [{**self.key.as_dict(private=False), "use": "sig", "kid": self.key.kid}]
        return {"keys": mine if self.published is None else self.published}

    def par(self, form: Json) -> Json:
        """Take a request in."""
        self._know_client(form)
        wanted = {"response_type": "code", "code_challenge_method": "S256"}
        if any(form.get(name) != value for name, value in wanted.items()):
            raise Refusal("response_type or code_challenge_method")
        if not all(form.get(name) for name in ("state", "nonce", "code_challenge", "redirect_uri")):
            raise Refusal("state, nonce, code_challenge or redirect_uri")
        name = f"urn:ietf:params:oauth:request_uri:{secrets.token_urlsafe(16)}"
        self.asked[name] = form
        return {"request_uri": name, "expires_in": 60}

    def authorize(self, query: Json) -> str:
        """The address the browser goes back to, once the person has shown who she is."""
        asked = self.asked.pop(query["request_uri"])
        code = secrets.token_urlsafe(16)
        self.codes[code] = asked
        words = {"code": code, "state": asked["state"], "iss": self.issuer}
        return f"{asked['redirect_uri']}?{urlencode(words)}"

    def token(self, form: Json) -> Json:
        """Change a code for tokens, once."""
        self._know_client(form)
        asked = self.codes.pop(form.get("code", ""), None)
        if asked is None or asked["redirect_uri"] != form.get("redirect_uri"):
            raise Refusal("code")
        challenge = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        if asked["code_challenge"] != base64.urlsafe_b64encode(challenge).decode().rstrip("="):
            raise Refusal("code_verifier")
        self.tokens += 1
        said = self.forge(self, self.claims(asked["nonce"]))
        return {"access_token": "unused", "token_type": "Bearer", "id_token": said}

    def _know_client(self, form: Json) -> None:
        token = jwt.decode(form.get("client_assertion", ""), self.ours, algorithms=["RS256"])
        claims, now = token.claims, time.time()
        if (claims["iss"], claims["sub"], claims["aud"]) != (CLIENT, CLIENT, self.issuer):
            raise Refusal("client_assertion: parties")
        if not now - 5 <= claims["iat"] <= now + 5 or claims["exp"] - claims["iat"] > 60:
            raise Refusal("client_assertion: times")
        if claims["jti"] in self.names:
            raise Refusal("client_assertion: used before")
        self.names.add(claims["jti"])


class Handler(BaseHTTPRequestHandler):
    """HTTP around it."""

    op: Op

    def do_GET(self) -> None:
        """Discovery, keys, and the person's own visit."""
        parts = urlsplit(self.path)
        if parts.path == "/authorize":
            self.send_response(302)
            self.send_header("Location", self.op.authorize(dict(parse_qsl(parts.query))))
            self.end_headers()
            return
        found = {
            "/.well-known/openid-configuration": self.op.configuration,
            "/jwks": self.op.jwks,
        }.get(parts.path, dict)
        self._say(200, found())

    def do_POST(self) -> None:
        """Pushed requests and tokens."""
        length = int(self.headers["Content-Length"])
        form = dict(parse_qsl(self.rfile.read(length).decode()))
        try:
            self._say(200, {"/par": self.op.par, "/token": self.op.token}[self.path](form))
        except Exception as error:
            self._say(400, {"error": str(error)})

    def _say(self, status: int, content: Json) -> None:
        body = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Nothing."""


def new_key(name: str, bits: int = BITS) -> RSAKey:
    """A key of that name."""
    return RSAKey.generate_key(bits, {"kid": name})


@contextmanager
def running_op(ours: RSAKey, key: RSAKey) -> Iterator[Op]:
    """A provider on a port of its own."""
    op = Op(ours, key)
    handler = type("Bound", (Handler,), {"op": op})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        op.issuer = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        try:
            yield op
        finally:
            server.shutdown()
