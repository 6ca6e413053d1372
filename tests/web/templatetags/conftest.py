"""Draw a line of template as a page would."""

import pytest
from django.template import engines


@pytest.fixture
def render():
    def draw(line, request=None, **context):
        template = engines["django"].from_string("{% load figures %}" + line)
        return template.render(context, request)

    return draw
