from datetime import timedelta

import pytest

from goldenthread.conversations import actions, queries
from goldenthread.conversations.queries import Filters
from goldenthread.conversations.queries.marks import drawn
from goldenthread.conversations.queries.wording import FEELINGS, said
from goldenthread.engine.gauge.signs import SIGNS
from goldenthread.engine.types import Channel
from tests.conftest import NOW, UNHAPPY, talk

pytestmark = pytest.mark.django_db
GLAD = (
    ("customer", "Hello, could you move my appointment?"),
    ("agent", "Of course. It is moved to Monday."),
    ("customer", "Thank you so much, that is wonderful, I am very happy!"),
)


@pytest.fixture
def three(ana, field, desk, bring_in):
    bring_in(
        talk("sad", said=UNHAPPY, team="Field service"),
        talk("glad", said=GLAD, team="Contact centre", began=NOW + timedelta(days=1)),
        talk("undated", said=UNHAPPY, channel=Channel.EMAIL, began=None),
    )


WAITING = (
    ("customer", "Hi there. You said Tuesday and nobody came. I am telling everyone."),
    ("agent", "I am sorry to hear that. I will call you back by Friday."),
    ("customer", "Thank you, I am so grateful!"),
)


def found(member, **wanted):
    listing = queries.listing(member=member, filters=Filters(**wanted))
    return [row.conversation.native_id for row in listing.rows]


def test_all_are_listed_newest_first_undated_last(three, ana):
    assert found(ana) == ["glad", "sad", "undated"]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"channel": "email"}, ["undated"]),
        ({"since": NOW.date() + timedelta(days=1)}, ["glad"]),
        ({"until": NOW.date()}, ["sad"]),
        ({"undated": True}, ["undated"]),
        ({"feeling": "pleased"}, ["glad"]),
        ({"principle": "O"}, ["sad", "undated"]),
        ({"words": "appointment moved"}, ["glad"]),
        ({"words": '"not our department"'}, ["sad", "undated"]),
        ({"words": "department nowhere"}, []),
        ({"words": "AND OR ( * NEAR"}, []),
        ({"words": '"""'}, ["glad", "sad", "undated"]),
    ],
)
def test_a_filter_leaves_what_fits(three, ana, wanted, expected):
    assert found(ana, **wanted) == expected


def test_words_are_found_in_other_forms_of_them(three, ana):
    assert found(ana, words="moving appointments") == ["glad"]


def test_a_team_leader_finds_only_the_teams_own(three, ben):
    assert found(ben) == ["sad"]


def test_pages_follow_each_other_without_a_gap(ana, bring_in):
    bring_in(*(talk(f"{n:03}", said=UNHAPPY, began=None if n % 9 == 0 else NOW) for n in range(70)))
    seen, after = [], ""
    while True:
        listing = queries.listing(member=ana, filters=Filters(), after=after)
        seen += [row.conversation.native_id for row in listing.rows]
        after = listing.older
        if not after:
            break

    assert len(seen) == len(set(seen)) == 70


@pytest.mark.parametrize("after", ["nonsense", "2026-99-99:4", ":", "undated:x"])
def test_a_place_that_makes_no_sense_begins_at_the_beginning(three, ana, after):
    listing = queries.listing(member=ana, filters=Filters(), after=after)

    assert len(listing.rows) == 3


def test_every_reading_opens_to_its_words(three, ana):
    pk = queries.listing(member=ana, filters=Filters(channel="email")).rows[0].conversation.pk

    page = queries.one(member=ana, pk=pk)

    scored = [line for line in page.principles if line.score is not None]
    assert scored
    for line in scored:
        assert line.low <= line.score <= line.high
        assert line.for_it or line.against_it
    words = {sign.words for line in scored for sign in (*line.for_it, *line.against_it)}
    assert any("not our department" in said for said in words)


def test_changed_words_are_found_and_the_old_ones_no_more(three, ana, bring_in):
    bring_in(talk("sad", said=(("customer", "Everything about zebras."),)))

    assert found(ana, words="zebra") == ["sad"]
    assert found(ana, words="department") == ["undated"]


def test_feelings_count_those_with_a_first_and_a_last_message(three, ana):
    day = NOW.date()
    felt = queries.feelings(day, day + timedelta(days=7), None)

    assert felt.n == 2
    assert (felt.start.n, felt.end.upset, felt.end.pleased) == (2, 1, 1)


def test_the_worst_come_first_and_the_delighted_are_not_among_them(three):
    pool = queries.with_customer_words(NOW.date(), NOW.date() + timedelta(days=7), None)
    worst, delighted = list(queries.worst(pool)), list(queries.delighted(pool))

    assert worst[0] != delighted[0]
    said = queries.customer_words([worst[0]])[0]
    assert "furious" in said.text or "Useless" in said.text


def test_nobody_judges_anything_by_reading_alone(three, dora):
    assert actions.Draw("x", 1) is not None
    assert found(dora) == []


def test_a_conversation_is_called_by_its_subject_or_its_customers_first_words(ana, bring_in):
    bring_in(
        talk("1", said=WAITING, subject="The boiler"),
        talk("2", said=WAITING),
        talk("3", said=(("agent", "Anybody there?"),)),
    )
    called = {row.conversation.native_id: row.title for row in listed(ana)}

    assert called == {"1": "The boiler", "2": "“You said Tuesday and nobody came.”", "3": "3"}
    for row in listed(ana):
        assert queries.one(member=ana, pk=row.conversation.pk).title == row.title


def listed(member):
    return queries.listing(member=member, filters=Filters()).rows


def test_what_the_whole_message_says_is_told_in_words_and_not_drawn(ana, bring_in):
    bring_in(talk(said=WAITING))
    page = queries.one(member=ana, pk=listed(ana)[0].conversation.pk)
    drawn = [mark for step in page.course for mark in step.marks]
    lengths = {len(text) for _, text in WAITING}

    assert not any(mark.start == 0 and mark.end in lengths for mark in drawn)
    assert [sign.sign for sign in page.signals] == ["warns others"]
    assert "grateful" in {sign.sign for sign in page.felt}


@pytest.mark.parametrize("sign", ["other", "feeling.anger", "heard_D", "word_broken"])
def test_a_message_is_not_marked_from_end_to_end_for_what_the_course_shows(sign):
    evidence = [[1, 0, 11, sign, "D", False], [1, 0, 4, "c_late", "D", False]]

    assert drawn(evidence, {1: "Late again."}) == {1: [(0, 4, "bad")]}


def test_every_code_of_the_gauge_has_words(ana):
    for code in (*SIGNS, *(f"feeling.{name}" for name in FEELINGS)):
        words = said(code)
        assert words
        assert not any(odd in words for odd in "_.")


def test_a_verdict_opens_to_the_words_it_rests_on(ana, brought_in):
    page = queries.one(member=ana, pk=brought_in(said=UNHAPPY).pk)
    broken = {ruling.line.promise: ruling.because for ruling in page.verdicts}

    assert "explained this" in broken["story-once"][0].words
