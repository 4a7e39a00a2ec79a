# SPDX-License-Identifier: EUPL-1.2
"""Who takes part is called so in the code too; the columns keep their name."""

from django.db import migrations, models
from django.db.migrations.operations.base import Operation


def renamed(model: str, answers: str) -> list[Operation]:
    """The field ``seat`` of a model as ``participant``."""
    field = models.ForeignKey(
        "coordination.participant", models.PROTECT, related_name=answers, db_column="seat_id"
    )
    return [
        migrations.AlterField(model, "seat", field),
        migrations.RenameField(model, "seat", "participant"),
    ]


class Migration(migrations.Migration):
    """Nothing changes in the database."""

    dependencies = [("coordination", "0006_erased_cases")]
    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    "participant",
                    "conference",
                    models.ForeignKey(
                        "coordination.conference", models.PROTECT, related_name="participants"
                    ),
                ),
                migrations.RemoveConstraint("minutesanswer", "minutes_answered"),
                *renamed("planitem", "items"),
                *renamed("minutesanswer", "answers"),
                migrations.AddConstraint(
                    "minutesanswer",
                    models.UniqueConstraint(
                        fields=["minutes", "participant"], name="minutes_answered"
                    ),
                ),
            ]
        )
    ]
