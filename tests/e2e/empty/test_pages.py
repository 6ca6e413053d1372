import pytest

from tests.e2e.pages import EVERYWHERE, WIDTHS


@pytest.mark.parametrize(("role", "path"), EVERYWHERE)
def test_everybody_can_read_every_page_before_there_is_anything(visit, role, path):
    visitor = visit(role)
    visitor.goto(path)

    for width, scheme in ((1280, "light"), (390, "dark")):
        visitor.look(width, scheme)

        assert visitor.barriers == []
    for width in WIDTHS:
        visitor.look(width, "light")

        assert visitor.overflow <= 0, width
    assert visitor.complaints == []
