# SPDX-License-Identifier: EUPL-1.2
"""A small clamd that answers what a test wants, and Debian's with a signature of our own."""

import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MARKER = b"samvern-marker-of-its-own-tests-" + bytes(range(65, 91)) * 2
"""Long enough to be nowhere else, and harmless: only our signature file knows it."""
SIGNATURE = "Samvern.Test.Marker"
_LONGEST_START = 60.0
_CONF = """
Foreground yes
LocalSocket {folder}/clamd.sock
DatabaseDirectory {folder}/signatures
TemporaryDirectory {folder}
StreamMaxLength 1M
MaxThreads 2
"""


@contextmanager
def answering(answer: bytes, limit: int = 1 << 30) -> Iterator[tuple[str, list[bytes]]]:
    """A clamd that answers so to everything, or at ``limit`` bytes; gives what it received."""
    server = socket.create_server(("127.0.0.1", 0))
    received: list[bytes] = []

    def serve() -> None:
        connection, _ = server.accept()
        with connection, connection.makefile("rb") as stream:
            received.append(stream.read(10))
            taken = 0
            while (size := int.from_bytes(stream.read(4), "big")) and taken < limit:
                received.append(stream.read(size))
                taken += size
            connection.sendall(answer)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield f"127.0.0.1:{server.getsockname()[1]}", received
    finally:
        thread.join()
        server.close()


@contextmanager
def clamd(folder: Path) -> Iterator[str]:
    """Debian's clamd on a socket in a folder, with one signature; gives the socket's path."""
    program = shutil.which("clamd") or "/usr/sbin/clamd"
    (folder / "signatures").mkdir()
    (folder / "signatures/own.ndb").write_text(f"{SIGNATURE}:0:*:{MARKER.hex()}\n")
    conf = folder / "clamd.conf"
    conf.write_text(_CONF.format(folder=folder))
    log = (folder / "log").open("wb")
    process = subprocess.Popen([program, "--config-file", conf], stdout=log, stderr=log)
    try:
        _wait_for(folder / "clamd.sock", process, folder / "log")
        yield str(folder / "clamd.sock")
    finally:
        process.terminate()
        process.wait(20)
        log.close()


def _wait_for(path: Path, process: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + _LONGEST_START
    while not path.exists():
        assert process.poll() is None and time.monotonic() < until, log.read_text()
        time.sleep(0.05)
