# SPDX-License-Identifier: EUPL-1.2
"""How a person may be reached."""

from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.helpline.safe_contact.domain import ContactSafety


class ContactRuleForm(Form):
    """Asked of the person, and read before anybody rings or writes."""

    way = fields.RadioField(label=_("What is safe?"), choices=ContactSafety.choices)
    channel = fields.SingleLineField(
        label=_("Where"), help_text=_("For example Signal, or a helper’s phone."), required=False,
        limit=120,
    )  # fmt: skip
    times = fields.SingleLineField(
        label=_("When"), help_text=_("For example Tuesdays 10–12."), required=False, limit=120
    )
    avoid = fields.SingleLineField(
        label=_("What must not be said or show"),
        help_text=_("Words, senders, names of services."),
        required=False,
        limit=200,
    )
    code_word = fields.SingleLineField(
        label=_("Code word"),
        help_text=_("So that the person knows it is us, and we that it is the person."),
        required=False,
        limit=60,
    )
    version = fields.VersionField(required=False)
