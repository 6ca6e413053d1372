import json
from pathlib import Path

import pytest

from goldenthread.engine.readers import MEANINGS, Mapping, MappingFault, Scale, guess_columns
from goldenthread.engine.types import Metric

FULL = Mapping(
    columns={"text": "body", "rating": "mark"},
    source="desk",
    rows="messages",
    guess=True,
    fixed={"channel": "survey"},
    values={"role": {"pt": "customer"}},
    custom=("topic",),
    scale=Scale(-5, 5, "low", Metric.CUSTOM),
    zone="Europe/London",
    order="mdy",
    formats=("%d.%m.%y",),
    delimiter=";",
    encoding="cp1252",
)


@pytest.mark.parametrize("mapping", [FULL, Mapping(), guess_columns(["text", "nps"], [])])
def test_a_mapping_is_the_same_after_its_file(mapping, tmp_path):
    path = tmp_path / "mapping.json"
    path.write_text(json.dumps(mapping.as_json()))

    assert Mapping.load(path) == mapping


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ([], "a JSON object that says"),
        ({"format": "other/1"}, "a JSON object that says"),
        ({"colums": {}}, "“colums” is no entry"),
        ({"columns": {"txt": "body"}}, "“txt” is no meaning of a column"),
        ({"columns": {"text": 7}}, "“text” in a mapping is a text"),
        ({"columns": []}, None),
        ({"columns": [1]}, "an object with named entries"),
        ({"fixed": {"channel": "pigeon"}}, "“channel” in a mapping is one of email"),
        ({"rating": {"low": 5, "high": 1}}, "low the smaller"),
        ({"rating": {"low": "1", "high": 5}}, "two numbers"),
        ({"dates": {"zone": "Mars/Olympus"}}, "no time zone"),
        ({"dates": {"order": "ymd"}}, "one of dmy, mdy"),
        ({"encoding": "klingon"}, "no encoding"),
        ({"delimiter": "; "}, "one character"),
        ({"custom": "topic"}, "a list of texts"),
        ({"rows": "all"}, "one of auto, messages, conversations"),
    ],
)
def test_a_faulty_mapping_says_what_to_change(said, reason):
    whole = {"format": "goldenthread.mapping/1"} | said if isinstance(said, dict) else said
    if reason is None:
        assert Mapping.from_json(whole) == Mapping()
        return
    with pytest.raises(MappingFault, match=reason):
        Mapping.from_json(whole)


def test_a_mapping_file_that_is_no_json_says_so(tmp_path):
    path = tmp_path / "mapping.json"
    path.write_text("{oops")

    with pytest.raises(MappingFault, match="is not valid JSON"):
        Mapping.load(path)


def test_the_example_of_the_documentation_reads_a_survey_as_it_says(write, read_all):
    page = (Path(__file__).parents[3] / "docs/using/mapping.md").read_text()
    mapping = Mapping.from_json(json.loads(page.split("```json")[1].split("```")[0]))
    answer = {"text": "Cold", "question": "Ward A", "criticality": -5, "topic": "Food"}
    (one,) = read_all(write("a.jsonl", json.dumps(answer)), mapping=mapping)[0]

    assert (one.source.system, one.team, one.custom) == (
        "patient-survey",
        "Ward A",
        {"topic": "Food"},
    )
    assert one.surveys[0].answers[0].normalized == 0


def test_the_documentation_tells_every_meaning_and_entry():
    page = (Path(__file__).parents[3] / "docs/using/mapping.md").read_text()

    assert [name for name in [*MEANINGS, *Mapping().as_json()] if f"`{name}`" not in page] == []
