"""The `goldenthread` command: one module per verb, each calls one action, query or function."""

from __future__ import annotations

import os
import sys

import click
from typing_extensions import override

from goldenthread.ground.refusals import Refused

_VERBS = ("setup", "upgrade", "doctor", "demo", "serve", "work", "import", "brief")


class _Verbs(click.Group):
    """Finds a verb's module only when it is called, so that `--help` is quick."""

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every verb, in the order one meets them."""
        del ctx
        return list(_VERBS)

    @override
    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb of that name, or None."""
        del ctx
        if cmd_name not in _VERBS:
            return None
        from importlib import import_module  # noqa: PLC0415 - a verb loads when it is called

        import django  # noqa: PLC0415

        django.setup()
        name = "bring_in" if cmd_name == "import" else cmd_name
        command: click.Command = import_module(f"goldenthread.cli.{name}").command
        return command


@click.group(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"]})
def goldenthread() -> None:
    """The unfiltered truth of how customers are treated, and what became of it.

    Everything is kept under GOLDENTHREAD_HOME (./var when it is not set).
    """


def main() -> None:
    """Run the command; a refusal is one line and exit code 1, wrong use is exit code 2."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
    try:
        goldenthread()
    except Refused as refusal:
        click.echo(f"goldenthread: {refusal}", err=True)
        sys.exit(1)
