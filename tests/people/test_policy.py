import pytest

from goldenthread.people import actions, policy
from goldenthread.people.models import MemberRole

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("may", "who"),
    [
        (policy.leads, {"executive", "team_leader"}),
        (policy.reads_everything, {"executive"}),
        (policy.may_import, {"executive", "administrator"}),
        (policy.administers, {"administrator"}),
        (policy.analyses, {"analyst"}),
    ],
)
def test_which_roles_may(everyone, may, who):
    assert {role for role, member in everyone.items() if may(member)} == who


def test_a_team_leader_sees_the_units_below(ben, field, now):
    below = actions.add_unit(by=None, name="Field north", parent=field, now=now)
    beside = actions.add_unit(by=None, name="Billing", parent=None, now=now)

    seen = policy.units_seen_by(ben)

    assert seen == {field.pk, below.pk}
    assert beside.pk not in seen


def test_an_executive_sees_all_units_and_an_agent_none(ana, cleo):
    assert policy.units_seen_by(ana) is None
    assert policy.units_seen_by(cleo) == frozenset()


def test_every_role_has_a_first_page(everyone):
    assert set(map(policy.first_page, everyone.values())) <= {
        "insights:brief",
        "conversations:list",
        "conversations:sample",
        "conversations:imports",
    }
    assert len(everyone) == len(MemberRole)
