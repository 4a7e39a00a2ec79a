# SPDX-License-Identifier: EUPL-1.2
"""Counting a no, without the person: nothing can be written in words."""

from django.utils.translation import gettext_lazy as lazy

from samvern.access import fields
from samvern.access.forms import Form
from samvern.referrals.external.declined import choices as unnamed_lists


class DeclinedForm(Form):
    """What is counted."""

    region = fields.SelectField(
        label=lazy("Part of the country"), choices=unnamed_lists.REGIONS.items()
    )
    form = fields.RadioField(
        label=lazy("Form of exploitation"), choices=unnamed_lists.FORMS.items()
    )
    age = fields.RadioField(label=lazy("Age"), choices=unnamed_lists.AGES.items())
    sex = fields.RadioField(label=lazy("Sex"), choices=unnamed_lists.SEXES.items())
    offered = fields.CheckboxesField(
        label=lazy("Help that was offered"), choices=unnamed_lists.OFFERED.items(), required=False
    )
    reason = fields.RadioField(
        label=lazy("Why they said no"), choices=unnamed_lists.REASONS.items()
    )
