# SPDX-License-Identifier: EUPL-1.2
"""Counting a no, without the person: nothing can be written in words."""

from django.utils.translation import gettext_lazy as lazy

from samvern.access import fields
from samvern.access.forms import Form
from samvern.referrals.external.declined.choices import (
    AGES,
    FORMS,
    OFFERED,
    REASONS,
    REGIONS,
    SEXES,
)


class DeclinedForm(Form):
    """What is counted."""

    region = fields.SelectField(label=lazy("Part of the country"), choices=REGIONS.items())
    form = fields.RadioField(label=lazy("Form of exploitation"), choices=FORMS.items())
    age = fields.RadioField(label=lazy("Age"), choices=AGES.items())
    sex = fields.RadioField(label=lazy("Sex"), choices=SEXES.items())
    offered = fields.CheckboxesField(
        label=lazy("Help that was offered"), choices=OFFERED.items(), required=False
    )
    reason = fields.RadioField(label=lazy("Why they said no"), choices=REASONS.items())
