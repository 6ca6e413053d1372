"""Run a command on a PostgreSQL of its own: `python tests/with_postgres.py pytest tests/people`.

Starts a private cluster on a free port in a temporary folder, gives its address as DATABASE_URL,
and takes it away afterwards. Where PostgreSQL's binaries are not found it says so and skips.
"""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path


def binaries() -> Path | None:
    """Where `initdb` and `postgres` are; None when PostgreSQL is not installed."""
    told = shutil.which("pg_config")
    places = [Path(subprocess.check_output([told, "--bindir"], text=True).strip())] if told else []
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((place for place in places if (place / "initdb").exists()), None)


def free_port() -> int:
    """A port nobody listens on at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def owner() -> dict[str, object]:
    """PostgreSQL refuses to run as root: then it runs as its own user."""
    if os.geteuid() != 0:
        return {}
    entry = pwd.getpwnam("postgres")
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


def main() -> int:
    """Start, run, stop; the exit code is the command's own."""
    found = binaries()
    if found is None:
        print("SKIPPED: PostgreSQL's binaries were not found, so nothing ran on PostgreSQL.")
        return 0
    with tempfile.TemporaryDirectory(prefix="goldenthread-pg-") as folder:
        data, port, who = Path(folder) / "data", free_port(), owner()
        if who:
            os.chown(folder, who["user"], who["group"])

        def run(*command: object) -> None:
            quiet = subprocess.DEVNULL
            subprocess.run(list(map(str, command)), check=True, stdout=quiet, cwd=folder, **who)

        run(found / "initdb", "-D", data, "-A", "trust", "-U", "postgres")
        settings = f"-p {port} -k {folder} -c fsync=off -c listen_addresses=127.0.0.1"
        control = (found / "pg_ctl", "-D", data, "-w", "-l", Path(folder) / "log")
        run(*control, "-o", settings, "start")
        try:
            address = f"postgresql://postgres@127.0.0.1:{port}/postgres"
            environment = {**os.environ, "DATABASE_URL": address}
            return subprocess.run(sys.argv[1:], env=environment, check=False).returncode
        finally:
            run(*control, "-m", "immediate", "stop")


if __name__ == "__main__":
    sys.exit(main())
