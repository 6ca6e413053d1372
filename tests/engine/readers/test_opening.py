import os
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goldenthread.engine.readers import Mapping, MappingFault, read, sources, to_json
from goldenthread.engine.types import Conversation, Rejected

SUFFIXES = ["csv", "tsv", "txt", "json", "jsonl", "dat"]
SHARED_FOLDER = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@SHARED_FOLDER
@given(content=st.binary(max_size=400), suffix=st.sampled_from(SUFFIXES))
def test_arbitrary_bytes_are_read_or_rejected_and_never_raise(write, content, suffix):
    found = list(read(write(f"any.{suffix}", content)))

    assert found
    assert all(one.reason.endswith(".") for one in found if isinstance(one, Rejected))


PIECES = st.sampled_from(
    [
        '"',
        ",",
        ";",
        "\n",
        "\r\n",
        "{",
        "}",
        "[",
        "]",
        ":",
        "text",
        "id",
        "7",
        "\\",
        "\x00",
        "NaN",
        "ü",
    ]
)


@SHARED_FOLDER
@given(pieces=st.lists(PIECES, max_size=60), suffix=st.sampled_from(SUFFIXES))
def test_broken_tables_and_json_are_read_or_rejected_and_never_raise(write, pieces, suffix):
    path = write(f"broken.{suffix}", "id,text\n" * (suffix == "csv") + "".join(pieces))

    for source in (None, *sources()):
        assert all(isinstance(one, Conversation | Rejected) for one in read(path, source))


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        pytest.param("a.csv", b"", "The file is empty.", id="no bytes"),
        pytest.param("a.csv", b"\n \n", "The file is empty.", id="blank lines"),
        pytest.param(
            "a.dat", bytes(range(32)) * 9, "This is a binary file, not text.", id="binary"
        ),
        pytest.param(
            "a.csv", b"id,text\n", "The table has a header and no rows.", id="header only"
        ),
        pytest.param("a.csv", b"a,b\n1,2\n", "No column looks like what was said", id="no text"),
        pytest.param(
            "a.xlsx", b"PK\x03\x04..", "an Excel workbook, which is not read yet", id="xlsx"
        ),
        pytest.param(
            "a.eml", b"Subject: Hi\n\nHi", "This is mail, which is not read yet", id="mail"
        ),
        pytest.param("a.vtt", b"WEBVTT\n", "a transcript, which is not read yet", id="transcript"),
        pytest.param("a.txt", b"Dear all,\nhello.\n", "neither a table nor JSON", id="prose"),
        pytest.param("a.json", b"[" * 100_000, "nested too deeply", id="deep list"),
        pytest.param("a.json", b'{"a":' * 100_000, "nested too deeply", id="deep object"),
        pytest.param("a.json", b"[]", "The file holds an empty list.", id="empty list"),
        pytest.param("a.json", b"17", "not a record with named fields", id="a number"),
        pytest.param("a.json", b'{"a":', "not valid JSON", id="cut off"),
    ],
)
def test_what_cannot_be_read_says_why_in_a_sentence(write, read_all, name, content, reason):
    kept, rejected = read_all(write(name, content))

    assert not kept
    assert len(rejected) == 1
    assert reason in rejected[0].reason


def test_a_path_that_is_not_there_is_rejected(tmp_path, read_all):
    assert read_all(tmp_path / "gone.csv") == (
        [],
        [Rejected("gone.csv", "It cannot be opened: No such file or directory.")],
    )


def test_a_folder_is_read_with_all_below_it_and_unrelated_files_are_told(write, read_all, tmp_path):
    write("a.csv", "id,text\n1,Late again\n")
    write("below/b.jsonl", '{"id": "2", "text": "Thank you"}\n')
    write("README.txt", "Just words.\n")
    write(".hidden.csv", "id,text\n3,Never read\n")

    kept, rejected = read_all(tmp_path)

    assert [one.source.native_id for one in kept] == ["1", "2"]
    assert [one.place for one in rejected] == ["README.txt"]


def test_links_inside_a_folder_are_not_followed(write, read_all, tmp_path):
    secret = write("outside/secret.csv", "id,text\n1,Secret\n")
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "file.csv").symlink_to(secret)
    (inside / "folder").symlink_to(secret.parent)

    kept, rejected = read_all(inside)

    assert not kept
    assert {one.place for one in rejected} == {"file.csv", "folder"}
    assert all("links are not followed" in one.reason for one in rejected)


def test_a_pipe_is_not_waited_for(tmp_path, read_all):
    os.mkfifo(tmp_path / "pipe")

    _, rejected = read_all(tmp_path / "pipe")

    assert rejected == [Rejected("pipe", "This is no ordinary file.")]


def test_a_second_reading_gives_the_same_conversations(write, tmp_path):
    write("a.csv", "text\nNothing.\nNothing.\nToo late\n")
    write("b.jsonl", '{"text": "Nothing."}\n')

    first, second = (
        [to_json(one) for one in read(tmp_path)],
        [to_json(one) for one in read(tmp_path)],
    )

    assert first == second
    assert len({one["id"] for one in first}) == 4


def test_an_unknown_format_is_wrong_use(write):
    with pytest.raises(ValueError, match="is no format; there are goldenthread, "):
        read(write("a.csv", "id,text\n1,Hi\n"), "excel")


def test_a_mapping_file_that_is_missing_is_wrong_use(write, tmp_path):
    with pytest.raises(MappingFault, match="cannot be opened"):
        read(write("a.csv", "id,text\n1,Hi\n"), mapping=tmp_path / "gone.json")


def test_times_without_a_zone_take_the_callers_and_the_mappings_before_it(write, read_all):
    path = write("a.csv", "id,text,sent_at\n1,Hi,2026-07-01 12:00\n")
    berlin, tokyo = ZoneInfo("Europe/Berlin"), Mapping(zone="Asia/Tokyo")

    hours = [
        read_all(path, **more)[0][0].dated_at.hour
        for more in ({}, {"zone": berlin}, {"zone": berlin, "mapping": tokyo})
    ]

    assert hours == [12, 10, 3]


def test_reading_is_a_stream_that_need_not_be_finished(write):
    path = write("a.jsonl", '{"text": "Hello"}\n' * 5_000)
    stream = read(path)

    assert next(stream).messages[0].text == "Hello"
    stream.close()
