# SPDX-License-Identifier: EUPL-1.2
"""The table of published packs."""

from django.db import models


class Publication(models.Model):
    """One version of a pack, as its files were. Added by the database's owner, never changed."""

    hash = models.CharField(max_length=64, primary_key=True)
    """SHA-256 of what the pack says, as results name it."""
    pack = models.SlugField()
    version = models.CharField(max_length=40)
    files = models.JSONField()
    """``{folder: {path: text}}`` of the pack and of the packs it extends."""
    published_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("pack", "published_at")

    def __str__(self) -> str:
        return f"{self.pack} {self.version} ({self.hash[:12]})"
