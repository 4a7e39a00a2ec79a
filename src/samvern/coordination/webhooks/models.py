# SPDX-License-Identifier: EUPL-1.2
"""Addresses that are told, and each delivery."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.access.models.sealed import SealedData
from samvern.access.workflow import StatefulModel, TransitionRecord


class Webhook(StatefulModel):
    """An address of an organisation's own system. Its secret is sealed with the server's key."""

    url = models.URLField(max_length=400)
    events = ArrayField(models.CharField(max_length=24))
    secret_sealed = SealedData(_("Secret"), None, None)
    former_sealed = SealedData(_("Former secret"), None, None, null=True)
    """The secret before this one, which signs too until it is taken away."""
    failures = models.PositiveIntegerField(default=0)
    """Tellings given up since the last that arrived."""

    class Meta:
        db_table = "coordination_hook"
        ordering = ("created_at",)

    def __str__(self) -> str:
        return str(self.pk)


class WebhookStep(TransitionRecord):
    """What happened to a webhook."""

    of = models.ForeignKey(Webhook, models.PROTECT, related_name="steps")

    class Meta:
        db_table = "coordination_hookstep"

    def __str__(self) -> str:
        return f"{self.of_id}: {self.move}"


class WebhookDelivery(StatefulModel):
    """One delivery to one address. It knows what set it off only so that it is told once."""

    hook = models.ForeignKey(Webhook, models.PROTECT, related_name="deliveries")
    event = models.CharField(max_length=24)
    about_id = models.UUIDField()
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField()
    """When it is to be tried next."""

    class Meta:
        db_table = "coordination_delivery"
        ordering = ("-created_at",)
        indexes = [
            models.Index(
                fields=["organisation", "due_at"],
                name="delivery_due",
                condition=models.Q(state__in=("queued", "failed")),
            )
        ]
        constraints = [models.UniqueConstraint(fields=["hook", "about_id"], name="delivery_once")]

    def __str__(self) -> str:
        return f"{self.event} to {self.hook_id}"


class WebhookDeliveryStep(TransitionRecord):
    """One try, or one decision about it."""

    of = models.ForeignKey(WebhookDelivery, models.PROTECT, related_name="steps")
    answer = models.PositiveSmallIntegerField(null=True)
    """The status the other system answered with, if it answered."""

    class Meta:
        db_table = "coordination_deliverystep"

    def __str__(self) -> str:
        return f"{self.of_id}: {self.move}"
