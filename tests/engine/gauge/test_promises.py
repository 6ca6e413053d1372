from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.engine.dates import Calendar
from goldenthread.engine.gauge.promises import fates, promises
from goldenthread.engine.gauge.types import Fate
from goldenthread.engine.types import (
    Channel,
    Conversation,
    Event,
    EventType,
    Message,
    Participant,
    Role,
    Source,
    Visibility,
)

WEDNESDAY = datetime(2026, 6, 10, 9, 0, tzinfo=UTC)
AGENT, CUSTOMER = 0, 1


def said(text):
    """The deadlines of a text as their words; None for a word without one."""
    return [
        text[each.deadline.start : each.deadline.end] if each.deadline else None
        for each in promises(text, WEDNESDAY)
    ]


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("I'll call you back on Friday afternoon.", "on Friday afternoon"),
        ("We will refund you within 5 working days.", "within 5 working days"),
        ("Someone from our team will be in touch within 24 hours.", "within 24 hours"),
        ("You should receive a confirmation email within the next hour.", "within the next hour"),
        ("I'll look into it and let you know.", None),
        ("Your replacement will be dispatched tomorrow and should arrive by Thursday.", "tomorrow"),
        ("Once you send the form we will process it within 2 days.", "within 2 days"),
        ("Our engineer will be with you between 8am and 12pm.", "between 8am and 12pm"),
        ("I'll get this sorted before the end of the day.", "before the end of the day"),
        ("I am sending the paperwork over to you this afternoon.", "this afternoon"),
        ("The refund takes 3 to 5 business days.", "3 to 5 business days"),
        ("I have asked the depot and will come back to you by noon.", "by noon"),
        ("Let me check with the depot and get back to you tomorrow.", "tomorrow"),
        ("Expect an email from us later today.", "later today"),
        ("ill send it over asap", "asap"),
        ("I'll ring you as soon as I hear from them.", "as soon as I hear from them"),
        ("Hi [name 1], [name 2] will call you first thing Monday.", "first thing Monday"),
        ("The new one will be with you in 3-5 days.", "in 3-5 days"),
        ("You'll hear from us by Wednesday at the latest.", "by Wednesday at the latest"),
        ("If you would like a visit, let me know and I will book it.", None),
        ("I’ll credit £20 to your account shortly.", "shortly"),
    ],
)
def test_a_commitment_is_a_given_word_with_its_whole_deadline(text, deadline):
    assert said(text)[0] == deadline


@pytest.mark.parametrize(
    "text",
    [
        "Would you like me to book that for you?",
        "Shall I send you a link?",
        "I can refund it if you wish.",
        "If you want, I'll transfer it to savings.",
        "I'll be happy to help you with that.",
        "I'll have to ask you for your name.",
        "Let me see what I can find.",
        "I look forward to hearing from you.",
        "The shop will close at 5.",
        "The bank will contact you within 3 days.",
        "I hope we will hear from them soon.",
        "I don't know when they will call.",
        "You will need to reset the router.",
        "We won't be able to do that.",
        "Please confirm: I will book two seats for Friday.",
        "I'll book two seats for Friday. Is that correct?",
        "Can you send me a photo by tomorrow?",
        "I'll be honest with you, that is not great.",
        "Thank you for calling, have a great day!",
        "You should have heard from us before now, and I apologise.",
        "You should have received your refund by Monday.",
        "I promise you, it is not our fault.",
        "",
    ],
)
def test_offers_questions_formulas_and_news_are_no_given_words(text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("We phone you back before five today.", "before five today"),
        ("Somebody from the depot rings you between 9 and 11.", "between 9 and 11"),
        ("My colleague is to phone you this afternoon.", "this afternoon"),
        ("Dr Patel is ringing you this afternoon.", "this afternoon"),
        ("Karen from billing will phone you at three.", "at three"),
        ("The engineer's with you Tuesday morning.", "Tuesday morning"),
        ("Our technician is scheduled to visit on Wednesday morning.", "on Wednesday morning"),
        ("The refund reaches your account by the 14th.", "by the 14th"),
        ("A letter goes out to you tonight.", "tonight"),
        ("Your bins get collected on Thursday instead.", "on Thursday"),
        ("A call is booked for you on Monday.", "on Monday"),
        ("I've booked an engineer for Tuesday.", "for Tuesday"),
        ("It's in my diary to ring you tomorrow.", "tomorrow"),
        ("You'll know by Wednesday.", "by Wednesday"),
        ("Count on hearing from us on Monday.", "on Monday"),
        ("Leave it with me until Friday.", "until Friday"),
        ("Consider it done by Friday.", "by Friday"),
        ("Will ring you on Friday.", "on Friday"),
        ("Sending it over this afternoon.", "this afternoon"),
        ("Back to you by Thursday.", "by Thursday"),
        ("Refund in your account by Tuesday.", "by Tuesday"),
        ("Reply by Thursday, promise.", "by Thursday"),
    ],
)
def test_a_time_still_to_come_makes_a_word_of_what_else_were_news(text, deadline):
    assert said(text) == [deadline]


@pytest.mark.parametrize(
    "text",
    [
        "We phone you back.",
        "The engineer's with you.",
        "We usually answer you within two days.",
        "We deliver it every Monday.",
        "The engineer was to be with you by noon.",
        "The engineer rang you on Monday.",
        "The parcel might be with you on Friday.",
        "Your direct debit goes out on the 5th.",
        "The train leaves at nine.",
        "I'm in the office until five today.",
        "I'm calling you about your bill from Monday.",
        "Reply by Thursday.",
        "Calling before nine tomorrow is best.",
        "You will have to send us the form by Friday.",
        "There's no engineer on Sunday.",
        "Expect delays on Monday.",
        "Leave it in the porch until Friday.",
        "Top posts this week on the forum.",
    ],
)
def test_habits_news_and_what_others_do_stay_none_for_all_their_times(text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("I'll call you by Friday.", datetime(2026, 6, 13, tzinfo=UTC)),
        ("We'll reply within 2 working days.", datetime(2026, 6, 13, tzinfo=UTC)),
        ("I'll email you within 5 days.", datetime(2026, 6, 16, tzinfo=UTC)),
        ("I will ring you at 3pm.", datetime(2026, 6, 10, 15, tzinfo=UTC)),
        ("It will be delivered between Monday and Wednesday.", datetime(2026, 6, 18, tzinfo=UTC)),
        ("I'll write to you soon.", None),
        ("I promise I'll call you by Friday.", datetime(2026, 6, 13, tzinfo=UTC)),
        ("I promise that we will call you by Friday.", datetime(2026, 6, 13, tzinfo=UTC)),
    ],
)
def test_a_word_falls_due_at_the_end_of_the_last_day_it_names(text, due):
    (promise,) = promises(text, WEDNESDAY)
    assert promise.due_until == due


def test_a_word_without_a_known_moment_has_a_deadline_and_no_due_time():
    (promise,) = promises("I'll call you tomorrow.", None)
    assert promise.deadline is not None
    assert promise.due_until is None


def test_tomorrow_is_the_organisations_tomorrow():
    sydney = Calendar.standard(ZoneInfo("Australia/Sydney"))
    late = datetime(2026, 6, 10, 20, 0, tzinfo=UTC)
    (promise,) = promises("I'll call you tomorrow.", late, sydney)
    assert promise.due_from == datetime(2026, 6, 12, tzinfo=sydney.zone)


def conversation(*lines, events=(), last=None):
    """A conversation of (who, hours after Wednesday nine, text); no hours leave it undated."""
    messages = tuple(
        Message(
            id=str(seq),
            seq=seq,
            body_text=text,
            author=who,
            sent_at=None if hours is None else WEDNESDAY + timedelta(hours=hours),
        )
        for seq, (who, hours, text) in enumerate(lines)
    )
    return Conversation(
        id="1",
        source=Source("test", "1"),
        channel=Channel.EMAIL,
        participants=(Participant(AGENT, Role.AGENT), Participant(CUSTOMER, Role.CUSTOMER)),
        messages=messages,
        events=tuple(
            Event(f"e{i}", kind, WEDNESDAY + timedelta(hours=hours))
            for i, (kind, hours) in enumerate(events)
        ),
        last_activity_at=None if last is None else WEDNESDAY + timedelta(hours=last),
    )


CALL = (AGENT, 0, "I'm sorry about this. I'll call you back by Friday.")
REFUND = (AGENT, 0, "We will refund you within 5 days.")
UPDATE = (AGENT, 0, "I will look into it and get back to you tomorrow.")


@pytest.mark.parametrize(
    ("case", "fate", "sign"),
    [
        (
            conversation(CALL, events=[(EventType.CALL_CONNECTED, 20)]),
            Fate.KEPT,
            "kept_call_connected",
        ),
        (conversation(CALL, events=[(EventType.CALL_CONNECTED, 120)]), Fate.BROKEN, "done_late"),
        (conversation(CALL, last=30), Fate.OPEN, None),
        (
            conversation(CALL, (CUSTOMER, 100, "Nobody called me. What now?")),
            Fate.BROKEN,
            "missed_by_customers_word",
        ),
        (
            conversation(CALL, (CUSTOMER, 100, "Thank you for calling back on time.")),
            Fate.KEPT,
            "kept_by_customers_word",
        ),
        (
            conversation(CALL, (CUSTOMER, 100, "One more thing: your form.")),
            Fate.BROKEN,
            "nothing_by_then",
        ),
        (
            conversation(CALL, events=[(EventType.STATUS_CHANGED, 200)]),
            Fate.BROKEN,
            "nothing_by_then",
        ),
        (
            conversation(REFUND, events=[(EventType.REFUND_ISSUED, 50)]),
            Fate.KEPT,
            "kept_refund_issued",
        ),
        (
            conversation(REFUND, (AGENT, 50, "I have now refunded you in full.")),
            Fate.KEPT,
            "kept_said",
        ),
        (
            conversation(REFUND, (CUSTOMER, 200, "Still no refund, where is my money?")),
            Fate.BROKEN,
            "missed_by_customers_word",
        ),
        (conversation(UPDATE, (AGENT, 26, "The depot found it.")), Fate.KEPT, "kept_by_message"),
        (conversation(UPDATE, (AGENT, 0.1, "Have a nice day!"), last=20), Fate.OPEN, None),
        (conversation(UPDATE, (AGENT, 90, "The depot found it.")), Fate.BROKEN, "done_late"),
        (conversation((AGENT, 0, "I'll sort this out for you.")), Fate.UNKNOWABLE, None),
        (
            conversation(
                (AGENT, 0, "I'll sort this out for you."),
                (CUSTOMER, 3, "It is working again, thanks!"),
            ),
            Fate.KEPT,
            "kept_by_customers_word",
        ),
        (conversation((AGENT, None, "I'll call you tomorrow.")), Fate.UNKNOWABLE, None),
        (
            conversation(
                (AGENT, None, "I'll call you tomorrow."),
                (CUSTOMER, None, "I waited all day and you never called."),
            ),
            Fate.BROKEN,
            "missed_by_customers_word",
        ),
        (
            conversation(
                (AGENT, None, "I'll send you the label."),
                (CUSTOMER, None, "Got it, the label arrived."),
            ),
            Fate.KEPT,
            "kept_by_customers_word",
        ),
        (
            conversation(
                (AGENT, 0, "I'll check the order."),
                (CUSTOMER, 0.2, "Hello? Still waiting."),
                (AGENT, 0.3, "I have checked and it left the depot."),
            ),
            Fate.KEPT,
            "kept_said",
        ),
        (
            conversation(
                (AGENT, 0, "I'll check the order."),
                (CUSTOMER, 30, "Still waiting for your answer."),
                (AGENT, 31, "I have checked and it left the depot."),
            ),
            Fate.BROKEN,
            "missed_by_customers_word",
        ),
        (
            conversation(
                CALL, (CUSTOMER, 100, "I did not call to argue."), (CUSTOMER, 101, "No call. Why?")
            ),
            Fate.BROKEN,
            "missed_by_customers_word",
        ),
        (
            conversation(CALL, (CUSTOMER, 12, "Thanks, I hope you call soon."), last=20),
            Fate.OPEN,
            None,
        ),
    ],
)
def test_the_fate_of_a_word_is_told_by_what_came_later(case, fate, sign):
    (word,) = fates(case)
    assert word.fate == fate
    assert [each.sign for each in word.evidence] == ([sign] if sign else [])
    assert word.promise.message == 0


def test_evidence_points_at_the_words_it_rests_on():
    case = conversation(CALL, (CUSTOMER, 100, "Hello? Nobody called me."))
    (evidence,) = fates(case)[0].evidence
    text = case.messages[evidence.message].text
    assert text[evidence.start : evidence.end] == "Nobody called"


def test_only_what_agents_say_to_the_customer_is_a_word_to_them():
    customer = conversation((CUSTOMER, 0, "I'll send you the photo tomorrow."))
    note = conversation(CALL)
    hidden = replace(note, messages=(replace(note.messages[0], visibility=Visibility.INTERNAL),))
    assert fates(customer) == ()
    assert fates(hidden) == ()


WORDS = st.sampled_from(
    [
        *("I'll", "we will", "call", "you", "by", "Friday", "within", "3-5", "days", "refund"),
        *("once", "as soon as", "if", "you'd like", "?", ".", "[name 1]", "and", "let me", "it"),
        *("our team", "tomorrow", "will be", "sent", "shortly", "takes", "going to", "expect an"),
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=80))
def test_any_text_gives_words_in_order_and_inside_it(text):
    found = promises(text, WEDNESDAY)
    for each in found:
        assert 0 <= each.start < each.end <= len(text)
        if each.deadline is not None:
            assert each.start <= each.deadline.start < each.deadline.end <= each.end
        if each.due_until is not None and each.due_from is not None:
            assert each.due_from <= each.due_until
    assert [each.start for each in found] == sorted(each.start for each in found)


@pytest.mark.parametrize(
    ("word", "answer"),
    [
        ("Somebody rings you tomorrow.", "Thanks for the call"),
        ("A letter goes out to you tonight.", "The letter arrived"),
        ("The surveyor visits you tomorrow.", "The man came today, all good"),
        ("You'll have the cash by Friday.", "I got the money"),
    ],
)
def test_the_deed_of_a_word_without_a_will_is_known(word, answer):
    (given,) = fates(conversation((AGENT, 0, word), (CUSTOMER, 30, answer)))
    assert given.fate is Fate.KEPT
