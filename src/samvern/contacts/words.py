# SPDX-License-Identifier: EUPL-1.2
"""What the room's notices, and the acts in its trail, are called."""

from typing import Any

NOTICES: dict[str, tuple[Any, str]] = {}
"""Text, and the page where it is dealt with, by the notice's kind."""
LOOKS: dict[str, Any] = {}
"""Acts that were looks or lists."""
ACTS: dict[str, Any] = {}
"""Acts of a case's timeline."""
