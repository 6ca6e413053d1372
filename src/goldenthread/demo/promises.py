"""The ten promises the demo's behaviour is drawn for, and how often each is kept when all is well.

The identifiers are those of the ready charter; nothing else is known of it here.
"""

from __future__ import annotations

from enum import StrEnum


class Vow(StrEnum):
    """One promise of the charter, by its identifier."""

    ANSWER_SOON = "answer-soon"
    CALL_BACK = "call-back"
    STORY_ONCE = "story-once"
    ASK_FIRST = "ask-first"
    HONEST_NO = "honest-no"
    COURTESY = "courtesy"
    TAKEN_SERIOUSLY = "taken-seriously"
    ONE_OWNER = "one-owner"
    LEAVE_LIGHTER = "leave-lighter"
    WORTH_IT = "worth-it"


KEPT = {
    Vow.ANSWER_SOON: 0.89,
    Vow.CALL_BACK: 0.87,
    Vow.STORY_ONCE: 0.86,
    Vow.ASK_FIRST: 0.85,
    Vow.HONEST_NO: 0.80,
    Vow.COURTESY: 0.92,
    Vow.TAKEN_SERIOUSLY: 0.90,
    Vow.ONE_OWNER: 0.91,
    Vow.LEAVE_LIGHTER: 0.80,
    Vow.WORTH_IT: 0.83,
}
"""The share kept in an ordinary week, 0…1."""

OCCASION = {
    Vow.CALL_BACK: 0.42,
    Vow.STORY_ONCE: 0.40,
    Vow.ASK_FIRST: 0.60,
    Vow.HONEST_NO: 0.35,
    Vow.TAKEN_SERIOUSLY: 0.12,
    Vow.WORTH_IT: 0.20,
}
"""How often there is an occasion at all, 0…1; the promises left out have theirs by what happens."""

PLANTED_OCCASION = 0.78
"""How often there is one where an effect is planted, the whole year through."""

UPSET_TAKEN_SERIOUSLY = 0.9
"""How often being taken seriously is at stake for a customer who begins upset, 0…1."""

MAY_BREAK = (
    Vow.CALL_BACK,
    Vow.STORY_ONCE,
    Vow.ANSWER_SOON,
    Vow.ONE_OWNER,
    Vow.ASK_FIRST,
    Vow.COURTESY,
)
"""Promises a planted break may fall on: those with an occasion in most conversations."""

MAY_IMPROVE = (Vow.ASK_FIRST, Vow.STORY_ONCE, Vow.CALL_BACK, Vow.ANSWER_SOON)
"""Promises a planted improvement may fall on."""

MENDING = {
    Vow.ASK_FIRST: "From this week we ask what the customer needs, and say it back, before we "
    "touch the system. Team leaders sit beside one colleague a day and listen for it.",
    Vow.STORY_ONCE: "From this week nobody takes over a case without reading its notes first; "
    "whoever hands over writes three lines: what happened, what was said, what is wanted.",
    Vow.CALL_BACK: "From this week every call we promise goes into the shared diary at once, "
    "and two colleagues keep the last hour of the day free to make them.",
    Vow.ANSWER_SOON: "From this week two people look after the inbox from eight to ten, before "
    "the lines get busy, and nothing is left for the next day.",
}
"""What the action was that improved a promise: the text of the brief's note."""
