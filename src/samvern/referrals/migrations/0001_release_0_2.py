# SPDX-License-Identifier: EUPL-1.2
"""The tables of this room in 0.2.0."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [("referrals", "0001_initial")]

    initial = True

    dependencies = [
        ("access", "0001_release_0_2"),
    ]

    operations = [
        migrations.CreateModel(
            name="ChildWelfareReport",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("state", models.SlugField(max_length=24)),
                ("state_since", models.DateTimeField(auto_now_add=True)),
                ("case_id", models.UUIDField(db_index=True)),
                ("person_id", models.UUIDField()),
                ("receiver_sealed", models.BinaryField(blank=True, null=True)),
                ("referral_id", models.UUIDField(blank=True, null=True)),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("phone", "By telephone"),
                            ("written", "In writing"),
                            ("referral", "By a referral in Samvern"),
                        ],
                        max_length=12,
                    ),
                ),
                ("made_at", models.DateTimeField()),
                ("rule", models.CharField(max_length=60)),
                ("provision", models.CharField(max_length=200)),
                ("reply_on", models.DateField(blank=True, null=True)),
                ("deadline_id", models.UUIDField(blank=True, null=True)),
                (
                    "heard",
                    models.CharField(
                        choices=[
                            ("alone", "Talked with the child alone"),
                            ("interpreter", "Talked with the child, with an interpreter"),
                            ("trusted", "Together with somebody the child trusts"),
                            ("wrote", "The child wrote or drew"),
                            ("not_yet", "Not yet: the notification could not wait"),
                            ("not", "Not heard, for another reason"),
                        ],
                        max_length=12,
                    ),
                ),
                ("heard_on", models.DateField(blank=True, null=True)),
                (
                    "guardians",
                    models.CharField(
                        choices=[
                            ("told", "They were told"),
                            ("danger", "No: it could put the child in danger"),
                            ("suspected", "No: somebody at home may be behind it"),
                            ("unknown", "No: nobody knows who they are"),
                            ("left", "No: child welfare or the police decide when"),
                        ],
                        max_length=12,
                    ),
                ),
                ("words_sealed", models.BinaryField(blank=True, null=True)),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.member",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.organisation",
                    ),
                ),
                (
                    "receiver",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.organisation",
                    ),
                ),
            ],
            options={
                "db_table": "referrals_concern",
                "ordering": ("-made_at",),
            },
        ),
        migrations.CreateModel(
            name="ChildWelfareReportStep",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("move", models.SlugField(max_length=24)),
                ("start", models.SlugField(default="", editable=False, max_length=24)),
                ("finish", models.SlugField(default="", editable=False, max_length=24)),
                ("side", models.SlugField(default="", editable=False, max_length=12)),
                ("reason", models.SlugField(blank=True, max_length=40)),
                ("case_id", models.UUIDField(db_index=True)),
                ("happened_on", models.DateField()),
                ("words_sealed", models.BinaryField(blank=True, null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.member",
                    ),
                ),
                (
                    "of",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="referrals.childwelfarereport",
                    ),
                ),
            ],
            options={
                "db_table": "referrals_concernstep",
            },
        ),
        migrations.CreateModel(
            name="CrossBorderReferral",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("state", models.SlugField(max_length=24)),
                ("state_since", models.DateTimeField(auto_now_add=True)),
                ("case_id", models.UUIDField(db_index=True)),
                ("person_id", models.UUIDField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("other_mechanism", "Referral to another state’s mechanism"),
                            ("assisted_return", "Assisted return"),
                        ],
                        max_length=20,
                    ),
                ),
                ("country", models.CharField(max_length=2)),
                (
                    "receiver_kind",
                    models.CharField(
                        choices=[
                            ("iom", "IOM (International Organization for Migration)"),
                            ("focal_point", "Focal point of the state’s referral mechanism"),
                            ("authority", "Another authority"),
                            ("child_protection", "Child protection authority"),
                            ("ngo", "Voluntary organisation"),
                        ],
                        max_length=20,
                    ),
                ),
                ("receiver_sealed", models.BinaryField()),
                ("consent_id", models.UUIDField(blank=True, db_index=True, null=True)),
                (
                    "transfer",
                    models.CharField(
                        choices=[
                            ("eea", "The country is in the EEA: no separate basis is needed"),
                            ("adequate", "Decision on adequate protection (article 45)"),
                            (
                                "safeguards",
                                "Appropriate safeguards, such as an agreement (article 46)",
                            ),
                            (
                                "consent",
                                "Her explicit consent, told of the risk (article 49(1)(a))",
                            ),
                            ("vital", "Vital interests, and she cannot consent (article 49(1)(f))"),
                            ("public", "Important public interest in law (article 49(1)(d))"),
                        ],
                        max_length=12,
                    ),
                ),
                ("accompanied", models.BooleanField(blank=True, null=True)),
                ("travels_on", models.DateField(blank=True, null=True)),
                ("documents_sealed", models.BinaryField(blank=True, null=True)),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.member",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.organisation",
                    ),
                ),
            ],
            options={
                "db_table": "referrals_crossing",
                "ordering": ("-created_at",),
            },
        ),
        migrations.CreateModel(
            name="CrossBorderCheck",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("case_id", models.UUIDField(db_index=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("wish", "Her own wish"),
                            ("risk", "Risk"),
                            ("prosecutor", "Prosecutor"),
                            ("stay", "Stay in Norway"),
                            ("child_welfare", "Child welfare"),
                            ("guardian", "Guardian or representative"),
                            ("best_interests", "The child’s best interests"),
                        ],
                        max_length=16,
                    ),
                ),
                ("outcome", models.SlugField(max_length=16)),
                ("done_on", models.DateField()),
                ("rule", models.CharField(blank=True, max_length=60)),
                ("words_sealed", models.BinaryField(blank=True, null=True)),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.member",
                    ),
                ),
                (
                    "of",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="checks",
                        to="referrals.crossborderreferral",
                    ),
                ),
            ],
            options={
                "db_table": "referrals_crossingcheck",
                "ordering": ("created_at",),
            },
        ),
        migrations.CreateModel(
            name="CrossBorderReferralStep",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("move", models.SlugField(max_length=24)),
                ("start", models.SlugField(default="", editable=False, max_length=24)),
                ("finish", models.SlugField(default="", editable=False, max_length=24)),
                ("side", models.SlugField(default="", editable=False, max_length=12)),
                ("reason", models.SlugField(blank=True, max_length=40)),
                ("case_id", models.UUIDField(db_index=True)),
                ("happened_on", models.DateField(blank=True, null=True)),
                ("words_sealed", models.BinaryField(blank=True, null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.member",
                    ),
                ),
                (
                    "of",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="referrals.crossborderreferral",
                    ),
                ),
            ],
            options={
                "db_table": "referrals_crossingstep",
            },
        ),
        migrations.CreateModel(
            name="DeclinedReferral",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("month", models.DateField()),
                ("region", models.SlugField(max_length=20)),
                ("form", models.SlugField(max_length=20)),
                ("age", models.SlugField(max_length=12)),
                ("sex", models.SlugField(max_length=12)),
                ("met_by", models.SlugField(max_length=20)),
                (
                    "offered",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SlugField(max_length=20), default=list, size=None
                    ),
                ),
                ("reason", models.SlugField(max_length=20)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.organisation",
                    ),
                ),
            ],
            options={
                "db_table": "referrals_unnamed",
            },
        ),
        migrations.CreateModel(
            name="ExternalReferral",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("state", models.SlugField(max_length=24)),
                ("state_since", models.DateTimeField(auto_now_add=True)),
                ("case_id", models.UUIDField(db_index=True)),
                ("person_id", models.UUIDField()),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("link", "Sealed link, opened with a code you read out"),
                            ("letter", "Letter on paper"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("child_welfare", "Child welfare service"),
                            ("health", "Health care"),
                            ("municipality", "Municipality"),
                            ("crisis_centre", "Crisis centre"),
                            ("nav_social", "Nav"),
                            ("police", "Police"),
                            ("immigration", "Immigration authority"),
                            ("lawyer", "Lawyer"),
                            ("ngo", "Voluntary organisation"),
                            ("private_person", "Another"),
                        ],
                        max_length=20,
                    ),
                ),
                ("need", models.SlugField(max_length=30)),
                ("purpose", models.SlugField(max_length=60)),
                (
                    "fields",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SlugField(max_length=30), default=list, size=None
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("consent", "The person's consent"),
                            ("statute", "A provision of law"),
                        ],
                        max_length=12,
                    ),
                ),
                ("provision", models.CharField(blank=True, max_length=200)),
                ("consent_id", models.UUIDField(blank=True, db_index=True, null=True)),
                ("crossing_id", models.UUIDField(blank=True, db_index=True, null=True)),
                ("language", models.CharField(max_length=2)),
                ("receiver_sealed", models.BinaryField()),
                ("message_sealed", models.BinaryField(blank=True, null=True)),
                ("answer_sealed", models.BinaryField(blank=True, null=True)),
                ("expires_at", models.DateTimeField(blank=True, null=True)),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.member",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.organisation",
                    ),
                ),
            ],
            options={
                "db_table": "referrals_sending",
                "ordering": ("-created_at",),
            },
        ),
        migrations.CreateModel(
            name="ExternalReferralStep",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("move", models.SlugField(max_length=24)),
                ("start", models.SlugField(default="", editable=False, max_length=24)),
                ("finish", models.SlugField(default="", editable=False, max_length=24)),
                ("side", models.SlugField(default="", editable=False, max_length=12)),
                ("reason", models.SlugField(blank=True, max_length=40)),
                ("case_id", models.UUIDField(db_index=True)),
                ("words_sealed", models.BinaryField(blank=True, null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.member",
                    ),
                ),
                (
                    "of",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="referrals.externalreferral",
                    ),
                ),
            ],
            options={
                "db_table": "referrals_sendingstep",
            },
        ),
        migrations.CreateModel(
            name="OpenedCase",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("referral_id", models.UUIDField(unique=True)),
                ("case_id", models.UUIDField(db_index=True)),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.member",
                    ),
                ),
            ],
            options={
                "db_table": "referrals_opened",
            },
        ),
        migrations.CreateModel(
            name="Referral",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("state", models.SlugField(max_length=24)),
                ("state_since", models.DateTimeField(auto_now_add=True)),
                ("case_id", models.UUIDField(db_index=True, null=True)),
                ("person_id", models.UUIDField()),
                ("need", models.SlugField(max_length=30)),
                (
                    "urgency",
                    models.CharField(
                        choices=[
                            ("tonight", "Tonight: an answer within two hours"),
                            ("days3", "Soon: an answer within three days"),
                            ("days14", "Ordinary: an answer within fourteen days"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("consent", "The person's consent"),
                            ("statute", "A provision of law"),
                        ],
                        max_length=12,
                    ),
                ),
                ("provision", models.CharField(blank=True, max_length=200)),
                ("consent_id", models.UUIDField(blank=True, db_index=True, null=True)),
                ("purpose", models.SlugField(max_length=60)),
                (
                    "fields",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SlugField(max_length=30), default=list, size=None
                    ),
                ),
                (
                    "categories",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("case", "That the case exists, and who has it"),
                                ("identity", "Names, numbers and contact details"),
                                ("assessment", "Assessments and decisions"),
                                ("rights", "Answers, rights and deadlines"),
                                ("assistance", "Help given and refused"),
                                ("plan", "Plan, tasks and safety"),
                                ("notes", "Notes"),
                                ("documents", "Documents"),
                                ("consent", "Consents"),
                            ],
                            max_length=20,
                        ),
                        size=None,
                    ),
                ),
                ("share_until", models.DateTimeField()),
                ("due_at", models.DateTimeField()),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.member",
                    ),
                ),
                (
                    "handed_from",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="referrals.referral",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.organisation",
                    ),
                ),
                (
                    "receiver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.organisation",
                    ),
                ),
                (
                    "receiver_unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.unit",
                    ),
                ),
            ],
            options={
                "ordering": ("-created_at",),
            },
        ),
        migrations.CreateModel(
            name="Letter",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("case_id", models.UUIDField(db_index=True, null=True)),
                ("content_sealed", models.BinaryField()),
                (
                    "of",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letter",
                        to="referrals.referral",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReferralStep",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("move", models.SlugField(max_length=24)),
                ("start", models.SlugField(default="", editable=False, max_length=24)),
                ("finish", models.SlugField(default="", editable=False, max_length=24)),
                ("side", models.SlugField(default="", editable=False, max_length=12)),
                ("reason", models.SlugField(blank=True, max_length=40)),
                ("case_id", models.UUIDField(db_index=True, null=True)),
                ("words_sealed", models.BinaryField(blank=True, null=True)),
                ("call_sealed", models.BinaryField(blank=True, null=True)),
                ("happened_on", models.DateField(blank=True, null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.member",
                    ),
                ),
                (
                    "of",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="referrals.referral",
                    ),
                ),
                (
                    "suggested",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.organisation",
                    ),
                ),
            ],
            options={
                "ordering": ("created_at",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Service",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("version", models.PositiveIntegerField(default=1)),
                ("changed_at", models.DateTimeField(auto_now=True)),
                ("name", models.CharField(max_length=120)),
                ("words", models.CharField(blank=True, max_length=600)),
                (
                    "needs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SlugField(max_length=30), size=None
                    ),
                ),
                (
                    "regions",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "sexes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SlugField(max_length=12),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("youngest", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("oldest", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("with_children", models.BooleanField(blank=True, null=True)),
                (
                    "languages",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("accessible", models.BooleanField(blank=True, null=True)),
                ("phone", models.CharField(blank=True, db_default="", default="", max_length=40)),
                (
                    "phone_hours",
                    models.CharField(blank=True, db_default="", default="", max_length=80),
                ),
                ("round_the_clock", models.BooleanField(default=False)),
                ("hours", models.JSONField(blank=True, default=dict)),
                ("active", models.BooleanField(default=True)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.organisation",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.unit",
                    ),
                ),
            ],
            options={
                "ordering": ("name",),
            },
        ),
        migrations.AddField(
            model_name="referral",
            name="service",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="referrals.service",
            ),
        ),
        migrations.AddIndex(
            model_name="referral",
            index=models.Index(fields=["receiver", "state", "due_at"], name="referral_to"),
        ),
        migrations.AddIndex(
            model_name="referral",
            index=models.Index(fields=["organisation", "state", "due_at"], name="referral_from"),
        ),
    ]
