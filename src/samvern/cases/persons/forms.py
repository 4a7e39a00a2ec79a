# SPDX-License-Identifier: EUPL-1.2
"""Forms about the people of a case."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.access.models.sealed import form_field, shown_form_fields
from samvern.cases.core.form_helpers import add_choices
from samvern.cases.core.models import Case, Person
from samvern.cases.core.selectors import person_name
from samvern.cases.persons.models import Relation


class PersonAddForm(Form):
    """A further person."""

    role_in_case = fields.RadioField(
        label=_("Who is it?"), choices=[c for c in Person.RoleInCase.choices if c[0] != "main"]
    )
    initials = form_field(Person, "initials")
    age_seen = fields.RadioField(
        label=_("Age"), choices=Person.AgeSeen.choices, initial=Person.AgeSeen.UNKNOWN
    )


class MainPersonForm(Form):
    """What the main person is called."""

    initials = form_field(Person, "initials")
    exploited_as_child = fields.YesNoField(
        label=_("Was the person exploited as a child?"),
        help_text=_("Also if she or he is grown up now."),
        required=False,
    )
    version = fields.VersionField()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields |= shown_form_fields(Person)


class PersonForm(MainPersonForm):
    """What a further person is called, and her role."""

    role_in_case = fields.RadioField(
        label=_("Who is it?"), choices=[c for c in Person.RoleInCase.choices if c[0] != "main"]
    )


class AgeDecisionForm(Form):
    """What is taken as her age, and why."""

    age_seen = fields.RadioField(label=_("Age"), choices=Person.AgeSeen.choices)
    ground = form_field(
        Person,
        "age_ground",
        help_text=_("Who decided it, and on what: papers, an age assessment, what was told."),
        required=True,
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
