# SPDX-License-Identifier: EUPL-1.2
"""Asking ClamAV's daemon about a file: INSTREAM of clamd(8), over a socket or TCP.

The file never touches a disk on the way. A daemon that does not answer leaves the file where it
is, in quarantine.
"""

from __future__ import annotations

import socket
from dataclasses import dataclass

_CHUNK = 2**16
_LONGEST_ANSWER = 4096


class ScannerError(Exception):
    """The scanner gave no verdict; the file stays in quarantine."""


@dataclass(frozen=True, slots=True)
class ScanResult:
    """What the scanner found; ``signature`` is empty when it found nothing."""

    signature: str

    @property
    def clean(self) -> bool:
        """Whether nothing was found."""
        return not self.signature


def scan_file(content: bytes, address: str, *, seconds: float = 60.0) -> ScanResult:
    """What the daemon at ``address`` (a socket's path, or host:port) says of a file.

    Raises:
        ScannerError: it does not answer, the file is larger than it takes, or it failed.
    """
    try:
        with _connect(address, seconds) as connection:
            answer = _ask(connection, content)
    except (OSError, ValueError) as error:
        raise ScannerError(f"clamd at {address} does not answer: {error}") from error
    found = answer.removeprefix("stream: ")
    if found == "OK":
        return ScanResult("")
    if found.endswith(" FOUND"):
        return ScanResult(found.removesuffix(" FOUND"))
    raise ScannerError(f"clamd at {address} failed: {answer or 'no answer'}")


def _connect(address: str, seconds: float) -> socket.socket:
    if address.startswith("/"):
        connection = socket.socket(socket.AF_UNIX)
        connection.settimeout(seconds)
        connection.connect(address)
        return connection
    host, _, port = address.rpartition(":")
    return socket.create_connection((host.strip("[]"), int(port)), seconds)


def _ask(connection: socket.socket, content: bytes) -> str:
    try:
        connection.sendall(b"zINSTREAM\0")
        for place in range(0, len(content), _CHUNK):
            chunk = content[place : place + _CHUNK]
            connection.sendall(len(chunk).to_bytes(4, "big") + chunk)
        connection.sendall(bytes(4))
    except (BrokenPipeError, ConnectionResetError):
        pass  # it stopped listening, as it does at its size limit; its answer says why
    answer = b""
    while not answer.endswith(b"\0") and len(answer) < _LONGEST_ANSWER:
        if not (more := connection.recv(_LONGEST_ANSWER)):
            break
        answer += more
    return answer.rstrip(b"\0").decode("utf-8", "replace").strip()
