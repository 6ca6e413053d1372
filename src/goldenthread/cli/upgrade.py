"""`goldenthread upgrade`: bring the database to this version."""

from __future__ import annotations

import click
from django.core.management import call_command


def upgrade() -> None:
    """Apply migrations; safe to run any number of times."""
    call_command("migrate", interactive=False, verbosity=0)


@click.command(name="upgrade")
def command() -> None:
    """Bring the database to this version. Run it after every update, before `serve`.

    Example: goldenthread upgrade
    """
    upgrade()
    click.echo("The database is up to date.")
