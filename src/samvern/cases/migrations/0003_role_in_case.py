# SPDX-License-Identifier: EUPL-1.2
"""What a person is in a case is called so: ``place`` is where people stay."""

from django.db import migrations


class Migration(migrations.Migration):
    """The column keeps its rights and its values."""

    dependencies = [("cases", "0002_release_0_2_guards")]
    operations = [migrations.RenameField("person", "place", "role_in_case")]
