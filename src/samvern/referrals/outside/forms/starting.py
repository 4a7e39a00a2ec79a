# SPDX-License-Identifier: EUPL-1.2
"""Where sending outside begins: whom it is about, what is needed, what the receiver is."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access import fields
from samvern.access.forms import Form
from samvern.referrals.outside import lists
from samvern.referrals.wording import needs


class StartForm(Form):
    """Who it is about, what is needed, and what kind of receiver it is; the law depends on that."""

    person = fields.SelectField(label=lazy("Who is it about?"), choices=[])
    kind = fields.SelectField(label=lazy("What is the receiver?"), choices=lists.Kind.choices)
    need = fields.SelectField(label=lazy("What is needed?"), choices=[])
    way = fields.RadioField(
        label=lazy("How do you send it?"), choices=lists.Way.choices, initial=lists.Way.LINK
    )

    def __init__(self, *args: Any, people: Iterable[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["person"].choices = [*people]  # type: ignore[attr-defined]
        self.fields["need"].choices = [("", _("Choose")), *needs()]  # type: ignore[attr-defined]
