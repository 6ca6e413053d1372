"""`goldenthread upgrade`: bring the database to this version, gather static files."""

from __future__ import annotations

import click
from django.core.management import call_command


def upgrade() -> None:
    """Apply migrations and gather static files; safe to run any number of times."""
    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)


@click.command(name="upgrade")
def command() -> None:
    """Bring the database to this version. Run it after every update, before `serve`.

    Example: goldenthread upgrade
    """
    upgrade()
    click.echo("Database and static files are up to date.")
