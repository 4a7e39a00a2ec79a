# SPDX-License-Identifier: EUPL-1.2
"""Who acts, what she may see, and the trail of what she saw.

PostgreSQL is the wall (``row_security.py`` and ``migrations/sql``); this room only tells it who is asking.
"""
