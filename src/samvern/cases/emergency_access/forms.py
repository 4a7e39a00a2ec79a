# SPDX-License-Identifier: EUPL-1.2
"""Forms of emergency access."""

from django.utils.translation import gettext_lazy as lazy

from samvern.access import fields
from samvern.access.forms import Form
from samvern.cases.emergency_access import domain
from samvern.cases.emergency_access.choices import EmergencyReason, ReviewOutcome

HOUR_CHOICES = [(str(n), str(n)) for n in (1, 2, domain.HOURS, 8, 12, domain.MOST_HOURS)]


class EmergencyAccessForm(Form):
    """Which case, why, and for how long."""

    reference = fields.SingleLineField(
        label=lazy("Case reference"),
        help_text=lazy("Eight signs, for example AB2C-DE3F. Whoever called you may have it."),
        limit=20,
    )
    ground = fields.RadioField(label=lazy("Why?"), choices=EmergencyReason.choices)
    reason = fields.MultiLineField(
        label=lazy("What has happened?"),
        help_text=lazy("Those who have the case read this. Write no more than they need."),
        limit=domain.LONGEST_REASON,
        min_length=domain.SHORTEST_REASON,
        rows=3,
    )
    hours = fields.SelectField(
        label=lazy("For how many hours?"), choices=HOUR_CHOICES, initial=str(domain.HOURS)
    )


class ReviewForm(Form):
    """What a leader says of it."""

    verdict = fields.RadioField(label=lazy("Your judgement"), choices=ReviewOutcome.choices)
    words = fields.MultiLineField(
        label=lazy("What must be followed up?"),
        help_text=lazy(
            "Needed if something must be followed up. Whoever opened the case is told, and both "
            "leaders and those who have the case read it."
        ),
        limit=domain.LONGEST_REASON,
        rows=3,
        required=False,
    )


class DangerReviewForm(ReviewForm):
    """The same where somebody in the case is in danger now: it is a leader's to decide."""

    lasts = fields.RadioField(
        label=lazy(
            "Somebody in the case is in danger now. If it was not needed, is it to end now?"
        ),
        choices=[
            ("", lazy("Yes, end it now")),
            ("on", lazy("No, let it stay open until its time")),
        ],
        required=False,
    )
