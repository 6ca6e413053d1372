import pytest

from tests.e2e.world import furnish


@pytest.fixture(scope="package")
def house(furnished, tmp_path_factory):
    yield from furnished(lambda: furnish(tmp_path_factory.mktemp("house")))
