import json
import subprocess
import sys

import pytest

import goldenthread.engine.gauge as package

HEAVY = ["numba", "numpy", "re2", "scipy", "py3langid"]


def loaded_after(statement):
    """Which of the heavy modules a fresh interpreter holds after a statement."""
    told = f"print(json.dumps([m for m in {HEAVY} if m in sys.modules]))"
    asked = f"{statement}; import json, sys; {told}"
    ran = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    return json.loads(ran.stdout)


@pytest.mark.parametrize("name", ["gauge", "gauge.types", "gauge.signs"])
def test_importing_the_names_of_the_gauge_loads_nothing_heavy(name):
    assert loaded_after(f"import goldenthread.engine.{name}") == []


def test_types_and_edition_are_named_without_loading_anything_heavy():
    names = "EDITION, Evidence, Fate, GaugeUnavailable, Given, Promise, Reading, Score, Stance"
    assert loaded_after(f"from goldenthread.engine.gauge import {names}") == []


@pytest.mark.parametrize("name", ["gauge", "batch"])
def test_who_names_the_gauge_has_not_loaded_the_compiler_yet(name):
    assert "numba" not in loaded_after(f"from goldenthread.engine.{name} import Gauge")


def test_who_loads_a_gauge_has():
    asked = "from goldenthread.engine.gauge import Gauge; Gauge.load()"
    assert "numba" in loaded_after(asked)


def test_every_name_promised_is_there():
    assert {name for name in package.__all__ if getattr(package, name, None) is None} == set()


def test_a_name_it_does_not_have_is_an_error():
    with pytest.raises(AttributeError, match="weather"):
        package.weather  # noqa: B018 - asking is the act
