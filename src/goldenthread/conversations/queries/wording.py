"""What the gauge's codes are called on a page: plain words for whoever leads service."""

from __future__ import annotations

from goldenthread.engine.gauge.signs import RETOLD, SIGNS

FEELING = "feeling."
WHOLE = "heard_"
"""Signs of a message as a whole: no one stretch of it is the evidence."""

COURSE = frozenset(
    {"handed_over", "handed_over_cold", "handed_over_warm", "repeats", "asked_again", "corrected"}
    | {"unanswered", "closed_unexplained", "reopened", "waited", "word_kept", "word_broken"}
)
"""Signs of the course of a conversation: a whole message is where they show, not what shows it."""

SIGNALS = frozenset({"fight", "flight", "against", "for"}) | RETOLD
"""How a customer copes, what they will tell others, and having had to tell it again."""

FEELINGS = {
    "admiration": "full of praise",
    "amusement": "amused",
    "anger": "angry",
    "annoyance": "annoyed",
    "approval": "agreeing",
    "caring": "caring",
    "confusion": "confused",
    "curiosity": "curious",
    "desire": "wishing for something",
    "disappointment": "disappointed",
    "disapproval": "disapproving",
    "disgust": "disgusted",
    "embarrassment": "embarrassed",
    "excitement": "excited",
    "fear": "afraid",
    "gratitude": "grateful",
    "grief": "grieving",
    "joy": "glad",
    "love": "fond of it",
    "nervousness": "worried",
    "neutral": "neutral",
    "optimism": "hopeful",
    "pride": "proud",
    "realization": "seeing it now",
    "relief": "relieved",
    "remorse": "sorry",
    "sadness": "sad",
    "surprise": "surprised",
}

FATES = {
    "kept_said": "what was said later shows it done",
    "kept_as_promised": "done as promised, it was said later",
    "kept_by_message": "the answer came",
    "kept_by_customers_word": "the customer says it was done",
    "kept_call_connected": "a call was made",
    "kept_call_attempted": "a call was tried",
    "kept_refund_issued": "a refund was made",
    "kept_replacement_sent": "a replacement was sent",
    "kept_appointment_set": "an appointment was set",
    "kept_transferred": "it was passed on",
    "kept_assigned": "it was assigned",
    "kept_priority_changed": "its priority was changed",
    "kept_status_changed": "the case was closed",
    "done_late": "it was done, but late",
    "missed_by_customers_word": "the customer says it was not done",
    "nothing_by_then": "nothing of it by then",
}


STANDARDS = {
    "answers": "answers without asking first",
    "first_reply": "the first answer",
    "last_word": "the customer’s last words",
}

_WORDS = {code: sign.says for code, sign in SIGNS.items()} | FEELINGS | FATES | STANDARDS


def said(code: str) -> str:
    """What a page calls a sign, a feeling, or what the fate of a given word or promise rests on.

    A reading may be older than these words: what they do not know is told by its own name.

    Example:
        >>> said("c_late"), said("feeling.gratitude"), said("done_late")
        ('late, delayed or still waited for', 'grateful', 'it was done, but late')
        >>> said("kept_by_post")
        'kept by post'
    """
    name = code.removeprefix(FEELING)
    return _WORDS.get(name) or name.replace("_", " ")
