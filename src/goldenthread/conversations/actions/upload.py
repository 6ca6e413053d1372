"""Receive a file from a browser and bring it in behind the scenes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction

from goldenthread.conversations.models import Import, ImportState
from goldenthread.engine.readers import sources
from goldenthread.ground import queue
from goldenthread.ground.refusals import NotHere
from goldenthread.ground.thread import person, stitch
from goldenthread.people import policy as people

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from goldenthread.people.models import Member

_NAME_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Upload:
    """A file somebody sent.

    Attributes:
        name: What the sender's machine calls it; only its last part is believed, and only shown.
        chunks: Its content.
        source: A format or a source's name, or empty to find out.
    """

    name: str
    chunks: Iterable[bytes]
    source: str = ""


def receive(*, by: Member, file: Upload, now: datetime) -> Import:
    """Keep an uploaded file and put its import on the queue."""
    people.must_import(by)
    path = _store(file.name, file.chunks)
    is_format = file.source in sources()
    with transaction.atomic():
        run = Import.objects.create(
            source="" if is_format else file.source[:60],
            reader=file.source if is_format else "",
            name=Path(file.name).name[:_NAME_LENGTH],
            path=str(path),
            by=by,
            asked_at=now,
        )
        stitch(by=person(by), verb="import.ask", subject=run, at=now)
        queue.enqueue("goldenthread.conversations.jobs.run_import", import_pk=run.pk)
    return run


def _store(name: str, chunks: Iterable[bytes]) -> Path:
    folder = settings.HOME / "uploads"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    # Of the sender's name only a plain ending survives, which the readers tell formats by.
    ending = Path(name).suffix.lower()
    safe = ending if ending[1:].isalnum() and len(ending) <= 8 else ""  # noqa: PLR2004 - .parquet
    path: Path = folder / f"{token_hex(16)}{safe}"
    with path.open("xb") as file:
        file.writelines(chunks)
    return path


@transaction.atomic
def stop_import(*, by: Member, import_pk: int, now: datetime) -> Import:
    """Ask an import to stop after the batch in hand; what was read is kept.

    Raises:
        NotHere: There is no such import.
    """
    people.must_import(by)
    run = Import.objects.select_for_update().filter(pk=import_pk).first()
    if run is None:
        raise NotHere
    if not run.is_over:
        run.state = ImportState.STOPPED
        run.save(update_fields=["state"])
        stitch(by=person(by), verb="import.stop", subject=run, at=now)
    return run
