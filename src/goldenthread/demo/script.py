"""How a plan becomes a story: who says what, in which order."""

from __future__ import annotations

from calendar import day_name
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from goldenthread.demo.hours import awake
from goldenthread.demo.promises import Vow
from goldenthread.demo.telling import SYSTEM, Beat, Happening, Telling
from goldenthread.engine.types import Channel, EventType

if TYPE_CHECKING:
    from datetime import date

    from goldenthread.demo.plan import GivenWord

_TOO_LATE_FOR_TODAY = 14
_A_WEEK = timedelta(days=6)
_ASKS_AGAIN = 0.45
_FIRST_TRY_FAILS = 0.2
_WAITS_LONGER = 0.3


def play(telling: Telling) -> None:
    """Tell the whole conversation."""
    _begin(telling)
    _receive(telling)
    _ask(telling)
    _hand_over(telling)
    _refuse(telling)
    if telling.plan.word is None:
        _solve(telling)
    else:
        _give_word(telling, telling.plan.word)
    _end(telling)


def _begin(t: Telling) -> None:
    plan = t.plan
    t.details["agent"] = t.agent.first
    t.spoken = plan.arrival.channel is Channel.VOICE
    t.happenings.append(Happening(t.now, EventType.CREATED))
    if t.spoken:
        t.happen(EventType.ASSIGNED, to=1)
        t.agent_says("greet.curt" if plan.broke(Vow.COURTESY) else "greet.voice")
        t.customer_says("hello.voice", *_opening(t))
        return
    mail = plan.arrival.channel is Channel.EMAIL
    greeting = ("hello",) if mail or t.maybe(0.6) else ()
    signature = ("sign.customer",) if mail and t.maybe(0.75) else ()
    t.customer_says(*greeting, *_opening(t), *signature)
    _wait_for_answer(t)


def _opening(t: Telling) -> list[str]:
    plan = t.plan
    keys = [f"open.{plan.story}"]
    if plan.returning:
        keys.append("earlier")
    keys += _feelings(t)
    if plan.no is not None:
        keys.append(f"ask.{plan.no}")
    elif not plan.upset and plan.story != "praise" and t.maybe(0.4):
        keys.append("calm")
    return keys


def _feelings(t: Telling) -> list[str]:
    if not t.plan.upset:
        return ["impact"] if t.plan.at_stake(Vow.TAKEN_SERIOUSLY) else []
    more = ("impact",) if t.maybe(0.3) else ("upset",) if t.maybe(0.25) else ()
    return ["upset", *more]


def _wait_for_answer(t: Telling) -> None:
    mail = t.plan.arrival.channel is Channel.EMAIL
    if mail and t.maybe(0.3):
        t.beats.append(Beat(t.now + timedelta(seconds=20), SYSTEM, t.say("auto")))
    if t.plan.broke(Vow.ANSWER_SOON):
        answer = t.hours.later(t.now, t.pace.uniform(5.2, 13) * 60)
        again = awake(t.hours.later(t.now, t.pace.uniform(2.5, 4.8) * 60))
        if t.pace.random() < _ASKS_AGAIN and again < answer:
            t.at(again)
            t.customer_says("chase.answer")
    elif mail:
        answer = t.hours.later(t.now, 8 + t.pace.random() ** 2 * 200)
    else:
        answer = t.hours.later(t.now, t.pace.uniform(0.3, 9))
    t.at(answer)
    t.happen(EventType.ASSIGNED, to=1)
    t.settle(Vow.ANSWER_SOON)


def _receive(t: Telling) -> None:
    """The agent's first words: greeting, thanks, and whether the trouble is taken seriously."""
    plan = t.plan
    if plan.broke(Vow.COURTESY):
        t.agent_says("curt")
    else:
        if not t.spoken:
            t.agent_says("greet")
        if t.maybe(0.5):
            t.agent_says("thanks")
    t.settle(Vow.COURTESY, Vow.ONE_OWNER)
    if not plan.at_stake(Vow.TAKEN_SERIOUSLY):
        return
    if not plan.broke(Vow.TAKEN_SERIOUSLY):
        t.agent_says("serious")
    else:
        t.agent_says("dismiss")
        if t.maybe(0.6):
            t.customer_says("hurt")
    t.settle(Vow.TAKEN_SERIOUSLY)


def _ask(t: Telling) -> None:
    """What the agent has to find out."""
    plan = t.plan
    if plan.returning:
        _know_the_story(t)
    if plan.broke(Vow.ASK_FIRST):
        t.agent_says("assume")
        t.customer_says("corrects")
    elif plan.at_stake(Vow.ASK_FIRST):
        t.agent_says("ask.curt" if plan.broke(Vow.COURTESY) else "ask.first")
        t.customer_says("confirm")
    t.settle(Vow.ASK_FIRST)
    if plan.story != "praise" and t.maybe(0.3):
        t.agent_says("data.curt" if plan.broke(Vow.COURTESY) else "data.ask")
        card = plan.story in ("refund", "payment", "billing_error") and t.maybe(0.12)
        t.customer_says("data.give", *(("data.card",) if card else ()))
        if t.maybe(0.25):
            t.note("note.internal")


def _know_the_story(t: Telling) -> None:
    if t.plan.broke(Vow.STORY_ONCE):
        t.agent_says("ask.again")
        t.customer_says("retold")
    elif t.plan.at_stake(Vow.STORY_ONCE):
        t.agent_says("read.history")
    t.settle(Vow.STORY_ONCE)


def _hand_over(t: Telling) -> None:
    plan = t.plan
    for turn, taker in enumerate(plan.hands[1:], start=2):
        t.details["next"] = taker.first
        t.details["nextteam"] = taker.team or "the other desk"
        cold = plan.broke(Vow.ONE_OWNER) or plan.broke(Vow.COURTESY)
        t.agent_says("pass.cold" if cold else "pass.on")
        t.flush()
        t.happen(EventType.TRANSFERRED, to=turn, value=taker.team)
        t.details["previous"] = t.agent.first
        t.hand = turn - 1
        t.details["agent"] = taker.first
        if not plan.broke(Vow.COURTESY):
            t.agent_says("greet.taker")
        if turn == len(plan.hands):
            _know_the_story(t)
        t.settle(Vow.ONE_OWNER)


def _refuse(t: Telling) -> None:
    plan = t.plan
    if plan.no is None:
        return
    if plan.broke(Vow.HONEST_NO):
        t.agent_says("no.bare")
        if t.maybe(0.6):
            t.customer_says("resent.no")
    elif plan.at_stake(Vow.HONEST_NO):
        t.agent_says(f"no.{plan.no}")
        if t.maybe(0.5):
            t.customer_says("accept.no")
    t.settle(Vow.HONEST_NO)


def _solve(t: Telling) -> None:
    _settle_matter(t, 1.0)
    _close(t)


def _settle_matter(t: Telling, share: float) -> None:
    # An explained no has already said what is done instead.
    explained = t.plan.no is not None and t.plan.verdicts[Vow.HONEST_NO]
    if not explained and t.maybe(share):
        t.agent_says(f"solve.{t.plan.story}")


def _close(t: Telling) -> None:
    if t.plan.broke(Vow.COURTESY):
        if t.maybe(0.5):
            t.agent_says("close.curt")
    elif t.maybe(0.85):
        t.agent_says("close")
    mail = t.plan.arrival.channel is Channel.EMAIL and not t.spoken
    if mail and not t.plan.broke(Vow.COURTESY) and t.maybe(0.8):
        t.agent_says("sign")
    t.flush()


def _give_word(t: Telling, word: GivenWord) -> None:
    t.begin_message()
    form, due = _due(t, word.by)
    t.details["when"] = t.say(f"when.{form}")
    t.details["said"] = t.say(f"said.{form}")
    t.agent_says(f"word.{word.kind}")
    _close(t)
    if t.maybe(0.3):
        t.customer_says("accept.word")
    if t.plan.broke(Vow.CALL_BACK):
        _break_word(t, word, due)
    else:
        _keep_word(t, word, form, due)
    t.settle(Vow.CALL_BACK)


def _due(t: Telling, by: str) -> tuple[str, date]:
    """What form the time has, and the day it ends; a form that does not fit is replaced."""
    today = t.now.date()
    after = t.hours.day_after(today)
    if by == "today" and t.now.hour < _TOO_LATE_FOR_TODAY:
        t.details["hour"] = f"{max(t.now.hour + 4, 13) - 12} pm"
        return "today", today
    if by in ("today", "tomorrow") and after - today == timedelta(days=1):
        return "tomorrow", after
    day = t.hours.day_after(today, 1 + int(t.pace.random() * 3))
    # A weekday's name a week ahead could mean two days.
    if by == "within" or day - today >= _A_WEEK:
        return "within", t.hours.day_after(today, 2)
    t.details["weekday"] = day_name[day.weekday()]
    return "day", day


def _keep_word(t: Telling, word: GivenWord, form: str, due: date) -> None:
    if form == "today":
        kept = t.hours.later(t.now, t.pace.uniform(40, 150))
    else:
        day = t.hours.day_after(t.now.date()) if form == "within" else due
        kept = _in_the_morning(t, day)
    t.at(kept)
    _do(t, word)
    if word.kind == "call" and not t.spoken:
        t.spoken = t.maybe(0.7)
        if not t.spoken:
            return
    t.spoken = word.kind == "call"
    t.agent_says(f"done.{word.kind}")
    if word.kind != "refund":
        _settle_matter(t, 0.4)
    _close_again(t)


def _break_word(t: Telling, word: GivenWord, due: date) -> None:
    missed = t.hours.day_after(due, 1 + int(t.pace.random() < _WAITS_LONGER))
    if word.chased:
        t.at(_in_the_morning(t, missed))
        t.customer_says(f"chase.{word.kind}")
        t.settle(Vow.CALL_BACK)
        t.at(t.hours.later(t.now, t.pace.uniform(15, 200)))
    else:
        t.at(_in_the_morning(t, missed) + timedelta(hours=3))
    _do(t, word)
    t.spoken = word.kind == "call"
    t.agent_says("late")
    _settle_matter(t, 0.4)
    _close_again(t)


def _do(t: Telling, word: GivenWord) -> None:
    if word.kind == "call":
        if t.pace.random() < _FIRST_TRY_FAILS:
            attempted = t.now - timedelta(minutes=20)
            t.happenings.append(Happening(attempted, EventType.CALL_ATTEMPTED, t.hand + 1))
        t.happen(EventType.CALL_CONNECTED)
    elif word.kind == "refund":
        t.happen(EventType.REFUND_ISSUED, value=t.details["amount"])


def _in_the_morning(t: Telling, day: date) -> datetime:
    return datetime.combine(day, time(8, 30)) + timedelta(minutes=round(t.pace.uniform(0, 190)))


def _close_again(t: Telling) -> None:
    if not t.plan.broke(Vow.COURTESY) and t.maybe(0.5):
        t.agent_says("close")
    t.flush()


def _end(t: Telling) -> None:
    t.flush()
    if t.plan.ending is not None:
        t.customer_says(f"leave.{t.plan.ending}")
    t.settle(Vow.LEAVE_LIGHTER)
    t.happen(EventType.STATUS_CHANGED, value="solved")
