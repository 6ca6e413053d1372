"""The one door to the readings: load it once, give it texts or conversations."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from goldenthread.engine.gauge import customer, language, promises, reading
from goldenthread.engine.gauge.evidence import carried, stretches
from goldenthread.engine.gauge.heads import Heads, loaded
from goldenthread.engine.gauge.scores import LETTERS, STANCES, Scores, score
from goldenthread.engine.gauge.types import GaugeUnavailable, Stance

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from numpy.typing import NDArray

    from goldenthread.engine.dates import Calendar
    from goldenthread.engine.gauge.types import Promise, Reading
    from goldenthread.engine.types import Conversation, Span

_TWO_SIDED = frozenset(("politeness", "intent", "severity"))
_WARM = "Thank you, the parcel came two days late and nobody told me why."


@dataclass(frozen=True, slots=True)
class Gauge:
    """Reads texts and conversations; the same gauge always reads the same text the same way.

    Methods take a list of texts and give one result per text, in order. A text in a script or
    language the gauge does not read gets NaN, {}, `other`, an empty set, None or False.

    >>> Gauge.load().stance(["Where is my bag?"])
    [<Stance.QUESTION: 'question'>]
    """

    heads: Heads

    @classmethod
    def load(cls, mode: str = "fast") -> Gauge:
        """The gauge of a mode, loaded once a process.

        Raises:
            GaugeUnavailable: The mode is not `fast`; the text says what is missing.
        """
        if mode != "fast":
            sentence = f"The gauge has no mode {mode!r} here; load it as 'fast'."
            raise GaugeUnavailable(sentence)
        return _loaded()

    def scores(self, texts: Sequence[str]) -> Scores:
        """Everything at once: one pass over the texts, arrays with a row per text."""
        return score(self.heads, texts)

    def politeness(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """0…1 for each text; polite at 0.5 and above."""
        return self.scores(texts).politeness

    def valence(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """−1…1 for each text; positive above 0.2, negative below −0.2."""
        return self.scores(texts).valence

    def intent(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """0…1 for each text; at 0.5 and above its writer asks for something or undertakes it."""
        return self.scores(texts).intent

    def severity(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """−5…5 for each text: how bad (below 0) or good what happened was for the customer."""
        return self.scores(texts).severity

    def feelings(self, texts: Sequence[str]) -> list[dict[str, float]]:
        """The chance of each of 28 feelings in each text.

        Source: D. Demszky et al., "GoEmotions", 2020 (the names).
        """
        told = self.scores(texts)
        rows = zip(told.feelings.tolist(), told.unread, strict=True)
        return [{} if why else dict(zip(told.names, row, strict=True)) for row, why in rows]

    def present(self, texts: Sequence[str]) -> list[set[str]]:
        """The feelings present in each text, by the thresholds shipped with the weights."""
        told = self.scores(texts)
        return [_chosen(row, told.names) for row in told.present]

    def stance(self, texts: Sequence[str]) -> list[Stance]:
        """What sort of statement each text is."""
        told = self.scores(texts)
        best = np.nan_to_num(told.stance).argmax(axis=1).tolist() if texts else []
        rows = zip(best, told.unread, strict=True)
        return [Stance.OTHER if why else STANCES[at] for at, why in rows]

    def broken(self, texts: Sequence[str]) -> list[set[str]]:
        """The letters of PROUD each text says were broken."""
        return [_chosen(row, LETTERS) for row in self.scores(texts).broken]

    def coping(self, texts: Sequence[str]) -> list[str | None]:
        """`fight`, `flight` or None for each text."""
        return customer.coping(self._readable(texts))

    def word_of_mouth(self, texts: Sequence[str]) -> list[str | None]:
        """`against`, `for` or None for each text."""
        return customer.word_of_mouth(self._readable(texts))

    def retold(self, texts: Sequence[str]) -> list[bool]:
        """Whether each text says the customer had to tell it again or was passed on."""
        return customer.retold(self._readable(texts))

    def unread(self, texts: Sequence[str]) -> list[str | None]:
        """Why each text was not read, in a sentence; None where it was."""
        return language.unread(list(texts))

    def promises(
        self, text: str, said_at: datetime | None, calendar: Calendar | None = None
    ) -> list[Promise]:
        """Every given word in a text said at `said_at`; deadlines count on `calendar`."""
        return promises.promises(text, said_at, calendar)

    def spans(self, text: str, head: str) -> list[Span]:
        """The words a reading of `text` rests on, heaviest first; [] when nothing speaks for it.

        Args:
            text: Any text.
            head: `politeness`, `valence`, `intent`, `severity`, a feeling as `feeling.anger`, a
                stance as `stance.opinion` or a letter as `broken.D`. Of the first four the words
                are shown that speak for the side the text is on.
        """
        return stretches(text, carried(text, self.heads, self._direction(text, head)))

    def read(self, conversation: Conversation, calendar: Calendar | None = None) -> Reading:
        """All there is to say about one conversation."""
        return reading.read(conversation, self, calendar)

    def read_many(
        self, conversations: Sequence[Conversation], calendar: Calendar | None = None
    ) -> list[Reading]:
        """The same for many, with one pass over all their messages: much quicker."""
        return reading.read_many(conversations, self, calendar)

    def _readable(self, texts: Sequence[str]) -> list[str]:
        return ["" if why else text for text, why in zip(texts, self.unread(texts), strict=True)]

    def _direction(self, text: str, head: str) -> NDArray[np.float32]:
        """How much each column counts toward the side of `head` that `text` is on."""
        names = self.heads.names
        weights = np.zeros(len(names), np.float32)
        odds = self.heads.odds([text])[0]
        if head == "valence":
            up, down = names.index("valence.positive"), names.index("valence.negative")
            side = 1 if odds[up] >= odds[down] else -1
            weights[[up, down]] = side, -side
            return weights
        at = names.index(head)
        weights[at] = -1 if head in _TWO_SIDED and odds[at] < 0 else 1
        return weights


@cache
def _loaded() -> Gauge:
    gauge = Gauge(loaded())
    gauge.spans(_WARM, "valence")  # compiled passes come from disk now, not at the first customer
    return gauge


def _chosen(row: NDArray[np.bool_], names: Sequence[str]) -> set[str]:
    return {name for name, there in zip(names, row.tolist(), strict=True) if there}
