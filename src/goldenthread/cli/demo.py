"""`goldenthread demo`: a believable organisation, its year, and its brief."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click
from django.conf import settings
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from goldenthread.cli.serve import beside, serve
from goldenthread.cli.upgrade import upgrade
from goldenthread.demo.install import PASSWORD, install, sign_ins
from goldenthread.demo.truth import Order

if TYPE_CHECKING:
    from goldenthread.conversations.models import Import
    from goldenthread.demo.install import Installed


@click.command(name="demo")
@click.option("--no-serve", is_flag=True, help="Only put it in; serve nothing.")
@click.option("--seed", default=1, show_default=True, help="Another seed, another organisation.")
@click.option("--conversations", default=20_000, show_default=True, help="How many in the year.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="Its last day. [default: today]")
@click.option("--bank", default="first", show_default=True, help="Whose phrases they speak in.")
@click.option("--port", default=8000, show_default=True, help="Port to serve on.")
def command(  # noqa: PLR0913 - one parameter for each option of the command
    *,
    no_serve: bool,
    seed: int,
    conversations: int,
    until: datetime | None,
    bank: str,
    port: int,
) -> None:
    """Bring in a made-up organisation with a year of conversations, and show its brief.

    Changes are planted in it; HOME/demo/truth.json says which, so that you can see whether the
    brief finds them.

    Example: goldenthread demo --conversations 5000
    """
    upgrade()
    now = datetime.now(UTC)
    last = (until or now).date()
    order = Order(seed, conversations, last, bank)
    installed = _install(order, now)
    _tell(installed, port)
    if not no_serve:
        with beside("work"):
            serve("127.0.0.1", port)


def _install(order: Order, now: datetime) -> Installed:
    columns = (TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading a year of conversations", total=order.conversations)

        def tell(run: Import) -> bool:
            bar.update(task, completed=run.position)
            return True

        return install(order, settings.HOME / "demo", now=now, progress=tell)


def _tell(installed: Installed, port: int) -> None:
    outcome, house = installed.outcome, installed.organisation
    if outcome is not None:
        pace = outcome.messages / outcome.seconds if outcome.seconds else 0
        click.echo(
            f"{house.name}: {outcome.new:,} conversations, {outcome.messages:,} messages, read in"
            f" {outcome.seconds:,.1f} s ({pace:,.0f} messages a second)."
        )
    else:
        click.echo(f"{house.name} is here already.")
    click.echo(f"\nOpen http://127.0.0.1:{port} and sign in; the password is: {PASSWORD}")
    for role, email in sign_ins(house):
        click.echo(f"  {role:16} {email}")
