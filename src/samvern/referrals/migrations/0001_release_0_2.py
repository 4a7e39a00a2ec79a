# SPDX-License-Identifier: EUPL-1.2
"""The tables of this room in 0.2.0, in the order in which they name each other."""

from django.db import migrations

from samvern.referrals.migrations.release_0_2 import (
    core,
    directory,
    external_child_welfare,
    external_cross_border,
    external_declined,
    external_delivery,
)


class Migration(migrations.Migration):
    replaces = [("referrals", "0001_initial")]

    initial = True

    dependencies = [
        ("access", "0001_release_0_2"),
    ]

    operations = [
        *directory.OPERATIONS,
        *core.OPERATIONS,
        *external_child_welfare.OPERATIONS,
        *external_cross_border.OPERATIONS,
        *external_declined.OPERATIONS,
        *external_delivery.OPERATIONS,
    ]
