from collections import Counter

import pytest

from goldenthread.demo.people import Post, organisation


@pytest.fixture(params=range(6))
def house(request):
    return organisation(request.param)


def test_nobody_shares_a_name_or_an_address(house):
    assert len({member.name for member in house.members}) == len(house.members)
    assert len({member.email for member in house.members}) == len(house.members)


def test_every_address_is_an_example(house):
    assert all(member.email.endswith(".example") for member in house.members)


def test_each_of_five_teams_has_a_leader_and_agents(house):
    leaders = Counter(m.team for m in house.members if m.post is Post.TEAM_LEADER)
    assert leaders == {team.name: 1 for team in house.teams}
    assert len(house.teams) == 5
    assert all(len(team.agents) >= 5 for team in house.teams)


def test_every_role_is_filled(house):
    assert {member.post for member in house.members if member.listed} == set(Post)


def test_the_staff_list_leaves_out_agency_hands(house):
    listed = {member["name"] for member in house.to_json()["members"]}
    unlisted = {agent.name for team in house.teams for agent in team.agents} - listed
    assert len(unlisted) == 2


def test_the_stray_team_is_none_of_the_teams(house):
    assert house.stray_team not in {team.name for team in house.teams}


def test_at_least_two_teams_are_large_enough_for_an_effect(house):
    assert sum(team.share >= 0.22 for team in house.teams) >= 2


def test_two_seeds_give_two_organisations():
    assert organisation(1).members != organisation(2).members


def test_a_team_is_found_by_name(house):
    assert house.team(house.teams[2].name) is house.teams[2]
    with pytest.raises(KeyError):
        house.team(house.stray_team)
