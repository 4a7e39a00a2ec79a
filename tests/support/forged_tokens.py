# SPDX-License-Identifier: EUPL-1.2
"""Tokens that are nearly right: each breaks one rule, and none may be believed."""

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Callable
from typing import Any

from joserfc import jwt
from joserfc.jwk import ECKey, RSAKey

from support.openid import CLIENT, Json, Op, new_key

Forgery = Callable[[Op, Json], str]
ABSENT = object()
STRANGER = new_key("one")
"""A key of the name of the provider's, which it is not."""
CURVE = ECKey.generate_key("P-256", {"kid": "one"})


def b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def saying(**changes: Any) -> Forgery:
    """Rightly signed, with other claims."""

    def make(op: Op, claims: Json) -> str:
        said = {**claims, **{k: v(op) if callable(v) else v for k, v in changes.items()}}
        return op.sign({name: value for name, value in said.items() if value is not ABSENT})

    return make


def at(seconds: float) -> Callable[[Op], int]:
    return lambda op: int(time.time() + seconds)


def under(**header: Any) -> Forgery:
    """Rightly signed, with another header."""

    def make(op: Op, claims: Json) -> str:
        return by_hand(op.key, {"alg": "RS256", "kid": "one", "typ": "JWT", **header}, claims)

    return make


def by_hand(key: RSAKey, header: Json, claims: Any) -> str:
    """A token signed with RS256 whatever its header says."""
    from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
    from cryptography.hazmat.primitives.hashes import SHA256

    header = {name: value for name, value in header.items() if value is not ABSENT}
    text = f"{b64(json.dumps(header).encode())}.{b64(json.dumps(claims).encode())}"
    private: Any = key.private_key
    return f"{text}.{b64(private.sign(text.encode(), PKCS1v15(), SHA256()))}"


def signed_by(key: Any, alg: str, **header: Any) -> Forgery:
    """Signed with another key, or in another way."""

    def make(op: Op, claims: Json) -> str:
        return jwt.encode({"alg": alg, "kid": "one", **header}, claims, key, algorithms=[alg])

    return make


def by_secret(secret: Callable[[Op], bytes]) -> Forgery:
    """HMAC with something everybody knows."""

    def make(op: Op, claims: Json) -> str:
        head = {"alg": "HS256", "kid": "one", "typ": "JWT"}
        text = f"{b64(json.dumps(head).encode())}.{b64(json.dumps(claims).encode())}"
        return f"{text}.{b64(hmac.digest(secret(op), text.encode(), hashlib.sha256))}"

    return make


def with_key(alg: str) -> Forgery:
    return lambda op, claims: jwt.encode(
        {"alg": alg, "kid": "one"}, claims, op.key, algorithms=[alg]
    )


def unsigned(alg: str) -> Forgery:
    def make(op: Op, claims: Json) -> str:
        head = {"alg": alg, "kid": "one", "typ": "JWT"}
        return f"{b64(json.dumps(head).encode())}.{b64(json.dumps(claims).encode())}."

    return make


def changed(place: int, how: Callable[[str], str]) -> Forgery:
    """Rightly signed, then one part changed."""

    def make(op: Op, claims: Json) -> str:
        parts = op.sign(claims).split(".")
        parts[place] = how(parts[place])
        return ".".join(parts)

    return make


def raised(part: str) -> str:
    claims = json.loads(base64.urlsafe_b64decode(part + "=="))
    return b64(json.dumps({**claims, "pid": "01010112345"}).encode())


FORGERIES: dict[str, Forgery] = {
    "issuer: another": saying(iss="https://evil.example"),
    "issuer: none": saying(iss=ABSENT),
    "issuer: with a slash more": saying(iss=lambda op: op.issuer + "/"),
    "issuer: a list": saying(iss=lambda op: [op.issuer]),
    "audience: another": saying(aud="somebody-else"),
    "audience: none": saying(aud=ABSENT),
    "audience: nobody": saying(aud=[]),
    "audience: us and another": saying(aud=[CLIENT, "somebody-else"]),
    "audience: nearly us": saying(aud=CLIENT + " "),
    "authorised party: another": saying(azp="somebody-else"),
    "authorised party: null": saying(azp=None),
    "expiry: past": saying(exp=at(-60)),
    "expiry: none": saying(exp=ABSENT),
    "expiry: in letters": saying(exp="9999999999"),
    "expiry: true": saying(exp=True),
    "expiry: in ten years": saying(exp=at(10 * 365 * 86400)),
    "expiry: infinite": saying(exp=float("inf")),
    "issued: none": saying(iat=ABSENT),
    "issued: in an hour": saying(iat=at(3600), exp=at(3700)),
    "issued: yesterday": saying(iat=at(-86400)),
    "issued: in letters": saying(iat="now"),
    "not before: in an hour": saying(nbf=at(3600)),
    "nonce: none": saying(nonce=ABSENT),
    "nonce: another": saying(nonce="another"),
    "nonce: empty": saying(nonce=""),
    "nonce: null": saying(nonce=None),
    "nonce: a list": saying(nonce=["a"]),
    "level: none": saying(acr=ABSENT),
    "level: low": saying(acr="idporten-loa-low"),
    "level: unknown": saying(acr="idporten-loa-highest"),
    "level: a list": saying(acr=["idporten-loa-high"]),
    "level: null": saying(acr=None),
    "authenticated: not said": saying(auth_time=ABSENT),
    "authenticated: an hour ago": saying(auth_time=at(-3600)),
    "authenticated: in an hour": saying(auth_time=at(3600)),
    "authenticated: in letters": saying(auth_time="now"),
    "methods: a word": saying(amr="BankID"),
    "methods: numbers": saying(amr=[1]),
    "person: none": saying(pid=ABSENT),
    "person: empty": saying(pid=""),
    "person: a number": saying(pid=17912099997),
    "person: endless": saying(pid="1" * 256),
    "subject: none": saying(sub=ABSENT),
    "key: a stranger's of the same name": signed_by(STRANGER, "RS256"),
    "key: of no name": under(kid=ABSENT),
    "key: of an unknown name": under(kid="two"),
    "key: named by a number": under(kid=1),
    "key: brought along": signed_by(STRANGER, "RS256", jwk=STRANGER.as_dict(private=False)),
    "key: to be fetched elsewhere": under(jku="https://evil.example/jwks"),
    "key: certificate elsewhere": under(x5u="https://evil.example/x"),
    "header: critical": under(crit=["exp"], exp=1),
    "header: payload not encoded": under(b64=False, crit=["b64"]),
    "header: a logout token": under(typ="logout+jwt"),
    "header: an access token": under(typ="at+jwt"),
    "algorithm: none": unsigned("none"),
    "algorithm: None": unsigned("None"),
    "algorithm: RS256 without a signature": unsigned("RS256"),
    "algorithm: HMAC with the public key": by_secret(lambda op: op.key.as_pem(private=False)),
    "algorithm: HMAC with our name": by_secret(lambda op: CLIENT.encode()),
    "algorithm: HMAC with nothing": by_secret(lambda op: b""),
    "algorithm: RS512": with_key("RS512"),
    "algorithm: PS256": with_key("PS256"),
    "algorithm: ES256": signed_by(CURVE, "ES256"),
    "algorithm: says RS512, is RS256": under(alg="RS512"),
    "changed: the person": changed(1, raised),
    "changed: the signature": changed(2, lambda part: part[:-8] + "AAAAAAAA"),
    "changed: no signature": changed(2, lambda part: ""),
    "changed: the header": changed(0, lambda part: b64(b'{"alg":"none"}')),
    "form: five parts": lambda op, claims: op.sign(claims) + ".a.b",
    "form: two parts": lambda op, claims: op.sign(claims).rpartition(".")[0],
    "form: a list of claims": lambda op, claims: by_hand(
        op.key, {"alg": "RS256", "kid": "one"}, [claims]
    ),
    "form: no token": lambda op, claims: "",
    "form: not ASCII": lambda op, claims: "æ.ø.å",
    "form: endless": lambda op, claims: op.sign({**claims, "more": "a" * 20_000}),
    "form: deep": lambda op, claims: f"{b64(b'[' * 5000)}.{b64(b'{}')}.aaaa",
    "form: JSON": lambda op, claims: json.dumps(claims),
}
