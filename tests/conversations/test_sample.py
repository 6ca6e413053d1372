import pytest

from goldenthread.conversations import actions, queries
from goldenthread.conversations.actions import Draw, Opinion
from goldenthread.conversations.models import Conversation, Judgement
from goldenthread.ground.refusals import NotHere
from goldenthread.people.policy import NotAnAnalyst
from tests.conftest import NOW, UNHAPPY, talk

pytestmark = pytest.mark.django_db


@pytest.fixture
def ten(house, bring_in):
    bring_in(*(talk(str(number), said=UNHAPPY) for number in range(10)))


def drawn(sample):
    return [item.conversation.native_id for item in sample.items.all()]


def test_the_same_seed_draws_the_same(dora, ten):
    one = actions.draw_sample(by=dora, draw=Draw("spring", 4), now=NOW)
    two = actions.draw_sample(by=dora, draw=Draw("spring", 4), now=NOW)
    other = actions.draw_sample(by=dora, draw=Draw("autumn", 4), now=NOW)

    assert drawn(one) == drawn(two) != drawn(other)
    assert (one.size, one.drawn_from) == (4, 10)


def test_no_more_is_drawn_than_there_is(dora, ten):
    assert actions.draw_sample(by=dora, draw=Draw("x", 99), now=NOW).size == 10


def test_a_period_narrows_the_draw(dora, ten):
    yesterday = NOW.date().replace(day=1)
    sample = actions.draw_sample(by=dora, draw=Draw("x", 5, (yesterday, yesterday)), now=NOW)

    assert (sample.size, sample.drawn_from) == (0, 0)


def test_only_analysts_draw_and_judge(ana, ten):
    with pytest.raises(NotAnAnalyst):
        actions.draw_sample(by=ana, draw=Draw("x", 1), now=NOW)
    with pytest.raises(NotAnAnalyst):
        actions.judge(by=ana, conversation_pk=1, opinion=Opinion("P", "50", agrees=True), now=NOW)


def test_an_analyst_judges_what_was_drawn_and_nothing_else(dora, ten):
    sample = actions.draw_sample(by=dora, draw=Draw("x", 1), now=NOW)
    inside = sample.items.get().conversation_id
    outside = Conversation.objects.exclude(pk=inside).first().pk

    actions.judge(by=dora, conversation_pk=inside, opinion=Opinion("P", "50", agrees=True), now=NOW)
    with pytest.raises(NotHere):
        actions.judge(
            by=dora, conversation_pk=outside, opinion=Opinion("P", "50", agrees=True), now=NOW
        )


def test_a_second_word_replaces_the_first(dora, ten):
    inside = actions.draw_sample(by=dora, draw=Draw("x", 1), now=NOW).items.get().conversation_id
    for agrees in (True, False):
        actions.judge(
            by=dora, conversation_pk=inside, opinion=Opinion("P", "50", agrees=agrees), now=NOW
        )

    assert not Judgement.objects.get().agrees
    line = queries.sample_page(member=dora).agreement[0]
    assert (line.name, line.n, line.agreed) == ("Polite", 1, 0)


def test_the_next_that_waits_comes_after_the_one_just_judged(dora, ten):
    sample = actions.draw_sample(by=dora, draw=Draw("x", 3), now=NOW)
    first, second, _ = (item.conversation_id for item in sample.items.all())
    step = queries.step(member=dora, conversation_pk=second)
    assert step.waiting
    for reading in step.waiting:
        opinion = Opinion(reading, "", agrees=True)
        actions.judge(by=dora, conversation_pk=second, opinion=opinion, now=NOW)

    page = queries.sample_page(member=dora)
    step = queries.step(member=dora, conversation_pk=first)

    assert [item.is_done for item in page.items] == [False, True, False]
    assert page.next.conversation.pk == first
    assert (step.done, step.size) == (1, 3)
    assert step.next.conversation.pk not in {first, second}


def test_a_conversation_of_no_sample_has_no_next(dora, ten):
    assert queries.step(member=dora, conversation_pk=Conversation.objects.first().pk) is None


def test_a_larger_sample_costs_no_more_queries(dora, ten, django_assert_num_queries):
    for size in (2, 10):
        actions.draw_sample(by=dora, draw=Draw("x", size), now=NOW)
        # sample, items with their readings, given words, first words, judgements, agreement
        with django_assert_num_queries(6):
            queries.sample_page(member=dora)
