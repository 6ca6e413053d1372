"""`goldenthread serve`: the pages, and a worker beside them."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click
from granian import Granian
from granian.constants import Interfaces

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def beside(*verb: str) -> Iterator[None]:
    """Run another verb as a process of its own for as long as this one lasts."""
    process = subprocess.Popen([sys.executable, "-m", "goldenthread", *verb])  # noqa: S603 - ourselves
    try:
        yield
    finally:
        process.terminate()
        process.wait(timeout=15)


def serve(host: str, port: int, *, workers: int | None = None) -> None:
    """Serve pages until stopped; one process for each core unless said otherwise."""
    Granian(
        "goldenthread.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers or os.cpu_count() or 1,
        blocking_threads=4,
        log_access=False,
    ).serve()


@click.command(name="serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, help="Port to listen on.")
@click.option("--workers", type=int, help="Web processes. [default: one for each core]")
@click.option("--no-work", is_flag=True, help="Run no queue worker beside the pages.")
def command(*, host: str, port: int, workers: int | None, no_work: bool) -> None:
    """Serve the pages, with one queue worker beside them.

    Example: goldenthread serve --port 8000
    """
    if no_work:
        serve(host, port, workers=workers)
        return
    with beside("work"):
        serve(host, port, workers=workers)
