"""`goldenthread import`: bring in files and folders."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
import orjson
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from goldenthread.conversations import actions
from goldenthread.conversations.actions import Outcome, What
from goldenthread.engine.readers import MappingFault
from goldenthread.ground.clock import organisation_zone

if TYPE_CHECKING:
    from goldenthread.conversations.models import Import


@click.command(name="import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--source", help="A format's name, or the name these conversations go by.")
@click.option(
    "--mapping",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Which column is what, as a JSON file (docs/using/mapping.md).",
)
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Import as if on this day.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def command(
    *,
    paths: tuple[Path, ...],
    source: str | None,
    mapping: Path | None,
    as_of: datetime | None,
    as_json: bool,
) -> None:
    """Bring in conversations from files or folders. Running it again doubles nothing.

    Example: goldenthread import tickets.csv --source helpdesk
    """
    now = datetime.now(UTC) if as_of is None else as_of.replace(tzinfo=organisation_zone())
    columns = None if mapping is None else _read(mapping)
    total = Outcome()
    for path in paths:
        if not path.exists():
            message = f"{path} is not there. Check the spelling, or give its whole path."
            raise click.ClickException(message)
        _add(total, _bring_in(What(path, source, columns), now, quiet=as_json))
    click.echo(orjson.dumps(total.to_json()).decode() if as_json else _sentence(total))


def _read(mapping: Path) -> dict[str, object]:
    try:
        columns = orjson.loads(mapping.read_bytes())
    except orjson.JSONDecodeError as error:
        message = f"{mapping} is not JSON ({error}). See docs/using/mapping.md for an example."
        raise click.ClickException(message) from error
    if not isinstance(columns, dict):
        message = f"{mapping} must hold one JSON object. See docs/using/mapping.md."
        raise click.ClickException(message)
    return columns


def _bring_in(what: What, now: datetime, *, quiet: bool) -> Outcome:
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    console = Console(stderr=True)
    hidden = quiet or not console.is_terminal
    with Progress(*columns, console=console, disable=hidden, transient=True) as bar:
        task = bar.add_task(f"reading {what.path.name}")

        def tell(run: Import) -> bool:
            bar.update(task, description=f"{run.position:,} read from {what.path.name}")
            return True

        try:
            return actions.bring_in(what, by=None, now=now, progress=tell)
        except MappingFault as fault:
            raise click.ClickException(" ".join(str(fault).split())) from fault


def _add(total: Outcome, one: Outcome) -> None:
    total.source = total.source or one.source
    for name in ("new", "changed", "same", "undated", "messages", "rejected_count", "seconds"):
        setattr(total, name, getattr(total, name) + getattr(one, name))
    total.rejected += one.rejected


def _sentence(total: Outcome) -> str:
    told = (
        f"{total.new:,} new conversations, {total.changed:,} changed, {total.same:,} as they were,"
        f" {total.messages:,} messages, in {total.seconds:,.1f} s."
    )
    lines = [told]
    if total.undated:
        lines.append(f"{total.undated:,} have no date: kept, but in no week's figure.")
    if total.rejected_count:
        lines.append(f"{total.rejected_count:,} could not be read:")
        lines += [f"  {one.place}: {one.reason}" for one in total.rejected[:20]]
    return "\n".join(lines)
