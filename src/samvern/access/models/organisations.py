# SPDX-License-Identifier: EUPL-1.2
"""Organisations, their units, and the people who act for them."""

import uuid
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from samvern.access.models.base import BaseModel
from samvern.access.roles import CASEWORK, Role


class Organisation(BaseModel):
    """A body that keeps cases. It owns its records; others see what it shares."""

    name = models.CharField(max_length=120)
    kind = models.SlugField(max_length=40)
    """The kind in the pack's directory, such as ``police`` or ``crisis_centre``."""
    actor_code = models.SlugField(max_length=60, blank=True)
    """The actor of the pack this organisation is, if it is one."""
    region = models.CharField(max_length=60, blank=True)
    active = models.BooleanField(default=True)
    synthetic = models.BooleanField(default=False)
    """Made for demonstration; production does not start where one is present."""

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class Unit(BaseModel):
    """A part of an organisation that shares work and has a leader."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="units")
    name = models.CharField(max_length=120)
    phone = models.CharField(max_length=40, blank=True, default="", db_default="")
    """Where somebody answers for the unit, for those who have no number of their own."""

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class UserManager(BaseUserManager["User"]):
    """Finds users by their login name, in small letters."""

    def get_by_natural_key(self, username: str | None) -> "User":
        """The user with a login name, however it was capitalised."""
        return self.get(login=(username or "").strip().lower())


class User(AbstractBaseUser):
    """A person who signs in. What she may do follows from her memberships."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    login = models.CharField(max_length=150, unique=True)
    is_active = models.BooleanField(default=True)
    synthetic = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "login"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = UserManager()

    def __str__(self) -> str:
        return self.login


def waits_for_leader(to: str = "") -> models.Q:
    """Whose membership for casework no leader has confirmed; ``to`` leads to the membership.

    Nothing of the work goes to her until then, inside the system or by e-mail.
    """
    return models.Q(**{f"{to}role__in": CASEWORK, f"{to}confirmed_at": None})


class Member(BaseModel):
    """A person acting for an organisation in one role, for a period."""

    user = models.ForeignKey(User, models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="members")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="members")
    role = models.CharField(max_length=20, choices=Role)
    name = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True, default="", db_default="")
    """Her number at work, as she wrote it; those she works with on a case see it."""
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    """The end of the membership: from then on the next statement sees nothing."""
    confirmed_at = models.DateTimeField(null=True, blank=True)
    """When a leader said yes. Until then work with cases, or a program, opens nothing."""
    confirmed_by = models.ForeignKey("self", models.PROTECT, related_name="+", null=True)
    asked_by = models.ForeignKey("self", models.PROTECT, related_name="+", null=True)
    """The administrator who asked for it, or for the last change: she cannot confirm it."""
    renewed_at = models.DateTimeField(null=True, blank=True)
    """When a new way to sign in was used that no leader has confirmed yet."""

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name
