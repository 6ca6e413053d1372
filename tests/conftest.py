"""The same five people everywhere: Ana leads the house, Ben a team, Cleo serves, Dora judges.

Emil looks after the installation.
"""

from datetime import UTC, datetime, timedelta

import orjson
import pytest
from django.core.cache import cache

from goldenthread.charter import actions as charter
from goldenthread.conversations import actions as importing
from goldenthread.conversations.models import Conversation as Row
from goldenthread.engine.readers import to_json
from goldenthread.engine.types import (
    Channel,
    Conversation,
    Identifier,
    Message,
    Participant,
    Role,
    Source,
)
from goldenthread.people import actions
from goldenthread.people.actions import NewMember, Place
from goldenthread.people.models import MemberRole

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
PASSWORD = "a long enough password"  # noqa: S105 - of people who exist in tests alone


@pytest.fixture(autouse=True)
def _nothing_remembered():
    cache.clear()


@pytest.fixture
def now():
    return NOW


@pytest.fixture
def house(db):
    """Northfield Water, in London."""
    place = Place("Northfield Water", "Europe/London", "GB")
    return actions.found(by=None, place=place, now=NOW)


@pytest.fixture
def field(house):
    return actions.add_unit(by=None, name="Field service", parent=None, now=NOW)


@pytest.fixture
def desk(house):
    return actions.add_unit(by=None, name="Contact centre", parent=None, now=NOW)


def _member(name, role, unit=None):
    new = NewMember(f"{name.lower()}@northfield.example", name, role, unit, PASSWORD)
    return actions.add_member(by=None, new=new, now=NOW)


@pytest.fixture
def ana(house):
    return _member("Ana", MemberRole.EXECUTIVE)


@pytest.fixture
def ben(field):
    """Leads field service."""
    return _member("Ben", MemberRole.TEAM_LEADER, field)


@pytest.fixture
def cleo(field):
    """An agent of field service."""
    return _member("Cleo", MemberRole.AGENT, field)


@pytest.fixture
def dora(house):
    return _member("Dora", MemberRole.ANALYST)


@pytest.fixture
def emil(house):
    return _member("Emil", MemberRole.ADMINISTRATOR)


@pytest.fixture
def everyone(ana, ben, cleo, dora, emil):
    """By role."""
    return {str(member.role): member for member in (ana, ben, cleo, dora, emil)}


def talk(native_id="1", *, said=(), **fields):
    """A conversation: `said` is pairs of who (customer or agent) and what, a minute apart."""
    agent = fields.pop("agent", "cleo@northfield.example")
    began = fields.pop("began", NOW)
    people = (
        Participant(0, Role.CUSTOMER, "Mo Farrow", identifiers=(Identifier("email", "mo@x.org"),)),
        Participant(1, Role.AGENT, identifiers=(Identifier("email", agent),)),
    )
    messages = tuple(
        Message(
            id=f"m{seq}",
            seq=seq,
            body_text=text,
            author=0 if who == "customer" else 1,
            sent_at=began and began + timedelta(minutes=seq),
        )
        for seq, (who, text) in enumerate(said)
    )
    return Conversation(
        id=native_id,
        source=Source(fields.pop("system", "desk"), native_id),
        channel=fields.pop("channel", Channel.CHAT),
        participants=people,
        messages=messages,
        started_at=began,
        **fields,
    )


UNHAPPY = (
    ("customer", "Nobody called me back. I have explained this four times. I am furious."),
    ("agent", "That is not our department. Ask the shop."),
    ("customer", "Useless. I am cancelling."),
)


@pytest.fixture
def bring_in(db, tmp_path):
    """Bring conversations in through the ordinary door; give back what came of it."""

    def bring(*conversations, by=None, name="talk.jsonl"):
        path = tmp_path / name
        lines = [orjson.dumps(to_json(conversation)) for conversation in conversations]
        path.write_bytes(b"\n".join(lines))
        return importing.bring_in(importing.What(path), by=by, now=NOW)

    return bring


@pytest.fixture
def brought_in(bring_in):
    """One conversation of a team and an agent, brought in; give back its row."""
    charter.install_ready_charter(by=None, now=NOW)

    def bring(said=UNHAPPY, **fields):
        native_id = fields.pop("native_id", str(Row.objects.count() + 1))
        bring_in(talk(native_id, said=said, **fields))
        return Row.objects.get(native_id=native_id)

    return bring
