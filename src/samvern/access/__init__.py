# SPDX-License-Identifier: EUPL-1.2
"""Who acts, what she may see, and the trail of what she saw.

PostgreSQL decides what is readable (the policies in ``migrations/sql``, written with
``row_security.py``); this room only tells it who is asking.
"""
