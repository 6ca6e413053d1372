from dataclasses import replace

import pytest

from goldenthread.charter.models import VerdictRow
from goldenthread.conversations import actions
from goldenthread.conversations.models import (
    Conversation,
    Customer,
    CustomerKey,
    Import,
    Message,
    Participant,
    Reading,
    RejectedRow,
)
from goldenthread.engine.types import Answer, AnswerType, Identifier, Metric, Survey
from goldenthread.ground.models import Stitch
from goldenthread.people import queries as people
from goldenthread.people.policy import MayNotImport
from tests.conftest import NOW, UNHAPPY, talk

pytestmark = pytest.mark.django_db


def counts(outcome):
    return (outcome.new, outcome.changed, outcome.same)


def test_what_was_said_is_kept_masked_and_read(house, bring_in):
    said = (
        ("customer", "My name is Mo Farrow, mail mo.farrow@example.org. Nobody called me back!"),
        ("agent", "Hello Mo, I will call you back by Friday."),
    )
    bring_in(talk(said=said, subject="Mo Farrow again"))

    row = Conversation.objects.get()
    texts = list(row.messages.values_list("text", flat=True))
    assert row.message_count == 2
    assert not any("Farrow" in text or "example.org" in text for text in [*texts, row.subject])
    assert "Nobody called me back!" in texts[0]
    assert row.reading.unread == ""
    assert row.given_words.count() == 1


def test_bringing_it_in_again_changes_nothing(house, bring_in):
    first = bring_in(talk("1", said=UNHAPPY), talk("2", said=UNHAPPY))
    second = bring_in(talk("1", said=UNHAPPY), talk("2", said=UNHAPPY))

    assert (counts(first), first.messages) == ((2, 0, 0), 6)
    assert (counts(second), second.messages) == ((0, 0, 2), 0)
    assert Message.objects.count() == 6


def test_only_what_changed_is_changed(house, bring_in):
    bring_in(talk("1", said=UNHAPPY), talk("2", said=UNHAPPY))
    kept = Message.objects.filter(conversation__native_id="2").values_list("pk", flat=True)
    before = list(kept)

    outcome = bring_in(talk("1", said=UNHAPPY[:2]), talk("2", said=UNHAPPY))

    assert counts(outcome) == (0, 1, 1)
    assert Message.objects.filter(conversation__native_id="1").count() == 2
    assert list(kept.all()) == before
    assert Conversation.objects.count() == 2


def test_of_one_conversation_twice_in_a_file_the_later_holds(house, bring_in):
    outcome = bring_in(talk("1", said=UNHAPPY), talk("1", said=UNHAPPY[:1]))

    assert counts(outcome) == (1, 1, 0)
    assert Message.objects.count() == 1


def test_what_cannot_be_read_is_counted_with_place_and_reason(house, tmp_path):
    path = tmp_path / "broken.jsonl"
    path.write_text('{"schema": "goldenthread.conversation/1", "id": "x"}\nnot json\n')

    outcome = actions.bring_in(actions.What(path, source="goldenthread"), by=None, now=NOW)

    assert counts(outcome) == (0, 0, 0)
    assert outcome.rejected_count == RejectedRow.objects.count() == 2
    assert all(row.reason and "broken.jsonl" in row.place for row in RejectedRow.objects.all())


def test_an_undated_conversation_is_kept_and_counted_apart(house, bring_in):
    outcome = bring_in(talk(said=UNHAPPY, began=None))

    assert outcome.undated == 1
    assert Conversation.objects.get().day is None


def test_a_day_is_the_organisations_own(house, bring_in):
    late = NOW.replace(month=7, day=1, hour=23, minute=30)
    bring_in(talk(said=UNHAPPY, began=late))

    assert Conversation.objects.get().day.isoformat() == "2026-07-02"


def test_staff_are_matched_and_customers_bear_no_name(cleo, field, bring_in):
    bring_in(talk(said=UNHAPPY))

    customer, agent = Participant.objects.order_by("idx")
    assert (customer.name, customer.member) == ("", None)
    assert agent.member == cleo
    assert Conversation.objects.get().unit_key == field.pk


def test_an_unknown_team_waits_and_its_conversations_count_for_nobody(cleo, bring_in):
    bring_in(talk(said=UNHAPPY, team="Night desk"))

    assert Conversation.objects.get().unit_key == 0
    assert people.waiting().get().shown == "Night desk"


def test_two_conversations_of_one_customer_are_linked_by_keys_alone(house, bring_in):
    bring_in(talk("1", said=UNHAPPY), talk("2", said=UNHAPPY))

    one, two = Conversation.objects.all()
    assert one.customer == two.customer is not None
    assert Customer.objects.count() == 1
    assert not CustomerKey.objects.filter(key__contains="mo@x.org").exists()


def test_keys_seen_on_one_customer_are_joined(house, bring_in):
    mail, phone = Identifier("email", "mo@x.org"), Identifier("phone", "+442079460000")

    def of(native_id, *identifiers):
        one = talk(native_id, said=UNHAPPY)
        mo = replace(one.participants[0], identifiers=identifiers)
        return replace(one, participants=(mo, *one.participants[1:]))

    bring_in(of("1", mail, phone))
    bring_in(of("2", phone), of("3", mail))

    assert len(set(Conversation.objects.values_list("customer", flat=True))) == 1


def test_a_survey_answer_is_kept_with_its_scale(house, bring_in):
    answer = Answer(AnswerType.RATING, value_num=2, scale_min=1, scale_max=5, normalized=0.25)
    survey = Survey("s", "desk", Metric.CSAT, answers=(answer,), submitted_at=NOW)
    bring_in(talk(said=UNHAPPY[:1], surveys=(survey,)))

    row = Conversation.objects.get()
    kept = row.answers.get()
    assert (kept.number, kept.scale_max, row.reading.rating) == (2, 5, 2_500)


def test_every_conversation_is_judged_by_the_charter(brought_in):
    row = brought_in(agent="cleo@northfield.example")

    assert VerdictRow.objects.filter(conversation_id=row.pk, kept=False).exists()


def test_a_changed_conversation_is_judged_anew(brought_in):
    row = brought_in(native_id="1")
    before = VerdictRow.objects.filter(conversation_id=row.pk).count()
    brought_in(native_id="1", said=(("customer", "Thank you!"),))

    verdicts = VerdictRow.objects.filter(conversation_id=row.pk)
    assert before > 0
    assert not verdicts.filter(kept=False).exists()


def test_an_import_is_one_stitch_however_long_it_is(house, bring_in):
    bring_in(talk("1", said=UNHAPPY), talk("2", said=UNHAPPY))

    line = Stitch.objects.get(verb="import.done")
    assert line.facts == {"new": 2, "changed": 0, "same": 0, "rejected": 0}


def test_an_import_that_was_cut_off_goes_on_where_it_stood(house, bring_in, monkeypatch):
    monkeypatch.setattr("goldenthread.conversations.actions.importing.BATCH", 2)
    talks = [talk(str(number), said=UNHAPPY) for number in range(5)]
    bring_in(*talks)
    run = Import.objects.get()
    Conversation.objects.filter(native_id="4").delete()
    run.position, run.state = 4, "running"
    run.save()

    outcome = actions.run_import(run, now=NOW)

    assert outcome.new == 6  # five before, and the one that was missing
    assert Conversation.objects.count() == 5


def test_an_import_can_be_stopped_and_keeps_what_was_read(ana, tmp_path, bring_in, monkeypatch):
    monkeypatch.setattr("goldenthread.conversations.actions.importing.BATCH", 2)
    bring_in(*(talk(str(number), said=UNHAPPY) for number in range(5)), name="five.jsonl")
    Conversation.objects.all().delete()

    outcome = actions.bring_in(
        actions.What(tmp_path / "five.jsonl"), by=ana, now=NOW, progress=lambda _: False
    )

    assert (outcome.new, Import.objects.first().state) == (2, "stopped")


def test_an_import_that_is_interrupted_says_so(house, bring_in, tmp_path):
    bring_in(talk("1", said=UNHAPPY), name="one.jsonl")

    def interrupted(_run):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        actions.bring_in(
            actions.What(tmp_path / "one.jsonl"), by=None, now=NOW, progress=interrupted
        )

    run = Import.objects.first()
    assert (run.state, run.sentence[:20]) == ("stopped", "It was interrupted. ")


def test_an_import_that_was_killed_is_closed_when_the_file_comes_again(house, bring_in):
    bring_in(talk("1", said=UNHAPPY), name="one.jsonl")
    Import.objects.update(state="running")

    bring_in(talk("1", said=UNHAPPY), name="one.jsonl")

    assert [run.state for run in Import.objects.all()] == ["done", "stopped"]


def test_an_agent_brings_nothing_in(cleo, tmp_path):
    with pytest.raises(MayNotImport):
        actions.bring_in(actions.What(tmp_path), by=cleo, now=NOW)


def test_hostile_words_are_kept_as_words(house, bring_in):
    said = (
        ("customer", "<script>alert(1)</script> '; DROP TABLE x; -- \u202e =cmd|' /C calc'!A0"),
    )
    bring_in(talk(said=said))

    assert "<script>alert(1)</script>" in Message.objects.get().text
    assert Reading.objects.count() == 1
