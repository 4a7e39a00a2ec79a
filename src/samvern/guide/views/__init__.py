# SPDX-License-Identifier: EUPL-1.2
"""Views: read the request, call the room, render."""
