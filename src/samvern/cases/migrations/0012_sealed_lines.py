# SPDX-License-Identifier: EUPL-1.2
"""Lines of free words about a case are sealed: who gives help, who decided, whom she said yes to.

Runs with the keys of the installation where there are people, as ``identity.0003_padding`` does.
The tables are written anew at the end: a dropped column, and a row before it was changed, would
else lie in the files of the database still.
"""

from typing import Any

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from samvern.access.row_security import hold_columns

CLEAR = {
    "cases_assessment": ("decided_by",),
    "cases_assistance": ("provider",),
    "cases_consent": ("language", "recipient_text"),
}
VOICES = """
    ALTER TABLE cases_assessment DISABLE TRIGGER USER;
    UPDATE cases_assessment a SET voice_id = (
        SELECT b.id FROM cases_assessment b
        WHERE b.person_id = a.person_id AND b.decided_by = a.decided_by
        ORDER BY b.created_at, b.id LIMIT 1)
    WHERE a.decided_by <> '';
    SET CONSTRAINTS ALL IMMEDIATE;
    ALTER TABLE cases_assessment ENABLE TRIGGER USER;
"""
REWRITE = """
    SET CONSTRAINTS ALL IMMEDIATE;
    ALTER TABLE {table} ALTER COLUMN {column} TYPE {type} USING {column} || {nothing};
"""
"""A changed type writes what is seen of a table into a new file, with no more than that."""
LOST = """
    ALTER TABLE {table} DISABLE TRIGGER USER;
    UPDATE {table} SET {column} = '' WHERE {column} IS NULL;
    ALTER TABLE {table} ENABLE TRIGGER USER;
"""
"""Of a person whose key was destroyed; nothing opens there again."""


def seal(apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    """Seal what is there; nothing is imported where there is nothing."""
    with editor.connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM identity_key)")
        if cursor.fetchone() == (False,):
            return
    from samvern.identity.keys import open_keeper
    from samvern.identity.sealing_clear import seal_clear

    for table, columns in CLEAR.items():
        seal_clear(open_keeper(), table, *columns)


def rewrite(apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    """Write the tables anew, and the history, which is its keeper's."""
    rows = {"type": "bytea", "nothing": r"'\x'::bytea"}
    history = {"table": "audit.history", "column": "was", "type": "jsonb", "nothing": "'{}'::jsonb"}
    with editor.connection.cursor() as cursor:
        for table, columns in CLEAR.items():
            column = f"{columns[0]}_sealed"
            cursor.execute(REWRITE.format(**{**rows, "table": table, "column": column}))
        cursor.execute("SET LOCAL ROLE samvern_audit")
        cursor.execute(REWRITE.format(**history))
        cursor.execute("RESET ROLE")


def _added(model: str, name: str) -> migrations.AddField:
    return migrations.AddField(model, name, models.BinaryField(blank=True, null=True))


def _required(model: str, name: str) -> list[Any]:
    lost = LOST.format(table=f"cases_{model}", column=name)
    return [
        migrations.RunSQL(lost, migrations.RunSQL.noop),
        migrations.AlterField(model, name, models.BinaryField()),
    ]


class Migration(migrations.Migration):
    """Frozen; all of it in one transaction, so that nothing is left half in clear."""

    dependencies = [("cases", "0011_bars"), ("identity", "0003_padding")]
    operations = [
        migrations.AddField(
            "assessment", "voice_id", models.UUIDField(blank=True, null=True)
        ),
        _added("assessment", "decided_by_sealed"),
        _added("assistance", "provider_sealed"),
        _added("consent", "recipient_text_sealed"),
        _added("consent", "language_sealed"),
        migrations.RunSQL(VOICES, migrations.RunSQL.noop),
        migrations.RunPython(seal, migrations.RunPython.noop),
        *_required("assistance", "provider_sealed"),
        *_required("consent", "language_sealed"),
        migrations.RemoveField("assessment", "decided_by"),
        migrations.RemoveField("assistance", "provider"),
        migrations.RemoveField("consent", "recipient_text"),
        migrations.RemoveField("consent", "language"),
        migrations.RunPython(rewrite, migrations.RunPython.noop),
        hold_columns(
            "cases_assistance",
            free=(
                "version", "changed_at", "provider_sealed", "state", "since", "until", "ground",
                "words_sealed",
            ),
        ),
    ]  # fmt: skip
