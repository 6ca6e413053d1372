"""The shell alone: no room has added its pages or its name."""

import pytest

from goldenthread.web import navigation, organisation


@pytest.fixture(autouse=True)
def bare_house(monkeypatch):
    monkeypatch.setattr(navigation, "ITEMS", {})
    monkeypatch.setattr(organisation, "_names", [])
