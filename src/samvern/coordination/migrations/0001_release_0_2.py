# SPDX-License-Identifier: EUPL-1.2
"""The tables of this room in 0.2.0, in the order in which they name each other."""

from django.db import migrations

from samvern.coordination.migrations.release_0_2 import (
    api_clients,
    board,
    conferences,
    email_digests,
    webhooks,
)


class Migration(migrations.Migration):
    replaces = [("coordination", "0001_doors")]

    initial = True

    dependencies = [
        ("access", "0001_release_0_2"),
    ]

    operations = [
        *api_clients.OPERATIONS,
        *board.OPERATIONS,
        *conferences.OPERATIONS,
        *email_digests.OPERATIONS,
        *webhooks.OPERATIONS,
    ]
