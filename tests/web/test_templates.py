"""What the policy forbids never gets into a room's template; colours come from one place."""

import re
from pathlib import Path

import pytest

SRC = Path(__file__).parents[2] / "src" / "goldenthread"
TEMPLATES = sorted(SRC.glob("*/templates/**/*.html"))
SHEETS = sorted(path for path in SRC.glob("*/static/**/*.css") if path.name != "tokens.css")
INLINE = re.compile(
    r"""\s(?:style|on[a-z]+|hx-on[a-z:-]*)\s*=|<style|<script(?![^>]*\ssrc=)|javascript:""",
    re.IGNORECASE,
)
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|lab)a?\(", re.IGNORECASE)


def named(paths):
    return [pytest.param(path, id=str(path.relative_to(SRC))) for path in paths]


def test_there_is_something_to_look_at():
    assert SRC / "web/templates/web/base.html" in TEMPLATES
    assert SRC / "web/static/web/base.css" in SHEETS


@pytest.mark.parametrize("template", named(TEMPLATES))
def test_no_style_and_no_script_stands_in_a_template(template):
    assert INLINE.findall(template.read_text()) == []


@pytest.mark.parametrize("template", named(TEMPLATES))
def test_a_template_marks_nothing_safe_by_itself(template):
    assert not re.search(r"\|\s*safe\b|autoescape off", template.read_text())


@pytest.mark.parametrize("sheet", named(SHEETS))
def test_colours_come_from_the_tokens_alone(sheet):
    assert COLOUR.findall(sheet.read_text()) == []


@pytest.mark.parametrize(
    "line", ['<p style="x">', "<b onclick=x>", "<script>x</script>", '<a href="javascript:x">']
)
def test_the_look_finds_what_it_looks_for(line):
    assert INLINE.search(line)
