# SPDX-License-Identifier: EUPL-1.2
"""Forms of retention: saying yes and no to an erasure."""

import re

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.access.models.sealed import form_field
from samvern.cases.retention.models import ErasureProposal

LONGEST_RECEIPT = RegexValidator(
    re.compile(r"^[0-9A-Za-z][0-9A-Za-z ./-]{0,59}\Z"),
    _("Write the archive’s number with letters, digits, spaces, dots, dashes and slashes only."),
)


class ErasureConfirmForm(Form):
    """Yes."""

    sure = fields.OptionalBooleanField(
        label=_("I have looked at the case and know that it cannot be brought back."), required=True
    )


class ArchiveReceiptForm(ErasureConfirmForm):
    """Yes, and the archive has it."""

    receipt = fields.SingleLineField(
        label=_("The archive’s number for what it received"), limit=60, validators=[LONGEST_RECEIPT]
    )
    field_order = ("receipt", "sure")


class ErasureRejectForm(Form):
    """No."""

    reason = form_field(ErasureProposal, "words", required=True)


class ErasureRequestForm(Form):
    """Proposing a case because the person asked."""

    sure = fields.OptionalBooleanField(
        label=_(
            "The person has asked for it or withdrawn the consent the case rests on, and there"
            " is no other basis for keeping it."
        ),
        required=True,
    )
