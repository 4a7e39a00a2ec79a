# SPDX-License-Identifier: EUPL-1.2
"""The tables of this room in 0.2.0, in the order in which they name each other."""

from django.db import migrations

from samvern.helpline.migrations.release_0_2 import (
    advice,
    desks,
    enquiries,
    questions,
    safe_contact,
)


class Migration(migrations.Migration):
    replaces = [("contacts", "0001_guidance")]

    initial = True

    dependencies = [
        ("access", "0001_release_0_2"),
        ("cases", "0001_release_0_2"),
    ]

    operations = [
        *desks.OPERATIONS,
        *questions.OPERATIONS,
        *advice.OPERATIONS,
        *enquiries.OPERATIONS,
        *safe_contact.OPERATIONS,
    ]
