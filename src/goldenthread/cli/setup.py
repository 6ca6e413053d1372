"""`goldenthread setup`: the first run of a new installation."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

from goldenthread.charter import actions as charter
from goldenthread.cli.upgrade import upgrade
from goldenthread.people import actions as people
from goldenthread.people.actions import NewMember, Place
from goldenthread.people.models import MemberRole


def _zone(_ctx: click.Context, _param: click.Parameter, written: str) -> str:
    try:
        ZoneInfo(written)
    except (ZoneInfoNotFoundError, ValueError) as error:
        message = f"{written} is not a time zone. Write it like Europe/London."
        raise click.BadParameter(message) from error
    return written


@click.command(name="setup")
@click.option("--name", prompt="Name of the organisation", help="What it is called.")
@click.option(
    "--zone", prompt="Time zone", default="Europe/London", callback=_zone, help="Whose midnight."
)
@click.option("--country", default="GB", prompt="Country, for holidays", help="Two letters.")
@click.option("--admin", prompt="E-mail of the administrator", help="Who looks after it.")
@click.password_option(help="The administrator's password.")
def command(*, name: str, zone: str, country: str, admin: str, password: str) -> None:
    """Set up a new installation: organisation, ready charter, first administrator.

    Example: goldenthread setup --name "Northfield Water" --admin ida@example.org
    """
    now = datetime.now(UTC)
    upgrade()
    people.found(by=None, place=Place(name, zone, country), now=now)
    charter.install_ready_charter(by=None, now=now)
    first = NewMember(admin, admin.split("@", 1)[0], MemberRole.ADMINISTRATOR, password=password)
    people.add_member(by=None, new=first, now=now)
    click.echo(f"{name} is set up. Next: goldenthread serve, then sign in as {admin}.")
