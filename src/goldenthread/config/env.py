"""What the surroundings of one installation say: the home folder, keys, the database."""

from __future__ import annotations

import os
from pathlib import Path
from secrets import token_urlsafe
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote, urlsplit

from goldenthread.ground.refusals import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping


class NotPostgres(Refused):
    """`DATABASE_URL` is not an address of PostgreSQL."""

    code = "config.not_postgres"
    sentence = (
        "DATABASE_URL must begin with postgresql://, such as"
        " postgresql://user:password@localhost/goldenthread; leave it out for SQLite."
    )


def flag(environ: Mapping[str, str], name: str) -> bool:
    """Whether a switch is on: `1`, `true`, `yes` or `on`."""
    return environ.get(name, "").strip().lower() in {"1", "true", "yes", "on"}


def home_of(environ: Mapping[str, str]) -> Path:
    """The folder that holds database, keys and uploads; `./var` when nothing is said."""
    return Path(environ.get("GOLDENTHREAD_HOME") or "var").resolve()


def key_of(home: Path, name: str) -> str:
    """A secret kept in `home/keys/name`, drawn the first time it is asked for.

    Every process of one installation must read the same key, so the first one to ask writes it
    and all others, even at the same moment, read what was written.
    """
    folder = home / "keys"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / name
    if not path.exists():
        drawn = folder / f".{name}.{os.getpid()}.{token_urlsafe(6)}"
        with os.fdopen(os.open(drawn, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(token_urlsafe(50))
        try:
            os.link(drawn, path)
        except FileExistsError:
            pass  # Another process was first; its key is the key.
        finally:
            drawn.unlink()
    return path.read_text(encoding="ascii").strip()


def database_of(environ: Mapping[str, str], home: Path) -> dict[str, Any]:
    """The database: `DATABASE_URL` for PostgreSQL, otherwise one SQLite file under `home`.

    Raises:
        NotPostgres: The address is not one of PostgreSQL.
    """
    url = environ.get("DATABASE_URL", "").strip()
    return _postgres(url) if url else _sqlite(home)


def _sqlite(home: Path) -> dict[str, Any]:
    home.mkdir(parents=True, exist_ok=True)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": home / "goldenthread.sqlite3",
        "OPTIONS": {
            # The write lock is taken as a transaction begins: no upgrade, no "database is locked".
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                "PRAGMA recursive_triggers=ON; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY"
            ),
        },
    }


def _postgres(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise NotPostgres
    query = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or "goldenthread",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", "") or parts.hostname or "",
        "PORT": str(parts.port or query.pop("port", "")),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": query,
    }
