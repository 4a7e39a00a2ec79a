# SPDX-License-Identifier: EUPL-1.2
"""Short lists of a notification of concern: how it was made, and how the child was heard."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ChildHeard(TextChoices):
    """How the child was heard."""

    ALONE = "alone", _("Talked with the child alone")
    INTERPRETER = "interpreter", _("Talked with the child, with an interpreter")
    TRUSTED = "trusted", _("Together with somebody the child trusts")
    WROTE = "wrote", _("The child wrote or drew")
    NOT_YET = "not_yet", _("Not yet: the notification could not wait")
    NOT = "not", _("Not heard, for another reason")


class GuardiansTold(TextChoices):
    """Whether guardians were told, or why not."""

    TOLD = "told", _("They were told")
    DANGER = "danger", _("No: it could put the child in danger")
    SUSPECTED = "suspected", _("No: somebody at home may be behind it")
    UNKNOWN = "unknown", _("No: nobody knows who they are")
    LEFT = "left", _("No: child welfare or the police decide when")


class ReportMethod(TextChoices):
    """How child welfare was notified."""

    PHONE = "phone", _("By telephone")
    WRITTEN = "written", _("In writing")
    REFERRAL = "referral", _("By a referral in Samvern")
