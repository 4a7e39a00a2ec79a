# SPDX-License-Identifier: EUPL-1.2
"""Forms about who works on a case and who sees it."""

from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.cases.core.forms import ONLY_KNOWN, ColleagueChoiceForm
from samvern.cases.core.models import Case


class TeamMemberForm(ColleagueChoiceForm):
    """A colleague to work on the case."""

    member_id = fields.SelectField(label=_("Colleague"), choices=[], help_text=ONLY_KNOWN)


class AccessBlockForm(ColleagueChoiceForm):
    """A colleague who may not see the case."""

    sure = fields.OptionalBooleanField(
        label=_("The case is about this colleague or somebody close to her or him"), required=True
    )


class VisibilityForm(Form):
    """Who in the unit sees the case."""

    circle = fields.RadioField(label=_("Who in the house sees it"), choices=Case.Visibility.choices)
