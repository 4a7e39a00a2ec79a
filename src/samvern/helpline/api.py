# SPDX-License-Identifier: EUPL-1.2
"""The helpline and the desks for API clients of an organisation.

What was said in a contact goes in and never out again; counts come with the small ones hidden.
"""

from uuid import UUID

from ninja import Router, Schema

router = Router(tags=["contacts"])


class Made(Schema):
    """What was made."""

    id: UUID
