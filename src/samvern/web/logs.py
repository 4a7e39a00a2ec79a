# SPDX-License-Identifier: EUPL-1.2
"""Logging that cannot repeat what a visitor answered.

Django's own records carry the request, and with it query string, body and cookies. The filter lets
through a status, the pattern of the address (never the address itself) and the type and place of an
error, never its message. The server's own lines say no more.
"""

import logging
import traceback
from typing import Any


class AnswerFilter(logging.Filter):
    """Strip a record of everything a visitor may have written."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record in place; always lets it through."""
        request: Any = record.__dict__.pop("request", None)
        path = f" {request.method}{_pattern(request)}" if request is not None else ""
        status = record.__dict__.pop("status_code", "")
        if request is not None or record.exc_info:
            record.msg, record.args = f"{record.levelname.lower()} {status}{path}".strip(), ()
        if record.exc_info:
            record.msg += f": {place_of(record.exc_info)}"
            record.exc_info = record.exc_text = None
        return True


def _pattern(request: Any) -> str:
    """The pattern of the page that was asked for; nothing where there is no such page."""
    match = getattr(request, "resolver_match", None)
    return f" /{match.route}" if match else ""


def place_of(exc_info: Any) -> str:
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
