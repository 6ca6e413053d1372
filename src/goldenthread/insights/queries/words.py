"""In their words: the worst, a random few and a delighted one, chosen by rule."""

from __future__ import annotations

import random
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from goldenthread.conversations import queries as conversations
from goldenthread.insights.rules import Quote, quote_of
from goldenthread.web.principles import named

if TYPE_CHECKING:
    from goldenthread.conversations.models import ConversationQuerySet
    from goldenthread.insights.rules import Week

WORST, AT_RANDOM, DELIGHTED = 2, 2, 1


class Chosen(StrEnum):
    """By which rule words were chosen."""

    WORST = "worst"
    AT_RANDOM = "at random"
    DELIGHTED = "delighted"


@dataclass(frozen=True, slots=True)
class Word:
    """A customer's words, and where they stand."""

    conversation: int
    chosen: Chosen
    quote: Quote
    principles: tuple[str, ...]
    channel: str

    @property
    def tone(self) -> str:
        """The colour of its tag."""
        return {Chosen.WORST: "real", Chosen.DELIGHTED: "up"}.get(self.chosen, "noise")

    @property
    def names(self) -> str:
        """The principles that were broken, by name."""
        return named("".join(self.principles))


def words(week: Week, units: frozenset[int] | None) -> list[Word]:
    """The two worst, two at random and one delighted, none twice, none without words."""
    pool = conversations.with_customer_words(week.since, week.until, units)
    taken: dict[int, Chosen] = {}
    for pk in conversations.worst(pool)[:WORST]:
        taken[pk] = Chosen.WORST
    for pk in _at_random(pool, week, AT_RANDOM + len(taken)):
        if pk not in taken and list(taken.values()).count(Chosen.AT_RANDOM) < AT_RANDOM:
            taken[pk] = Chosen.AT_RANDOM
    for pk in conversations.delighted(pool)[: DELIGHTED + len(taken)]:
        if pk not in taken and Chosen.DELIGHTED not in taken.values():
            taken[pk] = Chosen.DELIGHTED
    glad = [pk for pk, rule in taken.items() if rule is Chosen.DELIGHTED]
    sad = [pk for pk, rule in taken.items() if rule is Chosen.WORST]
    found = conversations.customer_words(list(taken), last=glad, hardest=sad)
    said = {word.conversation: word for word in found}
    return [
        Word(
            conversation=pk,
            chosen=rule,
            quote=quote_of(said[pk].text, said[pk].marks),
            principles=said[pk].broken,
            channel=said[pk].channel,
        )
        for pk, rule in taken.items()
        if pk in said
    ]


def _at_random(pool: ConversationQuerySet, week: Week, size: int) -> list[int]:
    """The same few for everyone who opens this week's brief, drawn from its name."""
    keys = list(pool.order_by("source", "native_id").values_list("pk", flat=True))
    # Chance, not secrecy, is wanted: the draw must be repeatable by anyone.
    return random.Random(week.label).sample(keys, min(size, len(keys)))  # noqa: S311
