"""`goldenthread work`: do what waits on the queue."""

from __future__ import annotations

import signal

import click

from goldenthread.ground.worker import QueueWorker


@click.command(name="work")
@click.option("--until-empty", is_flag=True, help="Stop when nothing is left to do.")
def command(*, until_empty: bool) -> None:
    """Work on the queue until stopped. Run one or more beside `serve`.

    Example: goldenthread work
    """
    worker = QueueWorker()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: worker.stop())
    done = worker.run(until_empty=until_empty)
    if until_empty:
        click.echo(f"{done} tasks done; nothing is left on the queue.")
