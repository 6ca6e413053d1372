"""Figures by day equal a recomputation from the rows, whatever has happened to the rows."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goldenthread.charter.models import VerdictDay
from goldenthread.conversations import actions
from goldenthread.conversations.models import ReadingDay
from goldenthread.people import queries as people
from goldenthread.people.actions import Meaning
from tests.conftest import NOW, talk

WORDS = (
    ("customer", "Nobody called me back. I had to explain it all again. I am furious."),
    ("customer", "Thank you so much, that was quick and kind."),
    ("customer", "Where is my order?"),
    ("agent", "I am sorry to hear that. I will call you back by five today."),
    ("agent", "That is not our department."),
    ("agent", "Hello! May I ask what you need it for?"),
)
TEAMS = ("Field service", "Contact centre", "Night desk", None)

one_talk = st.builds(
    lambda number, said, team, day: talk(
        str(number),
        said=tuple(said),
        team=team,
        began=None if day is None else NOW + timedelta(days=day),
    ),
    st.integers(1, 4),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4),
    st.sampled_from(TEAMS),
    st.sampled_from([None, 0, 1, 7]),
)
steps = st.lists(
    st.one_of(st.lists(one_talk, min_size=1, max_size=4), st.just("map")), min_size=1, max_size=4
)


def figures(model, key):
    fields = (*key, "n", "kept", "total", "squares")
    rows = model.objects.exclude(n=0, kept=0, total=0, squares=0)
    return sorted(rows.values_list(*fields))


def all_figures():
    charter_key = ("day", "unit_key", "channel", "version__promise_id")
    return figures(ReadingDay, ReadingDay.KEY), figures(VerdictDay, charter_key)


@pytest.mark.django_db(transaction=True)
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(plan=steps)
def test_after_imports_changes_and_mappings_they_equal_the_rows(ana, field, desk, bring_in, plan):
    from goldenthread.charter import actions as charter  # noqa: PLC0415

    charter.install_ready_charter(by=None, now=NOW)
    for step in plan:
        if step == "map":
            for alias in people.waiting().filter(kind="team"):
                actions.map_name(by=ana, alias_pk=alias.pk, meaning=Meaning(unit=desk), now=NOW)
                actions.apply_mapping(alias.pk)
        else:
            bring_in(*step)
    kept = all_figures()

    actions.rebuild_days()

    assert all_figures() == kept
