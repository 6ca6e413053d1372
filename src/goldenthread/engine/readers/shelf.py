"""Rows kept on disk while a file is read, so that memory stays flat however long the file.

Rows of one conversation may stand anywhere in a file. They are put on a shelf, a private
temporary database that vanishes when closed, and taken down together.
"""

from __future__ import annotations

import sqlite3
from hashlib import blake2b
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import orjson

from goldenthread.engine.readers.found import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

_PENDING = 500


class Shelf:
    """Records by kind and key, in the order they came.

    Everything is put up first; `seal` before the first taking down.
    """

    def __init__(self) -> None:
        self._database = _private_database()
        self._database.execute(
            "CREATE TABLE item (n INTEGER PRIMARY KEY, kind TEXT, key TEXT, body BLOB)"
        )
        self._pending: list[tuple[str, str, bytes]] = []

    def put(self, kind: str, key: str, record: Record) -> None:
        """Put one record up."""
        body = orjson.dumps([record.place, record.cells, record.notes])
        self._pending.append((kind, key, body))
        if len(self._pending) >= _PENDING:
            self._flush()

    def seal(self) -> None:
        """Finish putting up and make taking down quick."""
        self._flush()
        self._database.execute("CREATE INDEX place ON item (kind, key, n)")

    def take(self, kind: str, key: str) -> list[Record]:
        """The records of one kind and key; empty when there are none."""
        found = self._database.execute(
            "SELECT body FROM item WHERE kind = ? AND key = ? ORDER BY n", (kind, key)
        )
        return [_record(body) for (body,) in found]

    def all(self, kind: str) -> Iterator[tuple[str, Record]]:
        """Every record of one kind with its key, in the order they came."""
        found = self._database.execute(
            "SELECT key, body FROM item WHERE kind = ? ORDER BY n", (kind,)
        )
        for key, body in found:
            yield key, _record(body)

    def groups(self, kind: str) -> Iterator[tuple[str, list[Record]]]:
        """The records of one kind by key; keys in the order they were first met."""
        found = self._database.execute(
            "SELECT item.key, item.body FROM item JOIN"
            " (SELECT key, min(n) AS first FROM item WHERE kind = ? GROUP BY key) AS begun"
            " ON begun.key = item.key WHERE item.kind = ? ORDER BY begun.first, item.n",
            (kind, kind),
        )
        for key, rows in groupby(found, key=itemgetter(0)):
            yield key, [_record(body) for _, body in rows]

    def keys_without(self, kind: str, other: str) -> list[str]:
        """Keys of one kind that no record of another kind has, in the order first met."""
        found = self._database.execute(
            "SELECT key FROM item WHERE kind = ? AND key NOT IN"
            " (SELECT key FROM item WHERE kind = ?) GROUP BY key ORDER BY min(n)",
            (kind, other),
        )
        return [key for (key,) in found]

    def close(self) -> None:
        """Forget everything."""
        self._database.close()

    def _flush(self) -> None:
        self._database.executemany(
            "INSERT INTO item (kind, key, body) VALUES (?, ?, ?)", self._pending
        )
        self._pending.clear()


class Occurrences:
    """How often each row was met, so that equal rows without an id stay different answers."""

    def __init__(self) -> None:
        self._database = _private_database()
        self._database.execute(
            "CREATE TABLE met (row BLOB PRIMARY KEY, times INTEGER) WITHOUT ROWID"
        )

    def name(self, cells: dict[str, Any]) -> str:
        """An id for a row that has none: its hash and which of its equals it is, from 1."""
        digest = blake2b(
            orjson.dumps(
                {key: None if value is None else str(value) for key, value in cells.items()},
                option=orjson.OPT_SORT_KEYS,
            ),
            digest_size=12,
        )
        ((times,),) = self._database.execute(
            "INSERT INTO met VALUES (?, 1)"
            " ON CONFLICT (row) DO UPDATE SET times = times + 1 RETURNING times",
            (digest.digest(),),
        ).fetchall()
        return f"{digest.hexdigest()}-{times}"

    def close(self) -> None:
        """Forget everything."""
        self._database.close()


def _private_database() -> sqlite3.Connection:
    # An empty name is SQLite's own temporary file, gone with the connection even after a kill.
    database = sqlite3.connect("", isolation_level=None, check_same_thread=False)
    database.execute("PRAGMA journal_mode = OFF")
    database.execute("PRAGMA synchronous = OFF")
    return database


def _record(body: bytes) -> Record:
    place, cells, notes = orjson.loads(body)
    return Record(place, cells, tuple(notes))
