import json
import re
from collections import Counter, defaultdict
from datetime import date, datetime, timedelta
from functools import cache
from itertools import islice, pairwise
from math import sqrt
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from goldenthread.demo.generator import Year, generate
from goldenthread.demo.hands import Hand
from goldenthread.demo.hours import Hours
from goldenthread.demo.latent import Latent
from goldenthread.demo.phrases import Bank, load
from goldenthread.demo.phrases.templates import Slot
from goldenthread.demo.plan import week_begins
from goldenthread.demo.promises import Vow
from goldenthread.demo.truth import Order, monday_of
from goldenthread.engine.readers.parsing import from_json
from goldenthread.engine.readers.writing import to_json
from goldenthread.engine.types import Channel, EventType, Metric, Role, Status, Visibility

UNTIL = date(2026, 11, 24)
HOURS = Hours("GB", 8, 18)
SCHEMA = Path(__file__).parents[2] / "docs/using/json/conversation.schema.json"
BANK: Bank = load("first")


def order(count, seed=11):
    return Order(seed, count, UNTIL)


@pytest.fixture(scope="module")
def year():
    return Year(order(3000))


@pytest.fixture(scope="module")
def told(year):
    return list(year)


@pytest.fixture(scope="module")
def talks(told):
    """Conversations with an agent; survey rows are left out."""
    return [one for one in told if one.conversation.channel is not Channel.SURVEY]


def wall(moment):
    return moment.replace(tzinfo=None)


def happened(one, kind):
    return [event for event in one.conversation.events if event.type is kind]


def said_by(one, role):
    conversation = one.conversation
    return [
        message
        for message in conversation.messages
        if conversation.role_of(message) is role and message.visibility is Visibility.PUBLIC
    ]


@cache
def pattern(*keys):
    """What any template of these keys looks like, whatever fills its slots."""
    lines = [
        line
        for key in keys
        for pool in (BANK.lines[key].loose, *BANK.lines[key].grouped.values())
        for line in pool
    ]
    return re.compile("|".join("".join(map(regex, line)) for line in lines))


def regex(part):
    if isinstance(part, str):
        return re.escape(part)
    if isinstance(part, Slot):
        return ".+?"
    return "(?:" + "|".join("".join(map(regex, way)) for way in part.ways) + ")"


def speaks(one, role, *keys):
    return any(pattern(*keys).search(message.text) for message in said_by(one, role))


def neat(talks):
    return [one for one in talks if one.plan.customer.hand is Hand.NEAT]


def test_the_same_seed_tells_the_same_year():
    first = list(generate(seed=3, conversations=300, until=UNTIL))
    assert first == list(generate(seed=3, conversations=300, until=UNTIL))
    assert first != list(generate(seed=4, conversations=300, until=UNTIL))


@pytest.mark.parametrize("count", [0, 1, 50])
def test_as_many_are_told_as_were_asked_for(count):
    assert sum(1 for _ in generate(seed=1, conversations=count, until=UNTIL)) == count


def test_a_year_of_millions_begins_at_once():
    first = list(islice(generate(seed=1, conversations=2_000_000, until=UNTIL), 3))
    assert [one.source.native_id for one in first] == ["HD-100000", "HD-100001", "HD-100002"]


def test_conversations_come_in_order_of_time(told):
    begun = [one.conversation.started_at for one in told if not one.plan.undated]
    assert begun == sorted(begun)


def test_everything_has_happened_before_the_end(told):
    end = datetime.combine(UNTIL, datetime.min.time())
    for one in told:
        conversation = one.conversation
        moments = [m.sent_at for m in conversation.messages]
        moments += [event.at for event in conversation.events]
        moments += [survey.submitted_at for survey in conversation.surveys]
        assert all(wall(moment) < end for moment in moments if moment is not None)


def test_messages_follow_each_other(talks):
    for one in talks:
        times = [m.sent_at for m in one.conversation.messages]
        if None not in times:
            assert all(a <= b for a, b in pairwise(times))
            assert one.conversation.started_at == times[0]
        assert [m.seq for m in one.conversation.messages] == list(range(len(times)))


def test_agents_write_when_they_are_there(talks):
    for one in talks:
        for message in said_by(one, Role.AGENT):
            if message.sent_at is not None:
                # A talk may run on for some minutes after closing time.
                at = wall(message.sent_at)
                assert HOURS.there(at - timedelta(minutes=10)) <= at


def test_about_one_in_a_hundred_has_no_time_at_all(told):
    undated = [one for one in told if one.plan.undated]
    assert len(undated) / len(told) == pytest.approx(0.01, abs=0.005)
    for one in undated:
        assert one.conversation.dated_at is None
        assert all(event.at is None for event in one.conversation.events)
        assert one.to_json()["week"] is None
        assert one.verdicts[Vow.ANSWER_SOON] is one.verdicts[Vow.CALL_BACK] is None


def test_every_value_is_that_of_the_published_schema(told):
    validator = Draft202012Validator(json.loads(SCHEMA.read_text()))
    for one in told[::40]:
        validator.validate(json.loads(json.dumps(to_json(one.conversation))))


def test_every_value_survives_being_written_and_read(told):
    for one in told[::25]:
        assert from_json(to_json(one.conversation)) == one.conversation


def test_everybody_who_speaks_takes_part(told):
    for one in told:
        places = {participant.idx for participant in one.conversation.participants}
        assert {m.author for m in one.conversation.messages} <= places
        actors = {event.actor for event in one.conversation.events} - {None}
        assert actors <= places


def test_agents_are_members_but_for_agency_hands(year, talks):
    listed = {member.email for member in year.organisation.members if member.listed}
    agents = [
        participant.identifiers[0].value
        for one in talks
        for participant in one.conversation.participants
        if participant.role is Role.AGENT
    ]
    strange = {email for email in agents if email not in listed}
    assert 1 <= len(strange) <= 3
    assert 0.005 < sum(email in strange for email in agents) / len(agents) < 0.1


def test_a_team_nobody_knows_turns_up_now_and_then(year, told):
    teams = Counter(one.conversation.team for one in told)
    stray = teams.pop(year.organisation.stray_team)
    assert stray / len(told) == pytest.approx(0.006, abs=0.005)
    assert set(teams) == {team.name for team in year.organisation.teams}


def test_one_owner_is_kept_with_one_handover_at_most(talks):
    for one in talks:
        moved = len(happened(one, EventType.TRANSFERRED))
        kept = one.verdicts[Vow.ONE_OWNER]
        if kept is not None and one.conversation.status is Status.SOLVED:
            assert kept is (moved <= 1)


def test_an_answer_is_soon_within_four_working_hours(talks):
    judged = 0
    for one in talks:
        kept = one.verdicts[Vow.ANSWER_SOON]
        if kept is not None:
            asked = wall(one.conversation.started_at)
            answered = wall(said_by(one, Role.AGENT)[0].sent_at)
            assert kept is (answered <= HOURS.later(asked, 4 * 60))
            judged += 1
    assert judged > 800


def test_a_story_is_told_again_when_and_only_when_it_had_to_be(talks):
    for one in neat(talks):
        kept = one.verdicts[Vow.STORY_ONCE]
        if one.conversation.status is Status.SOLVED:
            assert speaks(one, Role.CUSTOMER, "retold") is (kept is False)


def test_customers_set_right_whoever_did_not_ask(talks):
    for one in neat(talks):
        kept = one.verdicts[Vow.ASK_FIRST]
        if one.conversation.status is Status.SOLVED:
            assert speaks(one, Role.CUSTOMER, "corrects") is (kept is False)
            assert speaks(one, Role.AGENT, "assume") is (kept is False)


def test_a_word_is_given_where_one_can_be_kept(talks):
    for one in talks:
        if one.conversation.status is Status.SOLVED:
            gave = speaks(one, Role.AGENT, "word.call", "word.write", "word.refund")
            assert gave is (one.plan.word is not None)


def test_only_a_broken_word_is_chased(talks):
    chased = 0
    for one in neat(talks):
        if speaks(one, Role.CUSTOMER, "chase.call", "chase.write", "chase.refund"):
            assert one.plan.broke(Vow.CALL_BACK)
            chased += 1
    assert chased > 20


def test_a_call_that_was_promised_is_made_in_the_end(talks):
    for one in talks:
        word = one.plan.word
        if word is not None and word.kind == "call" and one.conversation.status is Status.SOLVED:
            assert len(happened(one, EventType.CALL_CONNECTED)) == 1


def test_courtesy_greets_and_its_lack_does_not(talks):
    for one in talks:
        if one.conversation.channel is Channel.EMAIL and said_by(one, Role.AGENT):
            greeted = one.plan.customer.first in said_by(one, Role.AGENT)[0].text
            assert greeted is not one.plan.broke(Vow.COURTESY)


def test_who_stays_upset_says_so_last(talks):
    for one in neat(talks):
        kept = one.verdicts[Vow.LEAVE_LIGHTER]
        if kept is not None and one.conversation.status is Status.SOLVED:
            last = said_by(one, Role.CUSTOMER)[-1].text
            assert (pattern("leave.upset").match(last) is not None) is not kept


def test_a_survey_row_is_one_message_and_one_rating(told):
    rows = [one.conversation for one in told if one.conversation.channel is Channel.SURVEY]
    assert {row.surveys[0].metric for row in rows} == {Metric.CSAT, Metric.NPS}
    assert all(len(row.messages) == len(row.surveys) == 1 for row in rows)
    assert len(rows) / len(told) == pytest.approx(0.085, abs=0.02)


def test_ratings_say_whether_it_was_worth_it(told):
    for one in told:
        for survey in one.conversation.surveys:
            score = survey.answers[0]
            if survey.metric is Metric.CSAT and not one.plan.undated:
                assert one.verdicts[Vow.WORTH_IT] is (score.value_num >= 4)
            assert 0 <= score.normalized <= 1


def test_about_one_talk_in_five_is_rated(talks):
    rated = sum(bool(one.conversation.surveys) for one in talks)
    assert rated / len(talks) == pytest.approx(0.2, abs=0.02)


def test_mail_drags_old_mail_along_now_and_then(talks):
    quoting = [
        message
        for one in talks
        for message in one.conversation.messages
        if message.body_new_text is not None
    ]
    assert len(quoting) > 100
    assert all("> " in m.body_text and "> " not in m.text for m in quoting)


def test_verdicts_are_as_likely_as_planned(year, told):
    # Four standard errors over ten promises and 3,000 stories: false alarm once in a thousand runs.
    latent = Latent(year.truth)
    kept, expected, spread = defaultdict(int), defaultdict(float), defaultdict(float)
    for one in told:
        team = one.plan.arrival.team.name
        for vow, verdict in one.verdicts.items():
            if verdict is not None:
                rate = latent.kept(vow, team, week_begins(one.plan))
                kept[vow] += verdict
                expected[vow] += rate
                spread[vow] += rate * (1 - rate)
    assert set(kept) == set(Vow)
    for vow, count in kept.items():
        assert abs(count - expected[vow]) < 4 * sqrt(spread[vow]), vow


def test_the_planted_effects_are_in_the_verdicts(year, told):
    for effect in year.truth.effects:
        seen = {True: [], False: []}
        for one in told:
            verdict = one.verdicts[effect.promise]
            if verdict is not None and effect.team in (None, one.plan.team):
                seen[week_begins(one.plan) >= effect.begins].append(verdict)
        for after, verdicts in seen.items():
            rate = effect.after if after else effect.before
            error = sqrt(rate * (1 - rate) / len(verdicts))
            assert sum(verdicts) / len(verdicts) == pytest.approx(rate, abs=4 * error)


def test_the_affected_promise_has_an_occasion_in_most_conversations(year, told):
    broke = year.truth.effects[0]
    mine = [one for one in told if one.plan.team == broke.team]
    occasions = sum(one.verdicts[broke.promise] is not None for one in mine)
    assert occasions / len(mine) > 0.5


def test_the_last_week_is_as_complete_as_the_others(year, told):
    last = monday_of(UNTIL) - timedelta(weeks=1)
    count = sum(week_begins(one.plan) == last for one in told)
    assert count > len(told) / 53 * 0.8
