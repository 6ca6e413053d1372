import pytest

from tests.e2e.world import World, staff


@pytest.fixture(scope="package")
def house(furnished):
    """Five members, and nothing else: no promise, no conversation."""
    yield from furnished(lambda: World(staff()[0], {}))
