# SPDX-License-Identifier: EUPL-1.2
"""What a visitor wrote never reaches a log."""

import logging

import pytest
from django.test import RequestFactory

from samvern.web.logs import AnswerFilter

SECRET = "hun-er-redd"


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


def test_method_path_status_and_place_are_kept(record: logging.LogRecord) -> None:
    AnswerFilter().filter(record)
    text = logging.Formatter("%(message)s").format(record)
    assert text.startswith("error 500 POST /nb/guide: ValueError at ")
    assert "test_logs.py:" in text


def test_answers_are_not(record: logging.LogRecord) -> None:
    AnswerFilter().filter(record)
    assert SECRET not in logging.Formatter("%(message)s").format(record)
    assert not hasattr(record, "request")
