"""`goldenthread doctor`: is everything in order?"""

from __future__ import annotations

import sys

import click
import orjson

from goldenthread.ground import ports


@click.command(name="doctor")
@click.option("--json", "as_json", is_flag=True, help="Print the answers as JSON.")
def command(*, as_json: bool) -> None:
    """Check the database, the keys, the queue, and say what to do about what is wrong.

    Example: goldenthread doctor
    """
    answers = [(name, check()) for name, check in ports.checks().items()]
    well = all(says is None for _, says in answers)
    if as_json:
        told = [{"name": n, "ok": s is None, "says": s or "in order"} for n, s in answers]
        click.echo(orjson.dumps({"ok": well, "checks": told}).decode())
    else:
        for name, says in answers:
            click.echo(f"{'ok  ' if says is None else 'LOOK'}  {name}: {says or 'in order'}")
    if not well:
        sys.exit(1)
