# SPDX-License-Identifier: EUPL-1.2
"""Logging that cannot repeat what a visitor answered.

Django's own records carry the request, and with it query string, body and cookies. The filter lets
through a path without its query, a status and the type and place of an error, never its message.
"""

import logging
import re
import traceback
from typing import Any

SECRET = re.compile(r"[A-Za-z0-9_-]{40,}")
"""Longer than any id: the key to something."""


class AnswerFilter(logging.Filter):
    """Strip a record of everything a visitor may have written."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record in place; always lets it through."""
        request: Any = record.__dict__.pop("request", None)
        path = f" {request.method} {_without_secrets(request.path)}" if request is not None else ""
        status = record.__dict__.pop("status_code", "")
        if request is not None or record.exc_info:
            record.msg, record.args = f"{record.levelname.lower()} {status}{path}".strip(), ()
        if record.exc_info:
            record.msg += f": {_place(record.exc_info)}"
            record.exc_info = record.exc_text = None
        return True


def _without_secrets(path: str) -> str:
    """An invitation or a calendar is opened by a long secret in its address."""
    return SECRET.sub("…", path)


def _place(exc_info: Any) -> str:
    """The type of an error and the lines it passed, without its message or any value."""
    kind, _, trace = exc_info
    lines = [f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(trace)]
    return f"{kind.__name__} at " + " > ".join(lines[-6:]) if kind else "unknown error"


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_answers": {"()": AnswerFilter}},
    "formatters": {"line": {"format": "{asctime} {name} {message}", "style": "{"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "filters": ["without_answers"],
            "formatter": "line",
        }
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    # Django's own handler would mail or print whole requests.
    "loggers": {"django": {"handlers": ["console"], "level": "WARNING", "propagate": False}},
}
