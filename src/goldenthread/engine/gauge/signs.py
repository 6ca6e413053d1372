"""Every sign the gauge knows: the principle it speaks for or against, and how much it counts.

PROUD is read from the customer's side: what customers say happened to them weighs more than an
agent's courtesies, which cost nothing; a given word kept or broken weighs as much as anything
a customer says. A sign that belongs to no principle has no letter and enters no score.
"""

from __future__ import annotations

from typing import NamedTuple

from goldenthread.engine.gauge.types import Evidence

MOST = 3
"""The same sign counts at most so often in one conversation: a tenth "thanks" says nothing."""

OPENING = 0.5
"""What was not delivered before any agent spoke is why the customer came, and can still be put
right: it counts at this share of its weight."""


class Sign(NamedTuple):
    """The principle, how much the sign counts for (above 0) or against it, how a page names it."""

    letter: str
    weight: float
    says: str

    @property
    def seen(self) -> bool:
        """Whether it speaks for its principle."""
        return self.weight > 0


SIGNS: dict[str, Sign] = {
    # What customers say was done to them.
    "c_rude": Sign("P", -2.0, "the customer says somebody was rude or careless"),
    "c_hung_up": Sign("P", -2.0, "the customer says they were hung up on"),
    "c_dishonest": Sign("P", -2.0, "the customer says they were misled"),
    "c_polite": Sign("P", +2.0, "the customer says people were kind and professional"),
    "c_held": Sign("R", -2.0, "the customer was kept waiting or on hold"),
    "c_dismissed": Sign("R", -2.0, "the customer felt dismissed, blamed or unvalued"),
    "c_respected": Sign("R", +2.0, "the customer felt respected and taken seriously"),
    "c_passed_on": Sign("O", -2.0, "the customer was passed from one to another"),
    "c_chasing": Sign("O", -1.5, "the customer has to chase"),
    "c_no_owner": Sign("O", -1.5, "nobody takes it on, by the customer's account"),
    "c_retold": Sign("O", -2.0, "the customer had to tell it again"),
    "c_owned": Sign("O", +2.0, "the customer says somebody took it on"),
    "c_not_heard": Sign("U", -2.0, "the customer was not listened to or not understood"),
    "c_wrong_answer": Sign("U", -2.0, "the customer was given an answer to something else"),
    "c_misread": Sign("U", -2.0, "the customer says something else was answered or assumed"),
    "c_unexplained": Sign("U", -2.0, "the customer was not given an explanation"),
    "c_conflicting": Sign("U", -2.0, "the customer was told different things"),
    "c_understood": Sign("U", +2.0, "the customer felt heard and was told why"),
    "c_late": Sign("D", -2.0, "late, delayed or still waited for"),
    "c_cancelled": Sign("D", -2.0, "cancelled"),
    "c_lost": Sign("D", -2.0, "lost, missing or never arrived"),
    "c_faulty": Sign("D", -2.0, "broken, or does not work"),
    "c_no_reply": Sign("D", -2.0, "no answer, no call back"),
    "c_not_told": Sign("D", -2.0, "not told what happens"),
    "c_not_done": Sign("D", -2.0, "not done, or not as promised"),
    "c_charged": Sign("D", -2.0, "charged wrongly, or money not returned"),
    "c_delivered": Sign("D", +2.0, "the customer says it was done"),
    "heard_P": Sign("P", -1.0, "the message as a whole tells of rudeness or carelessness"),
    "heard_R": Sign("R", -1.0, "the message as a whole tells of a lack of respect"),
    "heard_O": Sign("O", -1.0, "the message as a whole tells that nobody took it on"),
    "heard_U": Sign("U", -1.0, "the message as a whole tells of not being understood"),
    "heard_D": Sign("D", -1.0, "the message as a whole tells of something not delivered"),
    # What agents write.
    "greets": Sign("P", +0.3, "greets"),
    "thanks": Sign("P", +0.3, "thanks"),
    "apologises": Sign("P", +0.4, "says sorry"),
    "courteous": Sign("P", +0.3, "stays courteous"),
    "curt": Sign("P", -1.0, "is curt"),
    "rude": Sign("P", -2.0, "is rude"),
    "careless": Sign("P", -1.0, "is careless"),
    "uses_name": Sign("R", +0.5, "uses the customer's name"),
    "takes_seriously": Sign("R", +0.7, "takes the customer seriously"),
    "values_time": Sign("R", +0.7, "values the customer's time or custom"),
    "dismisses": Sign("R", -1.5, "dismisses"),
    "blames": Sign("R", -1.5, "blames the customer"),
    "talks_down": Sign("R", -1.5, "talks down"),
    "takes_on": Sign("O", +0.7, "takes it on"),
    "stays": Sign("O", +1.0, "stays with it"),
    "warm_handover": Sign("O", +1.0, "hands over with the story told"),
    "passes_on": Sign("O", -1.5, "passes the customer on"),
    "policy_wall": Sign("O", -1.2, "hides behind a policy"),
    "leaves_alone": Sign("O", -1.2, "leaves the customer alone with it"),
    "asks": Sign("U", +0.6, "asks"),
    "restates": Sign("U", +1.0, "says back what is wanted"),
    "checks": Sign("U", +0.6, "checks that it is right"),
    "acknowledges": Sign("U", +0.8, "acknowledges the feeling"),
    "assumes": Sign("U", -1.0, "assumes"),
    "script": Sign("U", -1.0, "repeats a script"),
    "done": Sign("D", +1.0, "says it is done"),
    "follows_up": Sign("D", +1.0, "follows up"),
    "explains": Sign("D", +0.8, "explains why, and what happens next"),
    "refuses_unexplained": Sign("D", -1.0, "refuses without a reason"),
    "no_next_step": Sign("D", -1.0, "leaves open what happens next"),
    # The course of the conversation.
    "handed_over": Sign("O", -0.5, "handed over"),
    "handed_over_cold": Sign("O", -1.5, "handed over, and the customer starts again"),
    "handed_over_warm": Sign("O", +1.0, "handed over with the story known"),
    "repeats": Sign("O", -1.5, "the customer writes the same again"),
    "asked_again": Sign("U", -1.5, "asked again what was asked already"),
    "asked_for_given": Sign("O", -1.5, "asked for what the customer had given already"),
    "corrected": Sign("U", -0.6, "the customer has to put it right"),
    "unanswered": Sign("D", -1.5, "nobody answered"),
    "closed_unexplained": Sign("D", -1.5, "closed without a word"),
    "reopened": Sign("D", -0.7, "had to be opened again"),
    "waited": Sign("R", -0.7, "waited long for an answer"),
    "word_kept": Sign("D", +2.0, "a given word was kept"),
    "word_broken": Sign("D", -2.0, "a given word was broken"),
    # Beyond the principles.
    "fight": Sign("", -1.0, "insists or threatens"),
    "flight": Sign("", -1.0, "gives up or leaves"),
    "against": Sign("", -1.0, "warns others"),
    "for": Sign("", +1.0, "recommends"),
    "feedback": Sign("", -1.0, "feedback"),
    "opinion": Sign("", -1.0, "opinion"),
    "praise_specific": Sign("", +1.0, "specific praise"),
    "praise_vague": Sign("", +1.0, "praise"),
    "question": Sign("", +1.0, "question"),
    "other": Sign("", +1.0, "neither complaint, praise nor question"),
    "closing": Sign("", +1.0, "closes"),
    "no_courtesy": Sign("", -1.0, "not one greeting, thanks or other courtesy"),
    "answers": Sign("", +1.0, "answers"),
    "refuses": Sign("", -1.0, "says it cannot be done"),
    "reason": Sign("", +1.0, "gives a reason or a way on"),
    "story_known": Sign("", +1.0, "knows the story"),
    "starts_again": Sign("", -1.0, "asks for the story again"),
}

RETOLD = frozenset({"c_retold", "repeats", "asked_again", "handed_over_cold"})
"""Every sign that a customer had to tell it again; a number asked for twice is no story."""


def evidence(sign: str, message: int | None, start: int, end: int) -> Evidence:
    """The words `start` to `end` of a message as evidence of a sign, weighed by the table.

    >>> evidence("c_late", 3, 0, 4).letter
    'D'
    """
    letter, weight, _ = SIGNS[sign]
    return Evidence(message, start, end, sign, letter, weight > 0, abs(weight))
