"""The same five people everywhere: Ana leads the house, Ben a team, Cleo serves, Dora judges.

Emil looks after the installation.
"""

from datetime import UTC, datetime

import pytest
from django.core.cache import cache

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
