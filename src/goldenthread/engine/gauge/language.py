"""Which texts the gauge can read, and what language a conversation is in.

Short English texts look foreign to any language guesser (one in 25 is called so), so that a
text counts as unread for its language only when it is long enough and the guess is all but
certain; a guesser is not even asked where common English words abound.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from goldenthread.engine.types import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from py3langid.langid import LanguageIdentifier

    from goldenthread.engine.types import Conversation

EXPECTED = (
    "en",
    "de",
    "fr",
    "es",
    "it",
    "nl",
    "pt",
    "pl",
    "sv",
    "da",
    "no",
    "fi",
    "cs",
    "tr",
    "ro",
    "ru",
    "uk",
    "el",
    "ar",
    "he",
    "hi",
    "zh",
    "ja",
    "ko",
    "th",
)
READ = "en"
SHORTEST = 40
"""Characters below which no language is called foreign."""

SUREST = 0.99
EMPTY = "It is empty."
WORDLESS = "It holds no words."
SCRIPT = "It is written in a script the gauge does not read."
FOREIGN = "It is written in a language the gauge does not read."

_SAMPLE = 400
_ENOUGH = 0.2
_FEWEST = 3
_SENTENCE = """
the a an and or but of to in on at for with from by about as is are was were be been am do does
did have has had will would can could should not no yes i you he she it we they me my your our
their this that these those there here what when where which who why how if so please thank
thanks hello hi i'm i've it's don't can't u ur im dont cant just still never very all any some
than then out up now get got
"""
_COMMON = frozenset(_SENTENCE.split())
_LETTERS = re.compile(r"[^\W\d_]")
_OTHER_SCRIPT = re.compile(
    r"[\u0370-\u1dff\u2c00-\u2dff\u2e80-\ua63f\ua800-\uabff\uac00-\ud7af\uf900-\ufaff]"
)
_OTHER_SHARE = 0.5


class Guess(NamedTuple):
    """A language as its two-letter code, and how sure it is that it is not English, 0…1."""

    code: str
    foreign: float


def unread(texts: Sequence[str]) -> list[str | None]:
    """Why each text was not read, in a sentence; None where it was.

    A text beyond the bound of `patterns.LONGEST` is read up to it.

    >>> unread(["Where is my bag?", " ", "👍👍", "Где мой чемодан?"])[1:3]
    ['It is empty.', 'It holds no words.']
    """
    return [_why(text) for text in texts]


def _why(text: str) -> str | None:
    sample = text[:_SAMPLE]
    if _familiar(sample):
        return None
    sample = sample if sample.strip() else text.strip()[:_SAMPLE]
    if not sample:
        return EMPTY
    letters = len(_LETTERS.findall(sample))
    if not letters:
        return WORDLESS
    if len(_OTHER_SCRIPT.findall(sample)) > _OTHER_SHARE * letters:
        return SCRIPT
    return FOREIGN if _foreign(sample) else None


def _familiar(sample: str) -> bool:
    words = sample.lower().split()
    return len(words) >= _FEWEST and sum(word in _COMMON for word in words) >= _ENOUGH * len(words)


def _foreign(sample: str) -> bool:
    if len(sample.strip()) < SHORTEST:
        return False
    return guessed(sample).foreign >= SUREST


def guessed(text: str) -> Guess:
    """The likeliest of the expected languages.

    >>> guessed("Ich warte seit zwei Wochen auf meine Bestellung und niemand antwortet.").code
    'de'
    """
    ranked = [(str(code), float(share)) for code, share in _identifier().rank(text)]
    return Guess(ranked[0][0], 1.0 - dict(ranked)[READ])


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - loads for 0.3 s

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(EXPECTED))
    return identifier


def language_of(conversation: Conversation) -> str | None:
    """The two-letter code of the language a conversation is in; None when it holds no words.

    Judged once, from the customers' words first: what its source says of its language is often
    the language of the customer's screen.
    """
    roles = {who.idx: who.role for who in conversation.participants}
    own = [m.text for m in conversation.messages if roles.get(m.author) is Role.CUSTOMER]  # type: ignore[arg-type]  # a message without author has no role
    sample = ""
    for text in own or [message.text for message in conversation.messages]:
        sample += text[:_SAMPLE] + " "
        if len(sample) > _SAMPLE:
            break
    return judged(sample)


def judged(sample: str) -> str | None:
    """The language of some words of a conversation; None when they hold no letter."""
    if _familiar(sample):
        return READ
    if not _LETTERS.search(sample):
        return None
    guess = guessed(sample)
    certain = len(sample.strip()) >= SHORTEST and guess.foreign >= SUREST
    return guess.code if certain or _OTHER_SCRIPT.search(sample) else READ
