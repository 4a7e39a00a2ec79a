# SPDX-License-Identifier: EUPL-1.2
"""Who may sign in at all."""

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.models import QuerySet

from samvern.access.models import User


def people() -> "QuerySet[User]":
    """Those who may sign in, of the rows the database shows; in production nobody made up."""
    active = User.objects.filter(is_active=True)
    return active.filter(synthetic=False) if settings.PRODUCTION else active


def has_made_up_people() -> bool:
    """Whether the database holds people or organisations of a demonstration.

    False where it does not answer or has no tables yet: then nobody signs in either.
    """
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT gate.has_synthetic()")
            return bool(cursor.fetchone()[0])
    except DatabaseError:
        return False
