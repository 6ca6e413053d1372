"""Who of the customers is the same person: by the hashes of their identifiers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from goldenthread.conversations.models import Customer, CustomerKey

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from goldenthread.engine.batch import Prepared


def customers_of(batch: Sequence[Prepared], *, now: datetime) -> list[int | None]:
    """The customer of each conversation; None where no identifier was given.

    Keys seen on one participant belong to one person from then on: a customer known by e-mail
    who writes once with e-mail and phone is afterwards known by either.
    """
    wanted = [_keys_of(one) for one in batch]
    every = {key for keys in wanted for key in keys}
    owner = dict(CustomerKey.objects.filter(key__in=every).values_list("key", "customer_id"))
    fresh: list[Customer] = []
    joined: list[tuple[str, Customer | int]] = []
    whose: list[Customer | int | None] = []
    known: dict[str, Customer | int] = dict(owner)
    for keys in wanted:
        one = next((known[key] for key in keys if key in known), None)
        if one is None and keys:
            one = Customer(first_seen=now)
            fresh.append(one)
        for key in keys:
            if one is not None and key not in known:
                known[key] = one
                joined.append((key, one))
        whose.append(one)
    Customer.objects.bulk_create(fresh)
    CustomerKey.objects.bulk_create(
        [CustomerKey(key=key, customer_id=_pk(one)) for key, one in joined], ignore_conflicts=True
    )
    return [None if one is None else _pk(one) for one in whose]


def _keys_of(one: Prepared) -> tuple[str, ...]:
    # The first customer named is whose conversation it is; others are only mentioned.
    return next((keys for _, keys in sorted(one.keys.items()) if keys), ())


def _pk(one: Customer | int) -> int:
    return one if isinstance(one, int) else int(one.pk)
