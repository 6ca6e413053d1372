import pytest

from tests.e2e.pages import EVERYWHERE, FURNISHED, WIDTHS


@pytest.mark.parametrize(("role", "path"), [*EVERYWHERE, *FURNISHED])
def test_everybody_can_read_every_page(house, visit, role, path):
    visitor = visit(role)
    visitor.goto(path.format(**house[0].addresses))
    visitor.unfold()

    for width, scheme in ((1280, "light"), (390, "dark")):
        visitor.look(width, scheme)

        assert visitor.barriers == []
    for width in WIDTHS:
        visitor.look(width, "light")

        assert visitor.overflow <= 0, width
    assert visitor.complaints == []
