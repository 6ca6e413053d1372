from django.db import migrations

# SQLite knows no NULLS LAST in an index and needs none: there nulls come last by themselves.
CREATE = [
    "CREATE INDEX conversation_newest_dated ON conversations_conversation"
    " (day DESC NULLS LAST, id DESC)",
    "CREATE INDEX conversation_of_unit_dated ON conversations_conversation"
    " (unit_key, day DESC NULLS LAST, id DESC)",
]
DROP = [
    "DROP INDEX conversation_newest_dated",
    "DROP INDEX conversation_of_unit_dated",
]


def run(statements, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for statement in statements:
            schema_editor.execute(statement)


def create(apps, schema_editor):
    run(CREATE, schema_editor)


def drop(apps, schema_editor):
    run(DROP, schema_editor)


class Migration(migrations.Migration):
    dependencies = [
        ("conversations", "0002_full_text_search"),
    ]

    operations = [
        migrations.RunPython(create, drop),
    ]
