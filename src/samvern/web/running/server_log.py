# SPDX-License-Identifier: EUPL-1.2
"""The log of the server itself, without what a visitor sent."""

import sys
from typing import Any

from gunicorn.glogging import Logger

from samvern.web.logs import place_of


class ServerLogger(Logger):  # type: ignore[misc]
    """gunicorn's log, whose lines about requests carry their address and headers."""

    def exception(self, msg: Any, *args: Any, **kwargs: Any) -> None:
        """Say the type and place of an error alone."""
        self.error_log.error("a request failed: %s", place_of(sys.exc_info()))

    def warning(self, msg: Any, *args: Any, **kwargs: Any) -> None:
        """Say of a request that cannot be read no more than what kind of fault it has."""
        if kind := sys.exc_info()[0]:
            self.error_log.warning("a request could not be read: %s", kind.__name__)
        else:
            super().warning(msg, *args, **kwargs)
