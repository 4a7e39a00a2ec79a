# SPDX-License-Identifier: EUPL-1.2
"""The walls of the helpline, the desks and what they know."""

from pathlib import Path

from django.db import migrations

from samvern.access.categories import Category
from samvern.access.row_security import (
    APP_ROLE,
    MEMBER,
    ORGANISATION,
    ROLE,
    SIGNED_IN,
    add_policies,
    allow_erasure,
    allow_opening_keys_of,
    allow_select_for,
    protect_case_table,
    record_history,
    run_sql_file,
    works_with_category,
)
from samvern.access.workflow_operations import install_state_machine
from samvern.helpline.workflow import ADVICE, CALLBACK, QUESTION

SQL = Path(__file__).parents[1] / "sql"
UNITS, LED = "(SELECT gate.units())::uuid[]", "(SELECT gate.led())::uuid[]"
UNIT, DESKS = "(SELECT unit FROM gate.acting())", "(SELECT gate.desks())::uuid[]"
OPENS = works_with_category(Category.CASE)
IN_UNIT = f"(unit_id = ANY ({UNITS}) OR unit_id = ANY ({LED}))"
OUR_UNITS = f"{OPENS} AND organisation_id = {ORGANISATION} AND {IN_UNIT}"
AS_ONE = "IN ('service', 'program')"
"""Jobs and programs work in the whole organisation."""
OURS = f"{OPENS} AND organisation_id = {ORGANISATION} AND created_by_id = {MEMBER}"
ASKER = (
    f"organisation_id = {ORGANISATION} AND ({ROLE} {AS_ONE} OR created_by_id = {MEMBER} "
    f"OR unit_id = ANY ({LED}) OR circle = 'unit' AND unit_id = ANY ({UNITS}) "
    "OR EXISTS (SELECT 1 FROM public.contacts_origin o WHERE o.question_id = contacts_question.id))"
)
AT_DESK = (
    f"receiver_id = {ORGANISATION} AND ({ROLE} {AS_ONE} OR receiver_unit_id = {UNIT} "
    f"OR {ROLE} = 'leader' AND {UNIT} IS NULL)"
)
NOT_BARRED = "id <> ALL ((SELECT gate.barred_questions())::uuid[])"
ANSWERS = (
    "side <> 'receiver' OR EXISTS (SELECT 1 FROM public.contacts_question q "
    f"WHERE q.id = of_id AND (q.receiver_unit_id = {UNIT} OR {ROLE} = 'program' "
    f"OR {ROLE} = 'leader' AND {UNIT} IS NULL))"
)
A_DESK = (
    "EXISTS (SELECT 1 FROM public.contacts_desk d WHERE d.id = desk_id "
    "AND d.organisation_id = receiver_id AND d.unit_id = receiver_unit_id "
    f"AND (d.is_open OR d.organisation_id = {ORGANISATION}))"
)
LEADS_IT = (
    f"{ROLE} = 'leader' AND organisation_id = {ORGANISATION} AND unit_id IN "
    f"(SELECT u.id FROM public.access_unit u WHERE u.organisation_id = {ORGANISATION})"
)


def changes(table: str, columns: str, test: str) -> migrations.RunSQL:
    """Let the application change these columns and no others."""
    return migrations.RunSQL(
        f"CREATE POLICY update_{APP_ROLE} ON {table} FOR UPDATE TO {APP_ROLE} USING ({test});"
        f"GRANT UPDATE ({columns}) ON {table} TO {APP_ROLE}",
        migrations.RunSQL.noop,
    )


def steps(thing: str, also: str = "true") -> migrations.RunSQL:
    """The wall of a thing's steps: whoever sees the thing."""
    seen = f"EXISTS (SELECT 1 FROM public.{thing} t WHERE t.id = of_id)"
    return add_policies(
        f"{thing}step",
        {
            "SELECT": f"USING ({seen})",
            "INSERT": f"WITH CHECK ({seen} AND made_by_id = {MEMBER} AND ({also}))",
        },
    )


class Migration(migrations.Migration):
    dependencies = [
        ("contacts", "0001_guidance"),
        ("access", "0005_programs"),
        ("cases", "0006_receivers"),
        ("identity", "0003_finding"),
    ]
    operations = [
        add_policies(
            "contacts_contact",
            {
                "SELECT": f"USING ({OUR_UNITS})",
                "INSERT": f"WITH CHECK ({OURS} AND {IN_UNIT})",
            },
        ),
        changes(
            "contacts_contact",
            "caller, about, forms, language, interpreter, age_group, region, advice, next_step, "
            "urgency, words_sealed, word_blind",
            OUR_UNITS,
        ),
        add_policies(
            "contacts_callback",
            {
                "SELECT": f"USING ({OUR_UNITS})",
                "INSERT": f"WITH CHECK ({OURS} AND {IN_UNIT} AND state = 'due')",
            },
        ),
        changes("contacts_callback", "due_at, reach_sealed", OUR_UNITS),
        steps("contacts_callback"),
        protect_case_table(
            "contacts_opening", Category.CASE, verbs=("SELECT", "INSERT"), author="created_by_id"
        ),
        protect_case_table(
            "contacts_origin", Category.CASE, verbs=("SELECT", "INSERT"), author="created_by_id"
        ),
        protect_case_table("contacts_contactrule", Category.IDENTITY, author="created_by_id"),
        record_history("contacts_contactrule", Category.IDENTITY),
        *(allow_erasure(f"contacts_{name}") for name in ("opening", "origin", "contactrule")),
        allow_select_for("samvern_gate", "contacts_contact"),
        allow_select_for("samvern_gate", "contacts_opening"),
        allow_select_for("samvern_gate", "contacts_origin"),
        allow_select_for("samvern_gate", "contacts_desk"),
        allow_select_for("samvern_gate", "contacts_advicestep"),
        *install_state_machine(CALLBACK),
        run_sql_file("contacts.sql", SQL),
        allow_opening_keys_of("contact", alone=True),
        *install_state_machine(QUESTION),
        *install_state_machine(ADVICE),
        run_sql_file("guidance.sql", SQL),
        add_policies(
            "contacts_desk",
            {
                "SELECT": f"USING ({SIGNED_IN})",
                "INSERT": f"WITH CHECK ({LEADS_IT})",
                "UPDATE": f"USING ({LEADS_IT}) WITH CHECK ({LEADS_IT})",
            },
        ),
        add_policies(
            "contacts_question",
            {
                "SELECT": f"USING ({OPENS} AND {NOT_BARRED} AND (({ASKER}) OR ({AT_DESK})))",
                "INSERT": f"WITH CHECK ({OURS} AND {IN_UNIT} AND state = 'asked' AND {A_DESK})",
            },
        ),
        changes("contacts_question", "text_sealed", OURS),
        steps("contacts_question", ANSWERS),
        allow_opening_keys_of("question", alone=True),
        add_policies(
            "contacts_advice",
            {
                "SELECT": f"USING ({OPENS} AND (state = 'approved' OR desk_id = ANY ({DESKS})))",
                "INSERT": f"WITH CHECK ({OURS} AND desk_id = ANY ({DESKS}) AND state = 'written' "
                "AND title = '' AND asked = '' AND answered = '' AND approved_on IS NULL)",
            },
        ),
        changes(
            "contacts_advice",
            "draft_sealed, language, topics, rules, title, asked, answered, approved_on",
            f"{OPENS} AND desk_id = ANY ({DESKS})",
        ),
        steps(
            "contacts_advice",
            f"EXISTS (SELECT 1 FROM public.contacts_advice v WHERE v.id = of_id "
            f"AND v.desk_id = ANY ({DESKS}))",
        ),
        allow_opening_keys_of("advice", alone=True),
    ]
