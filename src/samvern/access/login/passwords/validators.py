# SPDX-License-Identifier: EUPL-1.2
"""What a password must be: long, and not among those guessed first. Its signs do not matter."""

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samvern.access.login.names import ADDED_DIGITS
from samvern.access.models import User

SHORTEST, LONGEST = 12, 128
PART = 4
"""Shorter parts of a login name may well be part of a good password."""


class PasswordLengthValidator:
    """At least twelve characters, and few enough that hashing one is no attack."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raises ``ValidationError`` for another length."""
        if len(password) < SHORTEST:
            raise ValidationError(_("Use at least %(n)d characters.") % {"n": SHORTEST})
        if len(password) > LONGEST:
            raise ValidationError(_("Use at most %(n)d characters.") % {"n": LONGEST})

    def get_help_text(self) -> str:
        """What is asked."""
        return _(
            "At least 12 characters. Three or four words that do not belong together are good."
        )


class GuessedPasswordValidator(CommonPasswordValidator):
    """Not among the 20,000 most used, nor one of them said again; the list lies on our side."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raises ``ValidationError`` for a common one."""
        bare = password.lower().strip()
        repeated = any(
            bare == bare[:n] * (len(bare) // n) and (n <= PART or bare[:n] in self.passwords)
            for n in range(1, len(bare) // 2 + 1)
            if len(bare) % n == 0
        )
        stem = bare.rstrip("0123456789!?.*-_#")
        if repeated or bare in self.passwords or stem in self.passwords:
            raise ValidationError(_("This password is among the first that are guessed."))

    def get_help_text(self) -> str:
        """Nothing more to ask."""
        return ""


class LoginInPasswordValidator:
    """Does not contain the login name, or what stands before its @, with or without its digits."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raises ``ValidationError`` when it does."""
        names = {user.login, ADDED_DIGITS.sub("", user.login)} if user else set()
        parts = names | {name.partition("@")[0] for name in names}
        if any(len(part) >= PART and part in password.lower() for part in parts):
            raise ValidationError(_("Do not use your login name in the password."))

    def get_help_text(self) -> str:
        """Nothing more to ask."""
        return ""
