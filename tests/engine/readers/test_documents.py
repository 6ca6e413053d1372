import json

import pytest

from goldenthread.engine.readers import documents


def texts(conversations):
    return [one.messages[0].text for one in conversations]


def test_a_list_is_read_record_by_record_however_small_the_pieces(write, read_all, monkeypatch):
    monkeypatch.setattr(documents, "_PIECE", 7)
    records = [{"id": n, "text": f"Nummer {n} – “{'ä' * n}”"} for n in range(40)]
    kept, rejected = read_all(write("a.json", json.dumps(records, indent=1)))

    assert (texts(kept), rejected) == ([one["text"] for one in records], [])


@pytest.mark.parametrize(
    ("content", "kept_texts", "reason"),
    [
        ('[{"text": "A"}, {"text": "B", "text": "C"}, {"text": "D"}]', ["A", "D"], "stands twice"),
        ('[{"text": "A"}, 7, {"text": "D"}]', ["A", "D"], "not a record with named fields"),
        ('[{"text": "A"}, {oops}, {"text": "D"}]', ["A"], "not read beyond this record"),
        ('[{"text": "A"}, {"text":', ["A"], "breaks off here"),
        ('[{"text": "A"}', ["A"], "its list is never closed"),
        ('[{"text": "A"}] more', ["A"], "More stands after the end"),
    ],
)
def test_a_fault_in_a_list_costs_no_more_than_it_must(write, read_all, content, kept_texts, reason):
    kept, rejected = read_all(write("a.json", content))

    assert texts(kept) == kept_texts
    assert len(rejected) == 1
    assert reason in rejected[0].reason


def test_a_document_that_holds_lists_is_read_by_their_records(write, read_all):
    content = '{"train": [{"id": 1, "text": "A"}], "test": [{"id": 2, "text": "B"}], "n": 2}'

    assert texts(read_all(write("a.json", content))[0]) == ["A", "B"]


def test_a_document_too_big_to_hold_is_refused_with_what_to_do(write, read_all, monkeypatch):
    monkeypatch.setattr(documents, "LARGEST_DOCUMENT", 50)
    _, rejected = read_all(write("a.json", '{\n"data": [' + " " * 60 + "]}"))

    assert "Save it as JSON lines" in rejected[0].reason


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.txt"])
def test_lines_of_json_are_known_whatever_the_file_is_called(write, read_all, name):
    content = '{"text": "A"}\n\n{"text": "B", "text": "C"}\n{"text": "D"}\n'
    kept, rejected = read_all(write(name, content))

    assert texts(kept) == ["A", "D"]
    assert [one.place for one in rejected] == [f"{name} line 3"]
