import pytest

from goldenthread.charter import actions, queries
from goldenthread.charter.policy import MayNotEdit, NoSuchPromise
from goldenthread.ground.models import Stitch

pytestmark = pytest.mark.django_db


def owners():
    return {promise.id: promise.owner for promise in queries.promises() if promise.owner}


def test_a_promise_is_given_to_the_unit_that_answers_for_it(charter, ana, field, now):
    actions.give_to(by=ana, promise="call-back", owner=field, now=now)

    assert owners() == {"call-back": "Field service"}
    assert Stitch.objects.get(verb="promise.give").facts == {"unit": field.pk}


def test_who_leads_a_team_does_not_give_promises_away(charter, ben, field, now):
    with pytest.raises(MayNotEdit):
        actions.give_to(by=ben, promise="call-back", owner=field, now=now)

    assert owners() == {}


def test_a_promise_nobody_made_cannot_be_given(charter, ana, field, now):
    with pytest.raises(NoSuchPromise):
        actions.give_to(by=ana, promise="world-peace", owner=field, now=now)
