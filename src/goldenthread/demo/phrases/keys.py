"""What a bank of phrases must be able to say: every key, what it must express, and its slots."""

from __future__ import annotations

from dataclasses import dataclass

STORIES = (
    "late_engineer",
    "billing_error",
    "refund",
    "meter_reading",
    "moving",
    "broken_product",
    "outage",
    "question",
    "praise",
    "cancellation",
    "rudeness",
    "payment",
    "installation",
    "leak",
    "portal",
)
"""What a customer may come with; each has an opening, a topic and a solution in every bank."""

NOS = ("today", "waive", "backdate", "warranty")
"""What a customer may ask that cannot be done; each has its asking and its explained no."""

SLOTS = frozenset(
    {
        "account",  # the customer's account number
        "agent",  # first name of whoever is speaking for the organisation now
        "amount",  # a sum of money with its sign
        "card",  # a payment card's number
        "days",  # a small number in words, two to nine
        "email",
        "greeting",  # "Good morning", "Good afternoon" or "Good evening", by the clock
        "fee",  # a small sum of money with its sign
        "first",  # the customer's first name
        "hour",  # an hour of today still to come, "4 pm"; only in when.today
        "last",  # the customer's surname
        "name",  # the customer's full name
        "next",  # first name of whoever takes over; only where a case is passed on
        "nextteam",  # the team that takes over; only where a case is passed on
        "org",  # the organisation's name
        "other",  # something the customer did not ask for, as a noun phrase
        "pastday",  # a weekday lately gone by
        "phone",
        "postcode",
        "previous",  # first name of whoever had the case before
        "reading",  # a meter's reading, five digits
        "ref",  # the case's reference
        "said",  # how the customer repeats a time that was promised, "on Friday"
        "slot",  # a visiting slot, "between 8 and 12"
        "street",  # house number and street
        "thing",  # a device in the home, without article
        "topic",  # the customer's matter as a noun phrase; "my" becomes "your" when an agent speaks
        "town",
        "visitday",  # a weekday soon to come
        "weekday",  # the weekday a given word names; only in when.* and said.*
        "when",  # until when a thing is promised, with its preposition
    }
)
"""What a template may leave open between braces."""


@dataclass(frozen=True, slots=True)
class Key:
    """One thing a bank must be able to say.

    `needs` are the slots every one of its templates must hold; `least` is how many templates.
    """

    says: str
    who: str = "agent"
    needs: frozenset[str] = frozenset()
    least: int = 8


_CUSTOMER = {
    "hello": "A written greeting to the organisation, alone on its line.",
    "hello.voice": "How somebody begins after the agent has answered the phone; no matter yet.",
    "upset": "Strong displeasure about {topic}: worn out, angry, let down. Fits every story but "
    "praise and names no fact of its own beyond waiting, cost or trouble.",
    "calm": "A level closing line of an opening: would you look at it, what should I do.",
    "impact": "Why it matters at home: a newborn, an ill parent, work missed, money short.",
    "earlier": "Says, without anger, that this is not the first contact: rang or wrote before.",
    "sign.customer": "How a customer ends a mail: a word and the name.",
    "subject": "The subject line of a mail about {topic}.",
    "confirm": "Answers a clarifying question: yes, that is what I mean.",
    "corrects": "Says that the agent has answered something else than was asked.",
    "data.give": "Gives account number, postcode, phone, mail or name, as asked.",
    "data.card": "Gives a card number without being asked to.",
    "hurt": "Objects to having been blamed or talked down to just now.",
    "retold": "Says that the story has been told before, to others, and has to be told again.",
    "chase.answer": "Nobody has answered the first message yet; asks whether anybody is there.",
    "chase.call": "The call that was promised has not come.",
    "chase.write": "The message that was promised has not come.",
    "chase.refund": "The money that was promised has not come.",
    "accept.word": "Takes note of a given word: will wait for the call or the message.",
    "accept.no": "Takes an explained no well.",
    "resent.no": "Takes a bare no badly: no reason was given.",
    "leave.glad": "The end: thankful, pleased, relieved.",
    "leave.calm": "The end: level, short, neither pleased nor upset.",
    "leave.upset": "The end: still angry or let down; gives up, argues or warns others.",
    "rate.good": "A comment beside 4 or 5 of 5.",
    "rate.bad": "A comment beside 1, 2 or 3 of 5.",
    "survey.good": "A free comment of a survey, pleased; stands alone.",
    "survey.middle": "A free comment of a survey, so-so; stands alone.",
    "survey.bad": "A free comment of a survey, displeased; stands alone.",
    "other": "A noun phrase, lower case: something else than what the customer asked about.",
    "thing": "A device in the home, lower case, no article.",
    "said.today": "How a customer repeats later that a thing was promised for the same day.",
    "said.tomorrow": "… for the day after.",
    "said.day": "… for {weekday}.",
    "said.within": "… within a day or two.",
}

_AGENT = {
    "greet": "A courteous written greeting by name.",
    "greet.voice": "Answers the phone courteously with {org} and {agent}.",
    "greet.taker": "How whoever takes over greets the customer, in speech and in writing.",
    "greet.curt": "Answers the phone as curtly as can be.",
    "thanks": "Thanks for the message or the trouble taken; gives no word.",
    "serious": "Takes the person seriously: right to say so, we owe you better. Gives no word.",
    "dismiss": "Blames the customer, talks down or plays the matter down.",
    "ask.first": "Asks or restates before acting: is it this or that, have I understood.",
    "ask.curt": "The same question as curtly as can be.",
    "assume": "Acts on a guess, about {other}, without asking.",
    "data.ask": "Asks for account number, postcode or the like.",
    "data.curt": "The same as curtly as can be.",
    "curt": "A curt, careless line without greeting, please or thanks.",
    "close": "A courteous ending; gives no word.",
    "close.curt": "Ends as curtly as can be.",
    "sign": "How an agent signs a mail.",
    "word.call": "Gives the word to telephone, by {when}.",
    "word.write": "Gives the word to write, by {when}.",
    "word.refund": "Gives the word that money goes back, by {when}.",
    "when.today": "Until when, today.",
    "when.tomorrow": "Until when, tomorrow.",
    "when.day": "Until when, a named {weekday} this week or next.",
    "when.within": "Until when, within one or two working days.",
    "done.call": "Said at the call that was promised.",
    "done.write": "The message that was promised, with its news.",
    "done.refund": "The money has gone back.",
    "late": "Owns up that a given word was not kept in time and settles it now.",
    "auto": "An automatic receipt; answers nothing, promises nothing.",
    "pass.on": "Hands over warmly to {next}: the story goes with it.",
    "pass.cold": "Passes the customer on: not ours, another department.",
    "read.history": "Has read the story and says so.",
    "ask.again": "Asks for the whole story again.",
    "no.bare": "A no without reason or way out.",
    "note.internal": "A note among colleagues.",
}

_BY_STORY = {
    "open": ("customer", "Opens the matter in facts, level in tone."),
    "topic": ("customer", "The matter as a noun phrase with its article, lower case."),
    "solve": ("agent", "Settles the matter in facts; neither courteous nor curt."),
}

_BY_NO = {
    "ask": ("customer", "Asks for what cannot be done."),
    "no": ("agent", "Says it cannot be done, why, and what can be done instead."),
}

_NEEDS = {
    "word.call": {"when"},
    "word.write": {"when"},
    "word.refund": {"when"},
    "when.day": {"weekday"},
    "said.day": {"weekday"},
    "subject": {"topic"},
    "assume": {"other"},
    "pass.on": {"next"},
    "greet.voice": {"org", "agent"},
    "sign": {"agent"},
    "data.card": {"card"},
}

_IMPORTANT = ("upset", "leave.glad", "leave.upset", "chase.call", "retold", "corrects")
_IMPORTANT_LEAST = 20


def _keys() -> dict[str, Key]:
    said = {key: ("customer", says) for key, says in _CUSTOMER.items()}
    said |= {key: ("agent", says) for key, says in _AGENT.items()}
    said |= {f"{part}.{story}": text for part, text in _BY_STORY.items() for story in STORIES}
    said |= {f"{part}.{no}": text for part, text in _BY_NO.items() for no in NOS}
    return {
        key: Key(
            says=says,
            who=who,
            needs=frozenset(_NEEDS.get(key, ())),
            least=_IMPORTANT_LEAST if key in _IMPORTANT else 8,
        )
        for key, (who, says) in said.items()
    }


KEYS = _keys()
"""Every key by name."""

QUESTIONS = {
    "when": ("broken_product", "outage", "leak", "portal"),
    "home": (
        "late_engineer",
        "meter_reading",
        "moving",
        "broken_product",
        "outage",
        "installation",
        "leak",
    ),
}
"""Groups of `ask.first` and `ask.curt` that only make sense in some stories.

`when` asks since when something has been broken, `home` asks which address it is about; `yes` (is
it this or that) and `wish` (what would you like) make sense in all, and every bank needs one such.
"""

ANSWERS = (
    *((f"open.{story}", f"topic.{story}") for story in STORIES),
    *((f"open.{story}", f"solve.{story}") for story in STORIES),
    ("ask.first", "confirm"),
    ("ask.curt", "confirm"),
)
"""Which key answers which: every group of the first must be answered in the second."""
