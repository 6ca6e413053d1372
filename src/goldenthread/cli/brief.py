"""`goldenthread brief`: the brief of a week, on paper or for programs."""

from __future__ import annotations

import click
import orjson

from goldenthread.insights import queries
from goldenthread.people import queries as people


@click.command(name="brief")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@click.option("--for", "email", help="Whose brief. [default: the top executive]")
@click.option("--week", help="Which week, such as 2026-W46. [default: the last whole one]")
def command(*, as_json: bool, email: str | None, week: str | None) -> None:
    """Print the brief of one week.

    Example: goldenthread brief --week 2026-W46 --json
    """
    member = people.top_executive() if email is None else people.member_by_email(email)
    if email is not None and member is None:
        message = f"Nobody here has the address {email}. The People page lists everyone."
        raise click.ClickException(message)
    told = queries.brief(member=member, week=queries.week_asked_for(week))
    click.echo(orjson.dumps(queries.to_json(told)).decode() if as_json else queries.to_text(told))
