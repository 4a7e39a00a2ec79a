# SPDX-License-Identifier: EUPL-1.2
"""What tables have in common."""

import uuid

from django.db import models


class BaseModel(models.Model):
    """A row with a random key: a number would tell how many there are, and be guessed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True


class VersionedModel(models.Model):
    """A row that is changed in place, with the version that optimistic locking compares."""

    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True


def stored_name(model: "type[models.Model] | models.Model") -> str:
    """What a model is called in what is stored (seals, the trail): its table without the room.

    The class may get a better name later; what was sealed under this one must still open.
    """
    return model._meta.db_table.partition("_")[2]
