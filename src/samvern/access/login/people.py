# SPDX-License-Identifier: EUPL-1.2
"""Who may sign in at all."""

from django.conf import settings
from django.db.models import QuerySet

from samvern.access.models import User


def people() -> "QuerySet[User]":
    """Those who may sign in, of the rows the database shows; in production nobody made up."""
    active = User.objects.filter(is_active=True)
    return active.filter(synthetic=False) if settings.PRODUCTION else active
