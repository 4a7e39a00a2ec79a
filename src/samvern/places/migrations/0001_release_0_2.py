# SPDX-License-Identifier: EUPL-1.2
"""The tables of this room in 0.2.0."""

import uuid

import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [("places", "0001_initial")]

    initial = True

    dependencies = [
        ("access", "0001_release_0_2"),
    ]

    operations = [
        migrations.CreateModel(
            name="Demand",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("day", models.DateField(db_index=True)),
                ("kind", models.CharField(blank=True, max_length=30)),
                ("region", models.CharField(blank=True, max_length=60)),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("held", "A place was held"),
                            ("no_place", "No place fitted"),
                            ("waits", "Put on the waiting list"),
                            ("declined", "The provider said no"),
                        ],
                        max_length=12,
                    ),
                ),
                ("reason", models.SlugField(blank=True, max_length=40)),
            ],
        ),
        migrations.CreateModel(
            name="Place",
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("crisis_centre", "Crisis centre"),
                            ("safe_house", "Safe house"),
                            ("emergency_flat", "Emergency flat"),
                            ("child_care_institution", "Child welfare institution"),
                            ("reception", "Reception centre"),
                            ("hotel", "Hotel or guest house"),
                            ("other", "Another kind of place"),
                        ],
                        max_length=30,
                    ),
                ),
                ("region", models.CharField(default="national", max_length=60)),
                ("district", models.SlugField(blank=True, max_length=40)),
                (
                    "keeps_from",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SlugField(max_length=40),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "sexes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=10), default=list, size=None
                    ),
                ),
                ("youngest", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("oldest", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("children", models.BooleanField(blank=True, null=True)),
                ("accessible", models.BooleanField(blank=True, null=True)),
                (
                    "languages",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=5),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "security",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "1: ordinary"),
                            (2, "2: locked, with a routine for threats"),
                            (3, "3: secret address, with alarm and guard routine"),
                        ],
                        default=1,
                    ),
                ),
                (
                    "staffed",
                    models.CharField(
                        choices=[
                            ("none", "Nobody on site"),
                            ("day", "Somebody by day"),
                            ("round_the_clock", "Somebody round the clock"),
                        ],
                        default="none",
                        max_length=20,
                    ),
                ),
                (
                    "policy",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("admitted", "People who use alcohol or drugs are admitted"),
                            ("not_there", "Admitted, but no use on the premises"),
                            ("none", "People with active use are not admitted"),
                        ],
                        max_length=20,
                    ),
                ),
                ("intake_from", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("intake_until", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("active", models.BooleanField(default=True)),
                ("notes_sealed", models.BinaryField(blank=True, null=True)),
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
        migrations.CreateModel(
            name="Booking",
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
                ("during", django.contrib.postgres.fields.ranges.DateTimeRangeField()),
                ("held_until", models.DateTimeField()),
                ("beds", models.PositiveSmallIntegerField(default=1)),
                ("needs_sealed", models.BinaryField()),
                ("referral_id", models.UUIDField(blank=True, null=True)),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.organisation",
                    ),
                ),
                (
                    "receiver_unit",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.unit",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="places.place",
                    ),
                ),
            ],
            options={
                "ordering": ("-created_at",),
            },
        ),
        migrations.CreateModel(
            name="PlaceAddress",
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
                ("address_sealed", models.BinaryField(null=True)),
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
                    "place",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="places.place",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Room",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("label", models.CharField(max_length=40)),
                ("beds", models.PositiveSmallIntegerField()),
                ("active", models.BooleanField(default=True)),
                ("freed_at", models.DateTimeField(auto_now_add=True)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.organisation",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rooms",
                        to="places.place",
                    ),
                ),
            ],
            options={
                "ordering": ("label",),
            },
        ),
        migrations.CreateModel(
            name="Occupancy",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("case_id", models.UUIDField(db_index=True, null=True)),
                ("during", django.contrib.postgres.fields.ranges.DateTimeRangeField()),
                ("live", models.BooleanField(default=True)),
                (
                    "why",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("own_use", "In use by somebody who came another way"),
                            ("cleaning", "Being made ready"),
                            ("repair", "Being repaired"),
                            ("staff", "Too few at work"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "booking",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="places.booking",
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
                    "room",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="places.room",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="BookingStep",
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
                ("until", models.DateTimeField(blank=True, null=True)),
                ("words_sealed", models.BinaryField(blank=True, null=True)),
                ("call_sealed", models.BinaryField(blank=True, null=True)),
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
                        to="places.booking",
                    ),
                ),
                (
                    "room",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="places.room",
                    ),
                ),
            ],
            options={
                "ordering": ("created_at",),
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="booking",
            name="room",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.room"
            ),
        ),
        migrations.CreateModel(
            name="WaitingListEntry",
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
                        blank=True,
                        choices=[
                            ("crisis_centre", "Crisis centre"),
                            ("safe_house", "Safe house"),
                            ("emergency_flat", "Emergency flat"),
                            ("child_care_institution", "Child welfare institution"),
                            ("reception", "Reception centre"),
                            ("hotel", "Hotel or guest house"),
                            ("other", "Another kind of place"),
                        ],
                        max_length=30,
                    ),
                ),
                ("region", models.CharField(blank=True, max_length=60)),
                ("urgency", models.PositiveSmallIntegerField()),
                ("needs_sealed", models.BinaryField()),
                ("told_at", models.DateTimeField(blank=True, null=True)),
                ("passed_at", models.DateTimeField(blank=True, null=True)),
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
                "db_table": "places_waiting",
                "ordering": ("urgency", "created_at"),
            },
        ),
        migrations.CreateModel(
            name="WaitingListStep",
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
                        to="places.waitinglistentry",
                    ),
                ),
            ],
            options={
                "db_table": "places_waitingstep",
            },
        ),
        migrations.AddConstraint(
            model_name="room",
            constraint=models.UniqueConstraint(fields=("place", "label"), name="room_label"),
        ),
        migrations.AddIndex(
            model_name="booking",
            index=models.Index(fields=["receiver", "state"], name="booking_received"),
        ),
        migrations.AddIndex(
            model_name="waitinglistentry",
            index=models.Index(fields=["state", "urgency", "created_at"], name="waiting_order"),
        ),
    ]
