from django.db import migrations

# A table for words alone, outside the ORM: FTS5 on SQLite, a GIN index on PostgreSQL.
# Written out here, not taken from the models: a migration never changes again.
CREATE = {
    "sqlite": [
        "CREATE VIRTUAL TABLE conversations_search USING fts5("
        "words, tokenize='porter unicode61 remove_diacritics 2')",
    ],
    "postgresql": [
        "CREATE TABLE conversations_search (id bigint PRIMARY KEY, words tsvector NOT NULL)",
        "CREATE INDEX conversations_search_words ON conversations_search USING gin (words)",
    ],
}


def create(apps, schema_editor):
    for statement in CREATE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    schema_editor.execute("DROP TABLE conversations_search")


class Migration(migrations.Migration):
    dependencies = [
        ("conversations", "0001_conversations_readings_imports"),
    ]

    operations = [
        migrations.RunPython(create, drop),
    ]
