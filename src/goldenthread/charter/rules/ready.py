"""The charter the product comes with: ten promises in our own words, to be edited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

CREDIT = (
    "That ten promises make a charter, and the five letters of PROUD, are ideas of their authors, "
    "not ours; the ten promises here are in our own words and yours to change."
)
HOUR = 3600


@dataclass(frozen=True, slots=True)
class ReadyPromise:
    """One promise: its id, what customers read, the letters it serves, and its standard."""

    slug: str
    text: str
    explanation: str
    letters: str
    standard: Mapping[str, Any]


def _standard(measure: str, **parameters: object) -> dict[str, Any]:
    return {"measure": measure, "parameters": parameters}


READY: tuple[ReadyPromise, ...] = (
    ReadyPromise(
        "answer-soon",
        "We answer the same half day",
        "Write to us in working hours and a person answers within four of them. A receipt sent by"
        " a machine is no answer. Phone calls are answered at once or not at all, so they are not"
        " counted here.",
        "R",
        _standard("first_reply", seconds=4 * HOUR, channels={"voice": None}),
    ),
    ReadyPromise(
        "call-back",
        "What we say we will do, we do by when we said",
        "Whoever tells you that something will be done by a certain time has given you our word."
        " Later than that counts as broken, even when it was done in the end.",
        "D",
        _standard("given_words"),
    ),
    ReadyPromise(
        "story-once",
        "You tell your story once",
        "Whoever takes over has read what you told us before. Having to start again counts as"
        " broken.",
        "O",
        _standard("retold"),
    ),
    ReadyPromise(
        "ask-first",
        "We ask before we assume",
        "Before we act we ask, or say back what we understood, so that you get what you came for."
        " When you have to tell us that this is not what you asked, we broke it.",
        "U",
        _standard("asked_first"),
    ),
    ReadyPromise(
        "honest-no",
        "If it cannot be done, we say so and say why",
        "A no comes with its reason, or with what can be done instead.",
        "D",
        _standard("explained_no"),
    ),
    ReadyPromise(
        "courtesy",
        "We are courteous, whatever the day was like",
        "A greeting, a please, a thank you, and care in how we write and speak.",
        "P",
        _standard("courteous"),
    ),
    ReadyPromise(
        "taken-seriously",
        "We take you and your time seriously",
        "We do not talk down to you, doubt you, blame you, or brush you off as if your time cost"
        " nothing.",
        "R",
        _standard("taken_seriously"),
    ),
    ReadyPromise(
        "one-owner",
        "One of us stays with your case",
        "You are passed on once at most. Whoever has your case keeps it until it is settled.",
        "O",
        _standard("handovers", most=1),
    ),
    ReadyPromise(
        "leave-lighter",
        "If you come to us upset, you do not leave upset",
        "Measured by your first and your last words to us, and only where the first ones showed"
        " that something was badly wrong.",
        "PROUD",
        _standard("leaves_lighter"),
    ),
    ReadyPromise(
        "worth-it",
        "You would say it was worth your while",
        "When you rate us, you give us three quarters of the best mark or more.",
        "PROUD",
        _standard("rating", least=0.75),
    ),
)
