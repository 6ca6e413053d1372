"""The command itself, as a user calls it: exit codes, sentences, JSON."""

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

SCHEMAS = Path(__file__).parents[2] / "docs/using/json"


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """An installation that is set up and holds three conversations."""
    folder = tmp_path_factory.mktemp("home")
    (folder / "talk.csv").write_text(
        "ticket id,created at,author,message\n"
        "1,2026-02-02 09:00,customer,Nobody called me back. I am furious.\n"
        "1,2026-02-02 10:00,agent,I am sorry. I will call you back by Friday.\n"
        "2,2026-02-03 09:00,customer,Thank you so much for the quick help!\n"
        "3,2026-02-04 09:00,customer,Where is my order?\n",
        encoding="utf-8",
    )
    run(folder, "setup", "--name", "N", "--zone", "UTC", "--country", "GB",
        "--admin", "emil@example.org", "--password", "a long enough password")  # fmt: skip
    return folder


def run(home, *verb):
    environment = {
        k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}
    }
    return subprocess.run(
        [sys.executable, "-m", "goldenthread", *verb],
        env={**environment, "GOLDENTHREAD_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )


def told(answer, schema):
    assert answer.returncode == 0, answer.stderr
    value = json.loads(answer.stdout)
    jsonschema.validate(value, json.loads((SCHEMAS / f"{schema}.schema.json").read_text()))
    return value


def test_import_counts_and_a_second_one_adds_nothing(home):
    first = told(run(home, "import", str(home / "talk.csv"), "--json"), "import")
    second = told(run(home, "import", str(home / "talk.csv"), "--json"), "import")

    assert (first["conversations"]["new"], first["messages"]) == (3, 4)
    assert second["conversations"] == {"new": 0, "changed": 0, "same": 3, "undated": 0}
    assert second["messages"] == 0


def test_a_mapping_says_which_column_is_what(tmp_path):
    (tmp_path / "x.csv").write_text("a,b\nNobody called,2\n")
    mapping = {
        "format": "goldenthread.mapping/1",
        "columns": {"text": "a", "rating": "b"},
        "rating": {"low": 1, "high": 5, "best": "high"},
    }
    (tmp_path / "m.json").write_text(json.dumps(mapping))
    run(tmp_path, "upgrade")

    paths = str(tmp_path / "x.csv"), "--mapping", str(tmp_path / "m.json")
    answer = run(tmp_path, "import", *paths, "--json")

    assert told(answer, "import")["conversations"]["new"] == 1


UNUSABLE = ("no json", "[]", '{"format": "goldenthread.mapping/1", "columns": {"smell": "a"}}')


@pytest.mark.parametrize("mapping", UNUSABLE)
def test_a_mapping_that_cannot_be_used_is_refused_in_one_line(tmp_path, mapping):
    (tmp_path / "x.csv").write_text("a,b\nNobody called,2\n")
    (tmp_path / "m.json").write_text(mapping)
    run(tmp_path, "upgrade")

    paths = str(tmp_path / "x.csv"), "--mapping", str(tmp_path / "m.json")
    answer = run(tmp_path, "import", *paths)

    assert (answer.returncode, answer.stderr.count("\n")) == (1, 1)


def test_the_brief_is_told_as_json_and_in_words(home):
    run(home, "import", str(home / "talk.csv"))

    brief = told(run(home, "brief", "--json", "--week", "2026-W06"), "brief")
    words = run(home, "brief", "--week", "2026-W06")

    assert brief["conversations"] == 3
    assert brief["period"]["since"].startswith("2026-02-02T00:00:00")
    assert len(brief["promises"]) == 10
    assert "3 conversations" in words.stdout


def test_doctor_finds_nothing_wrong(home):
    assert told(run(home, "doctor", "--json"), "doctor")["ok"]


def test_a_refusal_is_one_line_and_exit_code_1(tmp_path):
    run(tmp_path, "upgrade")

    answer = run(tmp_path, "brief")

    assert answer.returncode == 1
    assert answer.stderr.count("\n") == 1
    assert "goldenthread import FILE" in answer.stderr


@pytest.mark.parametrize("week", ["46", "2026-W99", "tomorrow"])
def test_what_is_no_week_is_refused(home, week):
    answer = run(home, "brief", "--week", week)

    assert (answer.returncode, "2026-W46" in answer.stderr) == (1, True)


def test_wrong_use_is_exit_code_2(home):
    assert run(home, "import").returncode == 2
    assert run(home, "fly").returncode == 2


def test_a_file_that_is_not_there_is_said(home):
    answer = run(home, "import", "nowhere.csv")

    assert answer.returncode == 1
    assert "nowhere.csv is not there" in answer.stderr


def test_a_database_address_of_another_kind_is_refused(tmp_path):
    environment = {**os.environ, "DATABASE_URL": "mysql://x/y", "GOLDENTHREAD_HOME": str(tmp_path)}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    answer = subprocess.run(
        [sys.executable, "-m", "goldenthread", "doctor"],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert answer.returncode == 1
    assert "postgresql://" in answer.stderr
