"""What is written down is true: links lead somewhere, verbs are documented, schemas are schemas."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from goldenthread.cli import goldenthread

ROOT = Path(__file__).parents[2]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page):
    text = re.sub(r"`[^`]*`", "", page.read_text(encoding="utf-8"))
    targets = [t for t in LINK.findall(text) if "://" not in t and not t.startswith("mailto:")]

    missing = [target for target in targets if not (page.parent / target).exists()]

    assert missing == []


def test_every_verb_is_documented():
    told = (ROOT / "docs/operating/running.md").read_text(encoding="utf-8")

    missing = [
        verb for verb in goldenthread.list_commands(None) if f"`goldenthread {verb}" not in told
    ]

    assert missing == []


@pytest.mark.parametrize("verb", goldenthread.list_commands(None))
def test_every_verb_has_help_with_an_example(verb):
    answer = CliRunner().invoke(goldenthread, [verb, "--help"])

    assert answer.exit_code == 0
    assert "Example: goldenthread" in answer.output


@pytest.mark.parametrize(
    "path", sorted((ROOT / "docs/using/json").glob("*.json")), ids=lambda p: p.name
)
def test_every_schema_is_one(path):
    schema = json.loads(path.read_text(encoding="utf-8"))

    jsonschema.validators.validator_for(schema).check_schema(schema)
