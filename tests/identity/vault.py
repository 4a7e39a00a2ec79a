# SPDX-License-Identifier: EUPL-1.2
"""A small Vault: the three transit calls that are used, as its documentation describes them."""

import base64
import hmac
import json
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

TOKEN = "s.token-of-a-test"


class Transit:
    """One key with versions, and one for HMAC that has had two."""

    def __init__(self) -> None:
        self.versions = [AESGCM.generate_key(256)]
        self.index_versions = [secrets.token_bytes(32), secrets.token_bytes(32)]
        self.seen: list[str] = []

    def answer(self, path: str, body: dict[str, Any]) -> dict[str, Any] | None:
        """The ``data`` of an answer, None for what Vault refuses."""
        self.seen.append(path)
        match path.split("/"):
            case ["", "v1", "transit", "keys", "samvern"]:
                return {"latest_version": len(self.versions)}
            case ["", "v1", "transit", "encrypt", "samvern"]:
                return {"ciphertext": self._encrypt(base64.b64decode(body["plaintext"]))}
            case ["", "v1", "transit", "decrypt", "samvern"]:
                return self._decrypt(body["ciphertext"])
            case ["", "v1", "transit", "hmac", "samvern-index", "sha2-256"]:
                key = self.index_versions[body.get("key_version", 2) - 1]
                code = hmac.digest(key, base64.b64decode(body["input"]), "sha256")
                return {"hmac": f"vault:v1:{base64.b64encode(code).decode()}"}
        return None

    def _encrypt(self, plain: bytes) -> str:
        nonce = secrets.token_bytes(12)
        sealed = nonce + AESGCM(self.versions[-1]).encrypt(nonce, plain, None)
        return f"vault:v{len(self.versions)}:{base64.b64encode(sealed).decode()}"

    def _decrypt(self, text: str) -> dict[str, Any] | None:
        _, version, data = text.split(":")
        raw = base64.b64decode(data)
        try:
            plain = AESGCM(self.versions[int(version[1:]) - 1]).decrypt(raw[:12], raw[12:], None)
        except InvalidTag:
            return None
        return {"plaintext": base64.b64encode(plain).decode()}


@contextmanager
def running(transit: Transit) -> Iterator[str]:
    """Serve on a free port; gives the address of the key."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer({})

        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            self._answer(json.loads(self.rfile.read(length)))

        def _answer(self, body: dict[str, Any]) -> None:
            allowed = self.headers["X-Vault-Token"] == TOKEN
            data = transit.answer(self.path, body) if allowed else None
            content = json.dumps({"data": data} if data else {"errors": ["refused"]}).encode()
            self.send_response(200 if data else 403 if not allowed else 400)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: Any) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/transit/samvern"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
