import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.engine.gauge.patterns import LONGEST, Patterns, clipped, wordings

TABLE = {
    "hold": ["on hold", "kept ~ waiting"],
    "not": ["don't", "wi-?fi ?down"],
    "=shout": ["[A-Z]{3,}"],
}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("put On  Hold", "hold"),
        ("kept my mother waiting", "hold"),
        ("I dont, I don’t", "not"),
        ("wifi down", "not"),
        ("wi-fidown", "not"),
        ("STOP", "shout"),
    ],
)
def test_a_wording_is_found_however_it_is_written(text, name):
    assert Patterns(TABLE).which(text) == {name}


@pytest.mark.parametrize("text", ["xon hold", "on holdings", "kept. Then waiting", "stop", ""])
def test_a_wording_ends_at_a_word_and_stays_in_one_clause(text):
    assert Patterns(TABLE).which(text) == set()


def test_overlapping_wordings_of_one_name_stand_once():
    found = Patterns({"late": ["two hours late", "hours late again"]}).find("two hours late again")
    assert [(one.start, one.end) for one in found] == [(0, 14)]


@given(st.text(), st.text())
def test_places_are_characters_of_the_text(before, after):
    text = f"{before} on hold {after}"[:LONGEST]
    places = [(f.start, f.end) for f in Patterns(TABLE).find(text) if f.name == "hold"]
    assert (len(before) + 1, len(before) + 8) in places


def test_a_text_is_read_up_to_its_bound():
    assert len(clipped("a" * (LONGEST + 5))) == LONGEST


@pytest.mark.parametrize("name", ["customer", "agent"])
def test_the_wordings_kept_in_files_are_whole(name):
    table = wordings(name)
    assert all(ways for ways in table.values())
    assert not any("<" in way for ways in table.values() for way in ways)
    assert Patterns(table).which("thank you") != set()
