import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Conversation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("source", models.CharField(max_length=60)),
                ("native_id", models.CharField(max_length=200)),
                ("url", models.CharField(blank=True, max_length=500)),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("email", "email"),
                            ("chat", "chat"),
                            ("messaging", "messaging"),
                            ("sms", "sms"),
                            ("voice", "voice"),
                            ("video", "video"),
                            ("social", "social"),
                            ("web_form", "web_form"),
                            ("review", "review"),
                            ("in_person", "in_person"),
                            ("survey", "survey"),
                            ("other", "other"),
                        ],
                        max_length=12,
                    ),
                ),
                ("subject", models.CharField(blank=True, max_length=300)),
                ("status", models.CharField(max_length=10)),
                ("language", models.CharField(blank=True, max_length=12)),
                ("started_at", models.DateTimeField(null=True)),
                ("last_activity_at", models.DateTimeField(null=True)),
                ("day", models.DateField(null=True)),
                ("unit_key", models.BigIntegerField(default=0)),
                ("team_written", models.CharField(blank=True, max_length=200)),
                ("message_count", models.PositiveIntegerField(default=0)),
                ("events", models.JSONField(default=list)),
                ("tags", models.JSONField(default=list)),
                ("related", models.JSONField(default=list)),
                ("warnings", models.JSONField(default=list)),
                ("content_hash", models.CharField(max_length=32)),
            ],
        ),
        migrations.CreateModel(
            name="Customer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("first_seen", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="SourceSystem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=60, unique=True)),
            ],
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("survey", models.CharField(blank=True, max_length=120)),
                ("metric", models.CharField(max_length=6)),
                ("question", models.CharField(blank=True, max_length=300)),
                ("text", models.TextField(blank=True)),
                ("number", models.FloatField(null=True)),
                ("scale_min", models.FloatField(null=True)),
                ("scale_max", models.FloatField(null=True)),
                ("normalized", models.FloatField(null=True)),
                ("submitted_at", models.DateTimeField(null=True)),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="conversations.conversation",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="conversation",
            name="customer",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, to="conversations.customer"
            ),
        ),
        migrations.CreateModel(
            name="CustomerKey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=64, unique=True)),
                (
                    "customer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="keys",
                        to="conversations.customer",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="GivenWord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("message_seq", models.PositiveIntegerField()),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("deadline_start", models.PositiveIntegerField(null=True)),
                ("deadline_end", models.PositiveIntegerField(null=True)),
                ("due_from", models.DateTimeField(null=True)),
                ("due_until", models.DateTimeField(null=True)),
                (
                    "fate",
                    models.CharField(
                        choices=[
                            ("kept", "kept"),
                            ("broken", "broken"),
                            ("open", "open"),
                            ("unknowable", "unknowable"),
                        ],
                        max_length=10,
                    ),
                ),
                ("evidence", models.JSONField(default=list)),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="given_words",
                        to="conversations.conversation",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Import",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("source", models.CharField(blank=True, max_length=60)),
                ("reader", models.CharField(blank=True, max_length=60)),
                ("name", models.CharField(max_length=255)),
                ("path", models.CharField(max_length=1000)),
                ("mapping", models.JSONField(null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("running", "Running"),
                            ("done", "Done"),
                            ("stopped", "Stopped"),
                            ("failed", "Failed"),
                        ],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("started_at", models.DateTimeField(null=True)),
                ("finished_at", models.DateTimeField(null=True)),
                ("position", models.PositiveBigIntegerField(default=0)),
                ("new", models.PositiveBigIntegerField(default=0)),
                ("changed", models.PositiveBigIntegerField(default=0)),
                ("same", models.PositiveBigIntegerField(default=0)),
                ("undated", models.PositiveBigIntegerField(default=0)),
                ("messages", models.PositiveBigIntegerField(default=0)),
                ("rejected", models.PositiveBigIntegerField(default=0)),
                ("troubles", models.PositiveSmallIntegerField(default=0)),
                ("sentence", models.CharField(blank=True, max_length=300)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-asked_at", "-pk"),
            },
        ),
        migrations.AddField(
            model_name="conversation",
            name="imported_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, to="conversations.import"
            ),
        ),
        migrations.CreateModel(
            name="Judgement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reading", models.CharField(max_length=30)),
                ("said", models.CharField(max_length=40)),
                ("agrees", models.BooleanField()),
                ("note", models.CharField(blank=True, max_length=400)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="judgements",
                        to="conversations.conversation",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("seq", models.PositiveIntegerField()),
                ("author", models.PositiveIntegerField(null=True)),
                ("role", models.CharField(max_length=12)),
                ("kind", models.CharField(max_length=16)),
                ("internal", models.BooleanField(default=False)),
                ("automatic", models.BooleanField(default=False)),
                ("sent_at", models.DateTimeField(null=True)),
                ("text", models.TextField()),
                ("full_text", models.TextField(blank=True)),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="messages",
                        to="conversations.conversation",
                    ),
                ),
            ],
            options={
                "ordering": ("conversation_id", "seq"),
            },
        ),
        migrations.CreateModel(
            name="Participant",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("idx", models.PositiveIntegerField()),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("customer", "customer"),
                            ("agent", "agent"),
                            ("bot", "bot"),
                            ("supervisor", "supervisor"),
                            ("third_party", "third_party"),
                            ("system", "system"),
                            ("unknown", "unknown"),
                        ],
                        max_length=12,
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=200)),
                ("written", models.CharField(blank=True, max_length=200)),
                ("team", models.CharField(blank=True, max_length=200)),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="participants",
                        to="conversations.conversation",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ReadingDay",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField()),
                ("unit_key", models.BigIntegerField(default=0)),
                ("channel", models.CharField(max_length=12)),
                ("n", models.BigIntegerField(default=0)),
                ("kept", models.BigIntegerField(default=0)),
                ("total", models.BigIntegerField(default=0)),
                ("squares", models.BigIntegerField(default=0)),
                ("measure", models.CharField(max_length=24)),
            ],
            options={
                "indexes": [models.Index(fields=["measure", "day"], name="reading_day_measure")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("day", "unit_key", "channel", "measure"), name="reading_day_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RejectedRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.CharField(max_length=400)),
                ("reason", models.CharField(max_length=400)),
                ("raw_hash", models.CharField(blank=True, max_length=32)),
                ("masked", models.TextField(blank=True)),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rejected_rows",
                        to="conversations.import",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Sample",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("seed", models.CharField(max_length=40)),
                ("size", models.PositiveIntegerField()),
                ("since", models.DateField(null=True)),
                ("until", models.DateField(null=True)),
                ("drawn_from", models.PositiveBigIntegerField()),
                ("drawn_at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-drawn_at", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="SampleItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveIntegerField()),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="conversations.conversation"
                    ),
                ),
                (
                    "sample",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="conversations.sample",
                    ),
                ),
            ],
            options={
                "ordering": ("position",),
            },
        ),
        migrations.CreateModel(
            name="Reading",
            fields=[
                (
                    "conversation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="reading",
                        serialize=False,
                        to="conversations.conversation",
                    ),
                ),
                ("p", models.SmallIntegerField(null=True)),
                ("r", models.SmallIntegerField(null=True)),
                ("o", models.SmallIntegerField(null=True)),
                ("u", models.SmallIntegerField(null=True)),
                ("d", models.SmallIntegerField(null=True)),
                ("rating", models.SmallIntegerField(null=True)),
                ("intervals", models.JSONField(default=dict)),
                ("feeling_start", models.FloatField(null=True)),
                ("feeling_end", models.FloatField(null=True)),
                ("began", models.CharField(blank=True, max_length=8)),
                ("ended", models.CharField(blank=True, max_length=8)),
                ("stance", models.CharField(blank=True, max_length=16)),
                ("coping", models.CharField(blank=True, max_length=8)),
                ("word_of_mouth", models.CharField(blank=True, max_length=8)),
                ("retold", models.BooleanField(default=False)),
                ("unread", models.CharField(blank=True, max_length=200)),
                ("evidence", models.JSONField(default=list)),
                ("weight", models.SmallIntegerField(default=0)),
                ("gauge", models.CharField(max_length=20)),
            ],
            options={
                "indexes": [models.Index(fields=["-weight"], name="reading_worst")],
            },
        ),
        migrations.AddIndex(
            model_name="conversation",
            index=models.Index(fields=["-day", "-id"], name="conversation_newest"),
        ),
        migrations.AddIndex(
            model_name="conversation",
            index=models.Index(fields=["unit_key", "-day", "-id"], name="conversation_of_unit"),
        ),
        migrations.AddIndex(
            model_name="conversation",
            index=models.Index(
                condition=models.Q(("team_written", ""), _negated=True),
                fields=["source", "team_written"],
                name="conversation_team_written",
            ),
        ),
        migrations.AddConstraint(
            model_name="conversation",
            constraint=models.UniqueConstraint(
                fields=("source", "native_id"), name="conversation_once_per_source"
            ),
        ),
        migrations.AddConstraint(
            model_name="judgement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("by__isnull", False)),
                fields=("conversation", "by", "reading"),
                name="judgement_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.UniqueConstraint(
                fields=("conversation", "seq"), name="message_once_per_conversation"
            ),
        ),
        migrations.AddIndex(
            model_name="participant",
            index=models.Index(
                condition=models.Q(("written", ""), _negated=True),
                fields=["written"],
                name="participant_written",
            ),
        ),
        migrations.AddConstraint(
            model_name="participant",
            constraint=models.UniqueConstraint(
                fields=("conversation", "idx"), name="participant_once_per_conversation"
            ),
        ),
        migrations.AddConstraint(
            model_name="sampleitem",
            constraint=models.UniqueConstraint(
                fields=("sample", "conversation"), name="sample_item_once"
            ),
        ),
    ]
