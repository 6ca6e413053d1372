"""Conversations to judge, made of their facts alone."""

from datetime import date, timedelta

import pytest

from goldenthread.charter import actions
from goldenthread.charter.actions import Judged
from goldenthread.engine.standard import Facts

MONDAY = date(2026, 3, 2)


@pytest.fixture
def charter(house, now):
    """The ready charter, in force since ever."""
    actions.install_ready_charter(by=None, now=now)


@pytest.fixture
def judged():
    """Make a conversation in which answer-soon, story-once and one-owner were at stake."""

    def make(number, *, kept=True, day=MONDAY, unit_key=0, channel="email"):
        facts = Facts(
            channel=channel,
            first_reply_seconds=60.0 if kept else 90_000.0,
            retold=not kept,
            handovers=(),
        )
        return Judged(number, day, unit_key, channel, facts)

    return make


@pytest.fixture
def weeks_of(judged):
    """Record so many conversations a week from `MONDAY` on, of which so many are kept."""

    def make(counts, *, unit_key=0, first_number=1, until=MONDAY):
        number, batch = first_number, []
        first = until - timedelta(days=7 * (len(counts) - 1))
        for place, (n, kept) in enumerate(counts):
            for nth in range(n):
                day = first + timedelta(days=7 * place + nth % 7)
                batch.append(judged(number, kept=nth < kept, day=day, unit_key=unit_key))
                number += 1
        actions.record(batch)
        return number

    return make
