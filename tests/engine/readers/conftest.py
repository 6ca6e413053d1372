import pytest

from goldenthread.engine.readers import read
from goldenthread.engine.types import Conversation


@pytest.fixture
def write(tmp_path):
    """A file with the given content, made below the test's own folder."""

    def written(name, content):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return written


@pytest.fixture
def read_all():
    """What a path holds: its conversations and its rejections, each a list."""

    def parted(path, source=None, **more):
        found = list(read(path, source, **more))
        kept = [one for one in found if isinstance(one, Conversation)]
        return kept, [one for one in found if not isinstance(one, Conversation)]

    return parted
