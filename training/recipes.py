"""What each head is taught, and from which corpus: the whole curriculum in one place.

Customers seldom call a feeling by name; they state what happened, and mostly they only ask,
answer and give dates. So beside the labelled corpora the heads learn from bank customers' queries
(that a payment failed is a complaint in all but name, how one is made is a question), from
errands to assistants (nobody complains there) and from our own sentences, which count the most.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from training import corpora
from training.fitting import Lesson

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

STANCES = ("feedback", "opinion", "praise_specific", "praise_vague", "question", "other")
LETTERS = ("P", "R", "O", "U", "D")
SIGNS = ("negative", "neutral", "positive")

_GLAD = frozenset(
    [
        "admiration",
        "amusement",
        "approval",
        "caring",
        "excitement",
        "gratitude",
        "joy",
        "love",
        "optimism",
        "pride",
        "relief",
    ]
)
_SORE = frozenset(
    [
        "anger",
        "annoyance",
        "disappointment",
        "disapproval",
        "disgust",
        "embarrassment",
        "fear",
        "grief",
        "nervousness",
        "remorse",
        "sadness",
    ]
)
_VERDICTS = frozenset(("anger", "annoyance", "disappointment", "disgust"))
_WENT_WRONG = frozenset(
    [
        "Refund_not_showing_up",
        "balance_not_updated_after_bank_transfer",
        "balance_not_updated_after_cheque_or_cash_deposit",
        "card_arrival",
        "card_not_working",
        "card_payment_fee_charged",
        "card_payment_not_recognised",
        "card_payment_wrong_exchange_rate",
        "cash_withdrawal_charge",
        "cash_withdrawal_not_recognised",
        "contactless_not_working",
        "declined_card_payment",
        "declined_cash_withdrawal",
        "declined_transfer",
        "direct_debit_payment_not_recognised",
        "extra_charge_on_statement",
        "failed_transfer",
        "pending_card_payment",
        "pending_cash_withdrawal",
        "pending_top_up",
        "pending_transfer",
        "reverted_card_payment?",
        "top_up_failed",
        "top_up_reverted",
        "transaction_charged_twice",
        "transfer_fee_charged",
        "transfer_not_received_by_recipient",
        "virtual_card_not_working",
        "wrong_amount_of_cash_received",
        "wrong_exchange_rate_for_cash_withdrawal",
    ]
)
_BROKEN_BY_TOPIC = {
    "Attitude Of Staff": "P",
    "Professionalism/Competence Of Staff": "P",
    "Time spent waiting for first appt/referral/service": "D",
    "Time spent waiting between appointments": "D",
    "Listening": "U",
    "Amount/clarity of information": "U",
    "Communication": "D",
    "Coordination/Integration Of Care": "O",
    "Consistency/Continuity of care": "O",
    "Respect For Diversity/ Person-Centeredness": "R",
    "Dignity: General": "R",
    "Transition And Discharge": "D",
}
_VAGUE_TOPICS = frozenset(("Everything was good/bad", "Nothing to improve", "Staff: General"))
_SPECIFIC_TOPICS = frozenset(
    (
        "Advice and support",
        "Amount/clarity of information",
        "Communication",
        "Listening",
        "Food",
        "Time spent waiting for first appt/referral/service",
        "Emotional care",
        "Activities",
        "Facilities/equipment",
        "1-2-1 care/Time spent with service user",
        "Physical care",
    )
)
_FEW_WORDS, _MANY_WORDS = 5, 11
_FAILURE, _QUERY, _ERRAND, _MATTER = 0.06, 0.2, 0.15, 0.1
_CALM_ERRAND, _CALM_OWN = 0.2, 1.0
_ASKING = frozenset(("REQUEST", "REQUEST_ALTS"))
_THANKS = re.compile(r"\b(?:thank|thanks|thx|appreciate)\b", re.IGNORECASE)
_WARM = re.compile(
    r"\b(?:great|perfect(?:ly)?|awesome|wonderful|excellent|lovely|amazing|fantastic|cool|nice"
    r"|good|love|happy|glad|best|super|terrific|beautiful|fine|sorry|oh|wow)\b",
    re.IGNORECASE,
)
_FAILED = re.compile(
    r"n['’]?t\b|\b(?:not|cannot|no|never|nothing|still|yet|wrong|incorrect(?:ly)?|fail\w*"
    r"|declin\w+|reject\w*|refus\w+|den(?:y|ied)|revert\w*|cancell?ed|returned|twice|double"
    r"|duplicated?|multiple|extra|less|missing|gone|disappeared|pending|stuck|blocked|broken"
    r"|error|mistake|problem|issues?|trouble|unable|stopped|reversed|charged|delay\w*|waiting"
    r"|swallowed|ate|fraud\w*)\b",
    re.IGNORECASE,
)
_HAPPENED = re.compile(
    r"\b(?:am|was|were|has|have|had|did|didn['’]?t|hasn['’]?t|haven['’]?t|wasn['’]?t|isn['’]?t"
    r"|won['’]?t|keeps?|just|been|got|went|already|is being|are being|tried)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\W*(?:(?:hi|hello|hey|please|so|and|ok|also)\b\W*)*"
    r"(?:how (?!come|much longer)|what (?:is|are|does|do|if|happens|should|will|fees?|charges?)\b"
    r"|(?:is|are|do|does|can|could|will|would|when|which|should|may)\b|where (?:can|do)\b)",
    re.IGNORECASE,
)


class Taught(NamedTuple):
    """One text with its label for one head, how much it counts, and whether it is tested on."""

    text: str
    label: float
    count: float = 1.0
    tested: bool = False


class Sentence(NamedTuple):
    """A text with what it teaches the customer's heads; None where it teaches nothing.

    `calm` is how much it counts as told without any feeling; `ours` are tested on, out of fold.
    """

    text: str
    count: float
    sign: str | None = None
    stance: str | None = None
    broken: frozenset[str] | None = None
    calm: float = 0.0
    ours: bool = False


class Pool:
    """Every text once, in the order first met, and the lessons that point into it."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.lessons: list[Lesson] = []
        self._rows: dict[str, int] = {}

    def row(self, text: str) -> int:
        """Where `text` stands; it is added when new."""
        if text not in self._rows:
            self._rows[text] = len(self.texts)
            self.texts.append(text)
        return self._rows[text]

    def teach(
        self, head: str, taught: Iterable[Taught], strength: float, *, graded: bool = False
    ) -> None:
        """Add a lesson for `head`."""
        known = list(taught)
        self.lessons.append(
            Lesson(
                head,
                np.array([self.row(one.text) for one in known], np.int64),
                np.array([one.label for one in known], np.float64),
                np.array([one.count for one in known], np.float64),
                np.array([one.tested for one in known], np.bool_),
                strength,
                graded,
            )
        )


def _politeness(folder: Path) -> Iterable[Taught]:
    for row in corpora.rows(folder / "politeness" / "wikipedia.train.jsonl"):
        yield Taught(row["text"], row["score"], tested=row["quartile"] != "middle")
    for row in corpora.rows(folder / "politeness" / "stack-exchange.train.jsonl"):
        yield Taught(row["text"], row["score"], count=0.3)


def _intent(folder: Path) -> Iterable[Taught]:
    for row in corpora.rows(folder / "emailintent" / "train.jsonl"):
        yield Taught(row["text"], float(row["intent"]), tested=True)


def _severity(folder: Path) -> Iterable[Taught]:
    for row in corpora.patients(folder):
        if row["criticality"] and abs(row["criticality"]) <= 5:  # noqa: PLR2004 - the scale's ends
            yield Taught(row["text"], row["criticality"], tested=True)
    for row in corpora.examples():
        yield Taught(row["text"], 3.0 * row["valence"], count=2.0)


def _comment(row: corpora.Row) -> Sentence:
    """An online comment: its feelings say its sign; what it is about is not service."""
    felt = set(row["emotions"])
    glad, sore = felt & _GLAD, felt & _SORE
    sign = "positive" if glad and not sore else "negative" if sore and not glad else None
    if felt == {"neutral"}:
        return Sentence(row["text"], 0.06, "neutral", "other", frozenset())
    stance = None
    if felt & _VERDICTS and not glad:
        stance = "opinion"
    elif felt & {"gratitude", "admiration"} and not sore:
        stance = "praise_vague"
    elif felt == {"curiosity"}:
        stance, sign = "question", "neutral"
    return Sentence(row["text"], 0.06, sign, stance, frozenset())


def _praise(row: corpora.Row) -> str | None:
    """Praise that names a thing is long, or of a topic that is a thing; else it is a verdict."""
    words = len(row["text"].split())
    thing = row["subtopic"] in _SPECIFIC_TOPICS
    if words >= _MANY_WORDS or (thing and words >= _FEW_WORDS):
        return "praise_specific"
    return None if thing and row["subtopic"] not in _VAGUE_TOPICS else "praise_vague"


def _patient(row: corpora.Row) -> Sentence:
    worth = row["criticality"] or 0
    if worth > 0:
        return Sentence(row["text"], 0.5, "positive", _praise(row), frozenset())
    if worth < 0:
        letter = _BROKEN_BY_TOPIC.get(row["subtopic"])
        broken = None if letter is None else frozenset(letter)
        return Sentence(row["text"], 1.0, "negative", "feedback", broken)
    return Sentence(row["text"], 0.0)


def _query(row: corpora.Row) -> Sentence:
    """A bank customer's query: how something is done, or that it went wrong."""
    text = row["text"]
    failed = _FAILED.search(text)
    if row["topic"] not in _WENT_WRONG:
        count = 0.0 if failed and _HAPPENED.search(text) else _QUERY
        return Sentence(text, count, "neutral", "question", frozenset())
    if _ASKS.match(text) and not (failed and _HAPPENED.search(text)):
        return Sentence(text, _QUERY, "neutral", "question", frozenset())
    return Sentence(text, _FAILURE, "negative", "feedback", frozenset("D"))


def _errand(text: str, acts: frozenset[str]) -> Sentence:
    """What was said to a booking assistant; nobody complains there, some are pleased."""
    if _THANKS.search(text):
        return Sentence(text, _ERRAND, "positive", "praise_vague", frozenset())
    stance = "question" if acts & _ASKING else "other"
    if _WARM.search(text):
        return Sentence(text, _ERRAND, None, stance, frozenset())
    return Sentence(text, _ERRAND, "neutral", stance, frozenset(), calm=_CALM_ERRAND)


def _own(row: corpora.Row) -> Sentence:
    sign, broken = SIGNS[row["valence"] + 1], frozenset(row["broken"])
    calm = _CALM_OWN if sign == "neutral" else 0.0
    return Sentence(row["text"], 12.0, sign, row["stance"], broken, calm, ours=True)


def sentences(folder: Path) -> list[Sentence]:
    """All that teaches the customer's heads, from every corpus."""
    comments = corpora.rows(folder / "goemotions" / "train.jsonl")
    read = [_own(row) for row in corpora.examples()]
    read += [_comment(row) for row in comments]
    read += [_patient(row) for row in corpora.patients(folder)]
    read += [_query(row) for row in corpora.rows(folder / "banking77" / "train.jsonl")]
    read += [_errand(text, acts) for text, acts in corpora.assistants(folder).items()]
    read += [
        Sentence(text, _MATTER, "neutral", "question", frozenset())
        for text in corpora.errands(folder)
    ]
    return [sentence for sentence in read if sentence.count > 0]


def _teach_signs(pool: Pool, read: list[Sentence]) -> None:
    for sign in SIGNS:
        taught = [Taught(s.text, float(s.sign == sign), s.count, s.ours) for s in read if s.sign]
        pool.teach(f"valence.{sign}", taught, 3.0)


def _teach_stances(pool: Pool, read: list[Sentence]) -> None:
    for stance in STANCES:
        taught = [Taught(s.text, float(s.stance == stance), s.count) for s in read if s.stance]
        pool.teach(f"stance.{stance}", taught, 3.0)


def _teach_letters(pool: Pool, read: list[Sentence]) -> None:
    for letter in LETTERS:
        taught = [
            Taught(s.text, float(letter in s.broken), s.count, s.ours)
            for s in read
            if s.broken is not None
        ]
        pool.teach(f"broken.{letter}", taught, 3.0)


def _teach_feelings(pool: Pool, folder: Path, read: list[Sentence]) -> None:
    comments = corpora.rows(folder / "goemotions" / "train.jsonl")
    kept_back = corpora.rows(folder / "goemotions" / "dev.jsonl")
    calm = [s for s in read if s.calm]
    for feeling in sorted({felt for row in comments for felt in row["emotions"]}):
        taught = [Taught(row["text"], float(feeling in row["emotions"])) for row in comments]
        taught += [Taught(s.text, float(feeling == "neutral"), s.calm) for s in calm]
        taught += [
            Taught(row["text"], float(feeling in row["emotions"]), tested=True) for row in kept_back
        ]
        pool.teach(f"feeling.{feeling}", taught, 5.0)


def curriculum(folder: Path) -> Pool:
    """Every lesson, from the corpora in `folder`."""
    pool = Pool()
    pool.teach("politeness", _politeness(folder), 0.3, graded=True)
    pool.teach("intent", _intent(folder), 10.0)
    pool.teach("severity", _severity(folder), 0.3, graded=True)
    read = sentences(folder)
    for teach in (_teach_signs, _teach_stances, _teach_letters):
        teach(pool, read)
    _teach_feelings(pool, folder, read)
    return pool
