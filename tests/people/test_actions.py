import pytest

from goldenthread.ground.models import Stitch
from goldenthread.people import actions, queries
from goldenthread.people.actions import EmailTaken, Meaning, NewMember, NothingSuch, Place, Staff
from goldenthread.people.models import Alias, MemberRole, Unit
from goldenthread.people.policy import MayNotImport, NotAnAdministrator

pytestmark = pytest.mark.django_db


def recognise(now, *, teams=(), staff=()):
    return actions.recognise(source="desk", teams=teams, staff=staff, now=now)


def test_the_organisation_is_set_up_once_and_changed_afterwards(house, emil, now):
    changed = actions.found(by=emil, place=Place("Southfield"), now=now)

    assert changed.pk == house.pk
    assert queries.organisation().name == "Southfield"


def test_only_an_administrator_changes_it(ana, now):
    with pytest.raises(NotAnAdministrator):
        actions.found(by=ana, place=Place("Mine"), now=now)


def test_new_working_time_holds_at_once(house, emil, now):
    queries.organisation_time()
    actions.found(by=emil, place=Place("N", "Asia/Tokyo", "JP"), now=now)

    assert str(queries.organisation_time().zone) == "Asia/Tokyo"


def test_a_unit_of_the_same_name_is_the_same_unit(field, now):
    again = actions.add_unit(by=None, name="FIELD  service", parent=None, now=now)

    assert again == field
    assert Unit.objects.count() == 1


def test_a_new_member_is_stitched_and_may_sign_in(ana, client):
    assert Stitch.objects.filter(verb="member.add", subject=f"people.member:{ana.pk}").exists()
    assert ana.check_password("a long enough password")


def test_an_address_is_taken_once(ana, now):
    with pytest.raises(EmailTaken):
        actions.add_member(by=None, new=NewMember("ANA@northfield.example", "A"), now=now)


def test_staff_are_recognised_by_address_then_by_name(cleo, ben, now):
    by_mail, by_name = Staff(email="CLEO@northfield.example"), Staff(name=" ben ")

    known = recognise(now, staff=[by_mail, by_name])

    assert known.members == {by_mail.written: cleo.pk, by_name.written: ben.pk}


def test_a_name_two_members_bear_recognises_nobody(cleo, now):
    actions.add_member(by=None, new=NewMember("other@northfield.example", "Cleo"), now=now)

    assert recognise(now, staff=[Staff(name="Cleo")]).members == {}


def test_what_nobody_bears_waits_for_mapping_once(house, now):
    for _ in range(2):
        recognise(now, teams=["Night desk"], staff=[Staff(name="Zoe")])

    assert sorted(queries.waiting().values_list("shown", flat=True)) == ["Night desk", "Zoe"]


def test_a_mapped_name_is_recognised_from_then_on(ana, field, now):
    recognise(now, teams=["Night desk"])
    waiting = queries.waiting().get()
    actions.map_name(by=ana, alias_pk=waiting.pk, meaning=Meaning(unit=field), now=now)

    assert recognise(now, teams=["night DESK"]).units == {"night DESK": field.pk}
    assert not queries.waiting().exists()


def test_a_mapping_holds_for_its_own_source_alone(ana, field, now):
    recognise(now, teams=["Night desk"])
    waiting = queries.waiting().get()
    actions.map_name(by=ana, alias_pk=waiting.pk, meaning=Meaning(unit=field), now=now)

    elsewhere = actions.recognise(source="shop", teams=["Night desk"], staff=[], now=now)

    assert elsewhere.units == {}


def test_an_agent_maps_nothing(cleo, now):
    with pytest.raises(MayNotImport):
        actions.map_name(by=cleo, alias_pk=1, meaning=Meaning(), now=now)


def test_a_name_that_is_gone_says_so(ana, now):
    with pytest.raises(NothingSuch):
        actions.map_name(by=ana, alias_pk=99, meaning=Meaning(), now=now)


def test_a_member_of_each_role_can_be(everyone):
    assert set(everyone) == set(MemberRole.values)
    assert Alias.objects.count() == 0
