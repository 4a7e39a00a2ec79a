# SPDX-License-Identifier: EUPL-1.2
"""What a visitor wrote never reaches a log."""

import logging
import socket
import subprocess
from pathlib import Path

import pytest
from django.test import RequestFactory

from samvern.web.logs import AnswerFilter
from samvern.web.running.listen import HOST, listen
from samvern.web.running.web_server import gunicorn_command

SECRET = "hun-er-redd"
FAILING = Path(__file__).parents[1] / "data/failing"


@pytest.fixture
def record() -> logging.LogRecord:
    request = RequestFactory().post(f"/nb/guide?seen={SECRET}", {"heard": SECRET})
    request.COOKIES["state"] = SECRET
    try:
        raise ValueError(f"cannot read {SECRET}")
    except ValueError as error:
        trace = (ValueError, error, error.__traceback__)
        text = f"failed {SECRET}"
        made = logging.LogRecord("django.request", logging.ERROR, __file__, 1, text, (), trace)
    made.request = request
    made.status_code = 500
    return made


def test_method_status_and_place_are_kept(record: logging.LogRecord) -> None:
    AnswerFilter().filter(record)
    text = logging.Formatter("%(message)s").format(record)
    assert text.startswith("error 500 POST: ValueError at ")
    assert "test_logs.py:" in text


def test_the_server_s_own_lines_repeat_no_address_and_no_header() -> None:
    """gunicorn served over a socket: a request that cannot be read, and one that fails."""
    answer, told = served(
        f"GET /{SECRET} HTTP/1.1\r\nHost: a\r\n{SECRET} x: 1\r\n\r\n",
        f"GET /{SECRET} HTTP/1.1\r\nHost: a\r\nX-Said: {SECRET}\r\n\r\n",
    )
    assert answer == [b"HTTP/1.1 400", b"HTTP/1.1 500"]
    assert ("a request could not be read: Invalid" in told, "a request failed: " in told) == (
        True, True,
    )  # fmt: skip
    assert SECRET not in told


def served(*requests: str) -> tuple[list[bytes], str]:
    """The beginning of each answer of an application that fails, and what the server logged."""
    with listen(0) as listener:
        command = gunicorn_command(f"fd://{listener.fileno()}")
        application = command.index("samvern.web.wsgi:application")
        command[application : application + 1] = ["--chdir", FAILING.as_posix(), "failing:fails"]
        started = subprocess.Popen(
            command, pass_fds=[listener.fileno()], stderr=subprocess.PIPE, text=True
        )
        try:
            answers = [asked(listener.getsockname()[1], text) for text in requests]
        finally:
            started.terminate()
            told = started.communicate(timeout=20)[1]
    return answers, told


def asked(port: int, text: str) -> bytes:
    with socket.create_connection((HOST, port), timeout=20) as connection:
        connection.sendall(text.encode())
        return connection.recv(12)


def test_answers_are_not(record: logging.LogRecord) -> None:
    AnswerFilter().filter(record)
    assert SECRET not in logging.Formatter("%(message)s").format(record)
    assert not hasattr(record, "request")
