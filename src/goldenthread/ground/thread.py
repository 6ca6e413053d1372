"""Write to the thread."""

from __future__ import annotations

import re
from dataclasses import dataclass
from secrets import token_hex
from typing import TYPE_CHECKING, TypeAlias

from goldenthread.ground.models import ActorKind, Pseudonym, Stitch

if TYPE_CHECKING:
    from datetime import datetime

    from django.contrib.auth.models import AbstractUser
    from django.db.models import Model

Fact: TypeAlias = int | str | None
_CODE = re.compile(r"[A-Za-z0-9_.:+-]{1,60}")


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever did it, as the thread names them."""

    kind: ActorKind
    pseudonym: str
    account_pk: int | None = None


SYSTEM = Actor(ActorKind.SYSTEM, "goldenthread")


def person(account: AbstractUser) -> Actor:
    """Someone with an account, under the pseudonym drawn for them once."""
    drawn = {"name": f"person-{token_hex(8)}"}
    pseudonym, _ = Pseudonym.objects.get_or_create(holder_id=account.pk, defaults=drawn)
    return Actor(ActorKind.PERSON, pseudonym.name, account.pk)


def stitch(*, by: Actor, verb: str, subject: Model, at: datetime, **facts: Fact) -> Stitch:
    """Add one line to the thread. Call inside the action's transaction.

    Raises:
        ValueError: A fact is not a number or one short code.
    """
    for name, fact in facts.items():
        # The thread outlives every erasure, so what a customer wrote must never reach it.
        if isinstance(fact, str) and not _CODE.fullmatch(fact):
            message = (
                f"the fact {name!r} reads like free text; a fact is a number or one short code"
            )
            raise ValueError(message)
    return Stitch.objects.create(
        actor_kind=by.kind,
        by_id=by.account_pk,
        pseudonym=by.pseudonym,
        verb=verb,
        subject=name_of(subject),
        at=at,
        facts=facts,
    )


def name_of(record: Model) -> str:
    """The record's name on the thread, such as `authority.decision:7`."""
    return f"{record._meta.label_lower}:{record.pk}"  # noqa: SLF001 - documented Django API
