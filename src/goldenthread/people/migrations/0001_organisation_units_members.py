import django.db.models.deletion
import django.utils.timezone
import goldenthread.people.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="Organisation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("zone_name", models.CharField(default="UTC", max_length=60)),
                ("week_start", models.PositiveSmallIntegerField(default=0)),
                ("hours", models.JSONField(default=goldenthread.people.models.office_hours)),
                ("country", models.CharField(blank=True, max_length=6)),
                ("extra_holidays", models.JSONField(blank=True, default=list)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("pk", 1)), name="organisation_only_one"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("week_start__lt", 7)),
                        name="organisation_week_starts_on_a_weekday",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Unit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("same_name", models.CharField(editable=False, max_length=120, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[("department", "Department"), ("team", "Team")],
                        default="team",
                        max_length=10,
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="people.unit",
                    ),
                ),
            ],
            options={
                "ordering": ("name",),
            },
        ),
        migrations.CreateModel(
            name="Member",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                ),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                (
                    "date_joined",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="date joined"
                    ),
                ),
                ("email", models.EmailField(max_length=254, unique=True)),
                ("name", models.CharField(max_length=120)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("executive", "executive"),
                            ("team_leader", "team leader"),
                            ("agent", "agent"),
                            ("analyst", "quality analyst"),
                            ("administrator", "administrator"),
                        ],
                        default="agent",
                        max_length=14,
                    ),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="members",
                        to="people.unit",
                    ),
                ),
            ],
            options={
                "ordering": ("name", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Alias",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("source", models.CharField(max_length=60)),
                (
                    "kind",
                    models.CharField(
                        choices=[("team", "Team"), ("person", "Person")], max_length=6
                    ),
                ),
                ("written", models.CharField(max_length=200)),
                ("shown", models.CharField(max_length=200)),
                ("first_seen", models.DateTimeField()),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        to="people.unit",
                    ),
                ),
            ],
            options={
                "ordering": ("kind", "shown"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("source", "kind", "written"), name="alias_once_per_source"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("unit__isnull", True), ("member__isnull", True), _connector="OR"
                        ),
                        name="alias_means_one_thing",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="member",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("role__in", ["executive", "team_leader", "agent", "analyst", "administrator"])
                ),
                name="member_role_known",
            ),
        ),
    ]
