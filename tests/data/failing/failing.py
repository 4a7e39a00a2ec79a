# SPDX-License-Identifier: EUPL-1.2
"""An application that fails with what it was asked, as a careless one may."""

from typing import Any


def fails(environ: dict[str, Any], start_response: Any) -> list[bytes]:
    """Raise."""
    raise ValueError(environ["PATH_INFO"], environ.get("HTTP_X_SAID"))
