# SPDX-License-Identifier: EUPL-1.2
"""Forms about the people of a case."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.cases.core.form_helpers import add_choices
from samvern.cases.core.models import Case, Person
from samvern.cases.core.people import person_name
from samvern.cases.persons.models import Relation

LONGEST_INITIALS = 20


class PersonAddForm(Form):
    """A further person."""

    role_in_case = fields.RadioField(
        label=_("Who is it?"), choices=[c for c in Person.RoleInCase.choices if c[0] != "main"]
    )
    initials = fields.SingleLineField(
        label=_("Initials or working name"), limit=LONGEST_INITIALS, required=False
    )
    age_seen = fields.RadioField(
        label=_("Age"), choices=Person.AgeSeen.choices, initial=Person.AgeSeen.UNKNOWN
    )


class MainPersonForm(Form):
    """What the main person is called."""

    initials = fields.SingleLineField(
        label=_("Initials or working name"), limit=LONGEST_INITIALS, required=False
    )
    exploited_as_child = fields.YesNoField(
        label=_("Was the person exploited as a child?"),
        help_text=_("Also if she or he is grown up now."),
        required=False,
    )
    version = fields.VersionField()


class PersonForm(MainPersonForm):
    """What a further person is called, and her role."""

    role_in_case = fields.RadioField(
        label=_("Who is it?"), choices=[c for c in Person.RoleInCase.choices if c[0] != "main"]
    )


class AgeDecisionForm(Form):
    """What is taken as her age, and why."""

    age_seen = fields.RadioField(label=_("Age"), choices=Person.AgeSeen.choices)
    ground = fields.MultiLineField(
        label=_("Why"),
        help_text=_("Who decided it, and on what: papers, an age assessment, what was told."),
        limit=1000,
        rows=3,
    )
    version = fields.VersionField()


class RelationForm(Form):
    """How two people belong together."""

    kind = fields.SelectField(label=_("This person"), choices=Relation.Kind.choices)
    other_id = fields.SelectField(label=_("Whom?"), choices=[])

    def __init__(self, *args: Any, others: list[Person], **options: Any) -> None:
        super().__init__(*args, **options)
        names = [(str(person.pk), person_name(person)) for person in others]
        add_choices(self, "other_id", names)


class OwnCaseForm(Form):
    """A case of her own."""

    kind = fields.RadioField(label=_("Case type"), choices=Case.Kind.choices)
