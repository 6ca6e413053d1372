"""Full-text search inside the database: FTS5 on SQLite, a GIN index on PostgreSQL.

A table beside `Conversation` that holds its words and nothing else; rows are written in the
import's own transaction, so that what is found and what is there can never differ.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.db import connection

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

MATCHING = {
    "sqlite": "SELECT rowid FROM conversations_search WHERE conversations_search MATCH %s",
    "postgresql": (
        "SELECT id FROM conversations_search WHERE words @@ websearch_to_tsquery('english', %s)"
    ),
}
_INSERT = {
    "sqlite": "INSERT INTO conversations_search (rowid, words) VALUES (%s, %s)",
    "postgresql": (
        "INSERT INTO conversations_search (id, words) VALUES (%s, to_tsvector('english', %s))"
    ),
}
_DELETE = {
    "sqlite": "DELETE FROM conversations_search WHERE rowid = %s",
    "postgresql": "DELETE FROM conversations_search WHERE id = %s",
}
_PHRASE_OR_WORD = re.compile(r'"([^"]*)"|(\S+)')
# What one conversation may bring to the index: beyond it PostgreSQL refuses a document.
_LONGEST = 500_000
_WORDS_OF_A_QUERY = 20


def vendor() -> str:
    """Which of the two databases this is."""
    return connection.vendor


def query_of(words: str) -> str:
    """What somebody typed, as this database's own query; empty when no word is in it.

    Every word must occur; words between quotes must stand together. Nothing typed can be an
    operator, so that nothing typed can be wrong.
    """
    found = [phrase or word for phrase, word in _PHRASE_OR_WORD.findall(words.replace("\0", " "))]
    kept = [re.sub(r"[^\w'’@.-]+", " ", part).strip() for part in found][:_WORDS_OF_A_QUERY]
    kept = [part for part in kept if re.search(r"\w", part)]
    return " ".join(f'"{part}"' for part in kept)


def add(rows: Sequence[tuple[int, str]]) -> None:
    """Make conversations findable by their words: primary key and text of each."""
    with connection.cursor() as cursor:
        cursor.executemany(_INSERT[vendor()], [(pk, text[:_LONGEST]) for pk, text in rows])


def remove(keys: Collection[int]) -> None:
    """Take conversations out of the index."""
    with connection.cursor() as cursor:
        cursor.executemany(_DELETE[vendor()], [(key,) for key in keys])
