import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STANCES = {"feedback", "opinion", "praise_specific", "praise_vague", "question", "other"}


def rows(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def words(text):
    return tuple("".join(c if c.isalnum() else " " for c in text.lower()).split())


TAUGHT = [row for path in (ROOT / "training/examples").glob("*.jsonl") for row in rows(path)]
BLIND = rows(ROOT / "benchmarks/valence_blind.jsonl")


def test_no_sentence_the_blind_set_measures_on_is_taught():
    assert {words(row["text"]) for row in TAUGHT} & {words(row["text"]) for row in BLIND} == set()


@pytest.mark.parametrize("told", [TAUGHT, BLIND], ids=["taught", "blind"])
def test_no_sentence_is_told_twice_and_every_label_is_one(told):
    texts = [row["text"] for row in told]
    assert len(set(texts)) == len(texts)
    assert all(row["valence"] in {-1, 0, 1} and set(row["broken"]) <= set("PROUD") for row in told)


def test_calm_sentences_tell_of_nothing_broken_and_take_no_side():
    for row in TAUGHT:
        assert row["stance"] in STANCES
        if row["valence"] == 0:
            assert row["broken"] == []
            assert row["stance"] in {"question", "other"}


def test_calm_talk_is_taught_and_measured_at_least_as_much_as_complaints():
    for told in (TAUGHT, BLIND):
        sides = [row["valence"] for row in told]
        assert 2 * sides.count(0) >= sides.count(-1)
    assert len(BLIND) >= 400
