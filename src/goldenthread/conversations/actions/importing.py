"""Bring in a file or a folder: read, recognise what is new, prepare it, keep it, count it."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.db.models import F

from goldenthread.conversations.actions.keep import keep
from goldenthread.conversations.models import (
    Conversation,
    Import,
    ImportState,
    RejectedRow,
    SourceSystem,
)
from goldenthread.engine.batch import House, hash_of, prepare, relabelled
from goldenthread.engine.personal import mask
from goldenthread.engine.readers import Mapping, read, sources
from goldenthread.engine.types import Rejected
from goldenthread.ground.clock import organisation_zone, working_calendar
from goldenthread.ground.database import fast_writes
from goldenthread.ground.parallel import in_order
from goldenthread.ground.queue import ATTEMPTS
from goldenthread.ground.thread import SYSTEM, person, stitch
from goldenthread.people import policy as people
from goldenthread.people.queries import organisation_name, unit_names

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from datetime import datetime

    from django.db.models import QuerySet

    from goldenthread.engine import types
    from goldenthread.engine.batch import Prepared
    from goldenthread.people.models import Member

BATCH = 400
SHOWN_REJECTED = 1_000  # how many rejected rows an outcome carries; all of them are kept
_LONGEST_RAW = 4_000


@dataclass(slots=True)
class Outcome:
    """What an import did; counts of conversations, and of messages in the new and changed."""

    source: str = ""
    new: int = 0
    changed: int = 0
    same: int = 0
    undated: int = 0
    messages: int = 0
    rejected_count: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    seconds: float = 0.0

    def to_json(self) -> dict[str, object]:
        """As `import --json` prints it."""
        return {
            "schema": "goldenthread.import/1",
            "source": self.source,
            "conversations": {
                "new": self.new,
                "changed": self.changed,
                "same": self.same,
                "undated": self.undated,
            },
            "messages": self.messages,
            "rejected_count": self.rejected_count,
            "rejected": [{"place": r.place, "reason": r.reason} for r in self.rejected],
            "seconds": round(self.seconds, 3),
        }


Progress = Callable[[Import], bool]


def go_on(run: Import) -> bool:
    """Never ask for a stop."""
    del run
    return True


@dataclass(frozen=True, slots=True)
class What:
    """What is to be brought in.

    Attributes:
        path: A file or a folder.
        source: A format's name, or the name its conversations go by; None to find out.
        mapping: Columns, as `docs/using/mapping.md` says; None to guess them.
    """

    path: Path
    source: str | None = None
    mapping: dict[str, object] | None = None


def bring_in(
    what: What, *, by: Member | None, now: datetime, progress: Progress = go_on
) -> Outcome:
    """Bring it in at once, and say what came of it.

    Args:
        what: A file or a folder.
        by: Who asks; None for the command line.
        now: When.
        progress: Called after every batch; returning False stops there and keeps what was read.

    Raises:
        MappingFault: The mapping cannot be used; the text says why.
    """
    if by is not None:
        people.must_import(by)
    if what.mapping is not None:
        Mapping.from_json(what.mapping)  # a faulty one is refused before anything is written down
    is_format = what.source in sources()
    _close_unended(what)
    run = Import.objects.create(
        source="" if is_format else (what.source or ""),
        reader=what.source or "" if is_format else "",
        name=what.path.name or str(what.path),
        path=str(what.path),
        mapping=what.mapping,
        by=by,
        asked_at=now,
    )
    try:
        return run_import(run, now=now, progress=progress)
    except BaseException:
        _stop(Import.objects.filter(pk=run.pk), "It was interrupted.")
        raise


def _close_unended(what: What) -> None:
    """Whoever brings a file in again knows that the command which did so before was killed."""
    unended = Import.objects.filter(path=str(what.path), by=None, state=ImportState.RUNNING)
    _stop(unended, "It did not come to its end.")


def _stop(runs: QuerySet[Import], why: str) -> None:
    kept = "What was read until then is kept; bringing the same in again doubles nothing."
    runs.update(state=ImportState.STOPPED, sentence=f"{why} {kept}")


def run_import(run: Import, *, now: datetime, progress: Progress = go_on) -> Outcome:
    """Run an import, or go on with one where a killed worker left it."""
    began = time.monotonic()
    run.state, run.started_at = ImportState.RUNNING, run.started_at or now
    run.save(update_fields=["state", "started_at"])
    shown: list[Rejected] = []
    stopped = False
    batches = _batches(_records(run), skip=run.position)
    with fast_writes(), closing(_prepared(batches, run.source)) as prepared:
        for batch, ready in prepared:
            _write(run, batch, ready, now=now)
            shown += batch.rejected[: SHOWN_REJECTED - len(shown)]
            if not progress(run):
                stopped = True
                break
    _finish(run, ImportState.STOPPED if stopped else ImportState.DONE, now)
    return Outcome(
        source=run.source,
        new=run.new,
        changed=run.changed,
        same=run.same,
        undated=run.undated,
        messages=run.messages,
        rejected_count=run.rejected,
        rejected=shown,
        seconds=time.monotonic() - began,
    )


def _records(run: Import) -> Iterator[types.Conversation | Rejected]:
    return iter(
        read(
            Path(run.path),
            run.reader or None,
            mapping=None if run.mapping is None else Mapping.from_json(run.mapping),
            zone=organisation_zone(),
        )
    )


@dataclass(frozen=True, slots=True)
class _Batch:
    """Some records of a file, and what is known of them before they are prepared.

    Attributes:
        records: How many.
        source: The system the first conversation of them comes from.
        rejected: What could not be read.
        fresh: Conversations that are not here yet, or not like this, with their hash.
        superseded: How many were told of again, otherwise, within these records.
        same: How many are here already.
    """

    records: int
    source: str
    rejected: list[Rejected]
    fresh: list[tuple[types.Conversation, str]]
    superseded: int
    same: int


def _batches(
    records: Iterator[types.Conversation | Rejected], *, skip: int
) -> Iterator[list[types.Conversation | Rejected]]:
    next(islice(records, skip, skip), None)
    while batch := list(islice(records, BATCH)):
        yield batch


def _prepared(
    batches: Iterator[list[types.Conversation | Rejected]], source: str
) -> Generator[tuple[_Batch, list[Prepared]]]:
    """Each batch with its new and changed conversations masked, keyed and read."""
    secret = settings.CUSTOMER_KEY.encode()
    names = (organisation_name(), *unit_names().values())
    job = partial(prepare, house=House(secret, working_calendar(), names))
    looked_at = (_look_at(records, source, secret) for records in batches)
    pairs = ((batch, batch.fresh) for batch in looked_at)
    yield from in_order(job, pairs, processes=settings.CORES)


def _look_at(records: list[types.Conversation | Rejected], source: str, secret: bytes) -> _Batch:
    rejected = [record for record in records if isinstance(record, Rejected)]
    read_well = [
        relabelled(record, source or None) for record in records if not isinstance(record, Rejected)
    ]
    every = [(conversation, hash_of(conversation, secret)) for conversation in read_well]
    hashed, superseded = _last_of_each(every)
    fresh = _not_same(hashed)
    return _Batch(
        records=len(records),
        source=next((conversation.source.system for conversation in read_well), ""),
        rejected=rejected,
        fresh=fresh,
        superseded=superseded,
        same=len(read_well) - len(fresh) - superseded,
    )


def _write(run: Import, batch: _Batch, prepared: list[Prepared], *, now: datetime) -> None:
    """Keep one batch and its counts, in one transaction."""
    with transaction.atomic():
        # Whoever brings in the same source waits here, so that nothing is written twice.
        _take_turns({conversation.source.system for conversation, _ in batch.fresh})
        counts = keep(prepared, run=run, now=now)
        counts["changed"] += batch.superseded
        counts["same"] += batch.same
        _count(run, counts, batch)


def _last_of_each(
    hashed: list[tuple[types.Conversation, str]],
) -> tuple[list[tuple[types.Conversation, str]], int]:
    """Of several records of one conversation in a batch the last; how many it superseded."""
    by_name: dict[tuple[str, str], tuple[types.Conversation, str]] = {}
    superseded = 0
    for conversation, content_hash in hashed:
        name = (conversation.source.system, conversation.source.native_id)
        superseded += name in by_name and by_name[name][1] != content_hash
        by_name[name] = (conversation, content_hash)
    return list(by_name.values()), superseded


def _not_same(
    hashed: list[tuple[types.Conversation, str]],
) -> list[tuple[types.Conversation, str]]:
    known = {
        (source, native_id): content_hash
        for source in {c.source.system for c, _ in hashed}
        for source, native_id, content_hash in Conversation.objects.filter(
            source=source,
            native_id__in=[c.source.native_id for c, _ in hashed],
        ).values_list("source", "native_id", "content_hash")
    }
    return [(c, h) for c, h in hashed if known.get((c.source.system, c.source.native_id)) != h]


def _take_turns(names: set[str]) -> None:
    SourceSystem.objects.bulk_create(
        [SourceSystem(name=name) for name in sorted(names)], ignore_conflicts=True
    )
    list(SourceSystem.objects.select_for_update().filter(name__in=names).order_by("name"))


def _count(run: Import, counts: dict[str, int], batch: _Batch) -> None:
    RejectedRow.objects.bulk_create([_row(run, record) for record in batch.rejected])
    added = counts | {"rejected": len(batch.rejected), "position": batch.records}
    Import.objects.filter(pk=run.pk).update(
        source=run.source or batch.source,
        **{name: F(name) + number for name, number in added.items()},
    )
    run.refresh_from_db()


def _row(run: Import, record: Rejected) -> RejectedRow:
    raw = (record.raw or "")[:_LONGEST_RAW]
    return RejectedRow(
        run=run,
        place=record.place[:400],
        reason=record.reason[:400],
        raw_hash=blake2b(raw.encode(errors="replace"), digest_size=16).hexdigest() if raw else "",
        masked=mask(raw)[0] if raw else "",
    )


def note_trouble(run: Import) -> None:
    """Say on the import's page that it stumbled; after too many times it is given up."""
    run.refresh_from_db()
    run.troubles += 1
    given_up = run.troubles >= ATTEMPTS
    run.state = ImportState.FAILED if given_up else ImportState.WAITING
    run.sentence = (
        "An error of ours stopped it. What was read until then is kept; the log names the error,"
        " and bringing the same file in again goes on without doubling."
        if given_up
        else "An error of ours interrupted it. It is tried again in a few seconds."
    )
    run.save(update_fields=["troubles", "state", "sentence"])


def _finish(run: Import, state: ImportState, now: datetime) -> None:
    with transaction.atomic():
        run.state, run.finished_at, run.sentence = state, now, ""
        run.save(update_fields=["state", "finished_at", "sentence"])
        stitch(
            by=person(run.by) if run.by else SYSTEM,
            verb=f"import.{state}",
            subject=run,
            at=now,
            new=run.new,
            changed=run.changed,
            same=run.same,
            rejected=run.rejected,
        )
