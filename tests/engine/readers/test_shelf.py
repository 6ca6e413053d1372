import pytest

from goldenthread.engine.readers.found import Record
from goldenthread.engine.readers.shelf import Occurrences, Shelf


@pytest.fixture
def shelf():
    shelf = Shelf()
    for n, (kind, key) in enumerate([("a", "x"), ("a", "y"), ("b", "y"), ("a", "x"), ("b", "z")]):
        shelf.put(kind, key, Record(f"row {n}", {"n": n}))
    shelf.seal()
    yield shelf
    shelf.close()


def test_rows_are_taken_down_together_in_the_order_keys_were_met(shelf):
    assert [(key, [row.cells["n"] for row in rows]) for key, rows in shelf.groups("a")] == [
        ("x", [0, 3]),
        ("y", [1]),
    ]


def test_rows_of_a_key_nobody_put_up_are_none(shelf):
    assert shelf.take("a", "z") == []


def test_keys_that_another_kind_lacks_are_found(shelf):
    assert shelf.keys_without("b", "a") == ["z"]


def test_equal_rows_are_numbered_and_the_order_of_columns_does_not_matter():
    occurrences = Occurrences()
    try:
        names = [
            occurrences.name(cells) for cells in ({"a": 1, "b": 2}, {"b": 2, "a": 1}, {"a": 2})
        ]
    finally:
        occurrences.close()

    assert [name.split("-")[1] for name in names] == ["1", "2", "1"]
    assert names[0].split("-")[0] == names[1].split("-")[0] != names[2].split("-")[0]
