# SPDX-License-Identifier: EUPL-1.2
"""Another organisation's system, which listens on this machine and keeps what it is told."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@dataclass
class Listener:
    """Where it listens, what it was told, and what it answers."""

    url: str = ""
    answer: int = 204
    told: list[tuple[dict[str, str], bytes]] = field(default_factory=list)


@contextmanager
def listening() -> Iterator[Listener]:
    """One that listens until the end of the block."""
    listener = Listener()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            headers = {name.lower(): value for name, value in self.headers.items()}
            listener.told.append((headers, self.rfile.read(length)))
            self.send_response(listener.answer)
            self.send_header("Location", "http://127.0.0.1:1/elsewhere")
            self.end_headers()

        def log_message(self, *_values: object) -> None:
            """Silence."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    listener.url = f"http://127.0.0.1:{server.server_port}/told"
    try:
        yield listener
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
