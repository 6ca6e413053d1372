import json
from datetime import date

import pytest

from goldenthread.demo.files import write
from goldenthread.demo.generator import Year
from goldenthread.demo.people import organisation
from goldenthread.demo.truth import Order, planted
from goldenthread.engine.readers.parsing import from_json

ORDER = Order(9, 200, date(2026, 11, 24))


@pytest.fixture
def paths(tmp_path):
    return write(tmp_path / "new" / "folder", ORDER)


def lines(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_the_same_order_gives_the_same_bytes(paths, tmp_path):
    again = write(tmp_path / "again", ORDER)
    for name in ("conversations", "verdicts", "truth", "people"):
        assert getattr(paths, name).read_bytes() == getattr(again, name).read_bytes()


def test_the_conversations_read_back_are_those_told(paths):
    told = [one.conversation for one in Year(ORDER)]
    assert [from_json(line) for line in lines(paths.conversations)] == told


def test_each_conversation_has_its_verdicts_beside_it(paths):
    conversations, verdicts = lines(paths.conversations), lines(paths.verdicts)
    assert [one["source"]["native_id"] for one in conversations] == [
        one["native_id"] for one in verdicts
    ]
    assert [one["team"] for one in conversations] == [one["team"] for one in verdicts]


def test_truth_and_people_are_those_of_the_seed(paths):
    house = organisation(9)
    assert json.loads(paths.people.read_text()) == house.to_json()
    assert json.loads(paths.truth.read_text()) == planted(ORDER, house).to_json()
