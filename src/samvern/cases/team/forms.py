# SPDX-License-Identifier: EUPL-1.2
"""Forms about who works on a case and who sees it."""

from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.cases.core.forms import ColleagueChoiceForm
from samvern.cases.core.models import Case


class AccessBlockForm(ColleagueChoiceForm):
    """A colleague who never may see the case; there is no way back."""

    sure = fields.OptionalBooleanField(
        label=_("The case is about this colleague or somebody close to her or him"), required=True
    )


class VisibilityForm(Form):
    """Who in the unit sees the case."""

    circle = fields.RadioField(label=_("Who in the house sees it"), choices=Case.Visibility.choices)
