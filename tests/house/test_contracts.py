"""Each promise of the tree, broken on purpose in a copy, is caught by name."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BREACHES = {
    "Rooms stand on lower rooms only": (
        "people/rules.py",
        "import goldenthread.charter.queries",
    ),
    "Inside a room, requests flow down": (
        "people/policy.py",
        "import goldenthread.people.actions",
    ),
    "The engine and the rules know nothing of Django": (
        "engine/types.py",
        "import django.db",
    ),
    "Views, forms, notices and rules are private to their room: people": (
        "insights/queries/brief.py",
        "import goldenthread.people.rules",
    ),
    "Views, forms, notices and rules are private to their room: charter": (
        "conversations/queries/listing.py",
        "import goldenthread.charter.views",
    ),
    "Views, forms, notices and rules are private to their room: conversations": (
        "insights/queries/words.py",
        "import goldenthread.conversations.rules",
    ),
    "Views, forms, notices and rules are private to their room: insights": (
        "cli/brief.py",
        "import goldenthread.insights.rules",
    ),
    "The demo's phrase banks are never seen by what reads them": (
        "engine/types.py",
        "import goldenthread.demo.phrases",
    ),
    "No cycles anywhere": (
        "web/respond.py",
        "import goldenthread.insights.rules",
    ),
}


def _lint(tree):
    command = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [command, "--config", tree / "pyproject.toml", "--no-cache"],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree / "src"), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def tree(tmp_path):
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(
        ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("*.npz", "__pycache__")
    )
    return tmp_path


def test_the_tree_as_it_stands_keeps_them_all(tree):
    answer = _lint(tree)

    assert answer.returncode == 0, answer.stdout


@pytest.mark.parametrize("contract", BREACHES)
def test_a_breach_is_caught_by_name(tree, contract):
    where, line = BREACHES[contract]
    path = tree / "src" / "goldenthread" / where
    path.write_text(f"{path.read_text()}\n{line}\n")

    answer = _lint(tree)

    assert answer.returncode != 0
    assert f"{contract} BROKEN" in answer.stdout
