# SPDX-License-Identifier: EUPL-1.2
"""Forms of protected addresses."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.access.models import Member
from samvern.access.models.sealed import form_field
from samvern.identity.claims.forms import offer_choices
from samvern.identity.models import ProtectedAddress


class ProtectedAddressForm(Form):
    """A protected address."""

    grade = fields.RadioField(
        label=_("How strictly is it protected?"), choices=ProtectedAddress.Grade.choices
    )
    text = form_field(ProtectedAddress, "address")


class ProtectedAddressChangeForm(ProtectedAddressForm):
    """A protected address that has been recorded."""

    version = fields.VersionField()


class AddressReaderForm(Form):
    """Who more may read a protected address, and who is to approve it."""

    member_id = fields.SelectField(label=_("Who is to read the address?"), choices=[])
    asked_id = fields.SelectField(label=_("Who is asked to approve?"), choices=[])

    def __init__(
        self, *args: Any, readers: Iterable[Member], approvers: Iterable[Member], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        offer_choices(self, "member_id", [(str(each.pk), each.name) for each in readers])
        offer_choices(self, "asked_id", [(str(each.pk), each.name) for each in approvers])
