import pytest
from django_tasks_db.models import DBTaskResult

from goldenthread.conversations import actions
from goldenthread.conversations.models import Conversation, Participant
from goldenthread.people import queries as people
from goldenthread.people.actions import Meaning
from tests.conftest import NOW, UNHAPPY, talk

pytestmark = pytest.mark.django_db


def work():
    for row in DBTaskResult.objects.ready():
        waiting = row.task_result
        waiting.task.call(*waiting.args, **waiting.kwargs)


def test_a_mapped_team_gets_its_conversations(ana, desk, bring_in):
    bring_in(talk("1", said=UNHAPPY, team="Night desk"), talk("2", said=UNHAPPY, team="Elsewhere"))
    alias = people.waiting().get(shown="Night desk")

    actions.map_name(by=ana, alias_pk=alias.pk, meaning=Meaning(unit=desk), now=NOW)
    work()

    assert Conversation.objects.get(native_id="1").unit_key == desk.pk
    assert Conversation.objects.get(native_id="2").unit_key == 0


def test_a_mapped_colleague_gets_theirs_and_so_does_the_team(ana, cleo, field, bring_in):
    bring_in(talk(said=UNHAPPY, agent="cc@outside.example"))
    alias = people.waiting().get(kind="person")

    actions.map_name(by=ana, alias_pk=alias.pk, meaning=Meaning(member=cleo), now=NOW)
    work()

    assert Participant.objects.get(role="agent").member == cleo
    assert Conversation.objects.get().unit_key == field.pk


def test_applying_a_mapping_twice_moves_nothing_more(ana, desk, bring_in):
    bring_in(talk(said=UNHAPPY, team="Night desk"))
    alias = people.waiting().get(kind="team")
    actions.map_name(by=ana, alias_pk=alias.pk, meaning=Meaning(unit=desk), now=NOW)

    assert (actions.apply_mapping(alias.pk), actions.apply_mapping(alias.pk)) == (1, 0)


def test_a_mapping_that_is_gone_moves_nothing(house):
    assert actions.apply_mapping(99) == 0
