# SPDX-License-Identifier: EUPL-1.2
"""Conferences and the board for API clients of an organisation: times, answers and lines, and no
word of what was said.
"""

from ninja import Router

router = Router(tags=["together"])
