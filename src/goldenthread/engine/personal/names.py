"""Names of persons met nowhere in the metadata.

Runs of capitalised words are weighed: what the words are (a given name, a surname, an ordinary
word, a place), and what stands before and after. Ordinary words, firms, places, days and months
stay as they are unless their neighbours say they are somebody's name.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, NamedTuple

from goldenthread.engine.personal import cues
from goldenthread.engine.personal.lexicon import TITLES, Word, classify, is_rare_proper
from goldenthread.engine.personal.namesakes import is_namesake
from goldenthread.engine.personal.types import Found, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_UPPER = "".join(sign for sign in map(chr, range(0x2000)) if sign.isupper())
# No letters of a code: HD-100010, X1.
_CAPITALISED = rf"[{_UPPER}][^\W\d_]*+(?:['’\-][^\W\d_]++)*+(?!-?\d|_)"
_PARTICLE = (
    r"(?:van der|van den|van de|van|von der|von|de la|de los|de las|del|della|delle|di"
    r"|da|das|dos|do|de|du|la|le|el|al|bin|ibn|bint|ben|ten|ter|af|av|zu|y|i|e)"
)
# A full stop inside a name stands after an initial or a title.
_DOT = (
    rf"(?:(?:(?<=\b[{_UPPER}])|(?<=\b(?:Mr|Dr|Ms|St|Jr|Sr))|(?<=\b(?:Mrs|Rev|Sgt))|(?<=\bProf))\.)"
)
_PARTICLES = frozenset(
    {"van", "von", "der", "den", "de", "la", "le", "du", "da", "dos", "das", "del", "della", "di"}
    | {"el", "al", "bin", "ibn", "ben", "ter", "ten"}
)
_INITIALS = re.compile(rf"[{_UPPER}]\.[{_UPPER}]")
_TOKEN = re.compile(_CAPITALISED)
_RUN = re.compile(
    rf"(?<![\w@#/\\&+]){_CAPITALISED}(?:(?:{_DOT}?[ ]{{1,2}}(?:{_PARTICLE} )?"
    rf"|{_DOT}(?=[{_UPPER}])){_CAPITALISED}){{0,11}}+"
)
_BOUNDARY = re.compile(r"[.!?:;\n\r>\"“”*•(\[]\s*$")
_PUNCTUATION = " ,.;:!?\"'“”‘’()[]<>*-–—\n\r\t"
_POSSESSIVE = ("'s", "’s", "'S", "’S")
_SIGN_OFF = re.compile(
    r"(?:regards|sincerely|thanks|thank you|cheers|best|best wishes|yours|faithfully|truly"
    r"|respectfully|cordially|love)[,.!]?\s*\n\s*$",
    re.IGNORECASE,
)
_LISTED = re.compile(r",? (?:and |or |& )?|\s*[/&,]\s*")
_DIALOGUE = re.compile(r":[ \t]")
_BELIEVED = 1.5
_ACRONYM, _CODE = 5, 3
_ALMOST = 0.2
_CERTAIN = 3.0  # an opening that admits no doubt
_NAMESAKE = 3.0
_SHORTEST_SURNAME = 3
_WINDOW = 44
_AUXILIARIES = frozenset(
    {"will", "may", "mark", "grant", "bill", "sue", "rob", "pat", "hope", "love", "chase", "guy"}
)
_BEFORE_A_BREAK = frozenset({"hi", "hello", "dear", "thanks", "regards", "sincerely"})
_OWNED = frozenset(
    {
        "kid",
        "son",
        "daughter",
        "wife",
        "husband",
        "mother",
        "father",
        "mom",
        "mum",
        "dad",
        "brother",
    }
    | {"sister", "address", "house", "birthday", "email", "phone", "help", "attitude", "manner"}
)
_STATES = ("U.S.", "U.K.", "U.N.", "E.U.")
_OFFICES = frozenset(
    {
        "president",
        "minister",
        "chairman",
        "chairwoman",
        "speaker",
        "secretary",
        "ambassador",
        "customer",
        "manager",
    }
)
_COLOURS = frozenset({"blue", "gold", "pink", "purple", "orange", "red", "silver", "yellow"})
PLACE_HEADS = frozenset(
    {
        "san",
        "santa",
        "los",
        "las",
        "saint",
        "st",
        "fort",
        "port",
        "lake",
        "mount",
        "mt",
        "new",
        "old",
    }
    | {
        "north",
        "south",
        "east",
        "west",
        "el",
        "la",
        "le",
        "puerto",
        "rio",
        "ciudad",
        "bad",
        "sankt",
    }
    | {"upper", "lower", "great", "grand", "cape", "half", "mc"}
)
_NOT_NAMES = frozenset(
    {Word.PLAIN, Word.CALENDAR, Word.PROPER, Word.ORGANISATION, Word.STREET, Word.TITLE}
)
_SURNAMES_AFTER_TITLES = frozenset({Word.PLAIN, Word.CALENDAR, Word.PROPER, Word.STREET})
_WORTH = {
    Word.GIVEN: 2.0,
    Word.GIVEN_TOO: 0.3,
    Word.SURNAME: 1.1,
    Word.SURNAME_TOO: -0.5,
    Word.PLACE: -0.6,
    Word.PLACE_TOO: 0.0,
    Word.UNKNOWN: 0.6,
}
_ORDINARY_TOO = frozenset({Word.GIVEN_TOO, Word.SURNAME_TOO, Word.PLAIN})
_FIRST = frozenset({Word.GIVEN, Word.GIVEN_TOO, Word.PLACE_TOO})
_LAST = frozenset(
    {
        Word.SURNAME,
        Word.SURNAME_TOO,
        Word.GIVEN,
        Word.UNKNOWN,
        Word.GIVEN_TOO,
        Word.PLACE,
        Word.PLACE_TOO,
    }
)


class Token(NamedTuple):
    """A capitalised word, where it stands, and what it is."""

    start: int
    end: int
    word: str
    kind: Word


def may_be_name(text: str) -> bool:
    """Whether any capitalised word of `text` could be part of a name."""
    return any(map(_speaks, _TOKEN.findall(text)))


def _speaks(word: str) -> bool:
    plain = word[:-2] if word.endswith(_POSSESSIVE) else word
    kind = classify(plain.lower().replace("’", "'"))
    initial = len(plain) == 1 and plain not in ("I", "A")
    return kind not in _NOT_NAMES or kind is Word.TITLE or initial


def names(text: str, believed_from: float = _BELIEVED) -> Iterator[Found]:
    """Every name of a person in `text` that its words and their neighbours give away."""
    weighed = list(_weighed(text))
    believed = [worth >= believed_from for _, worth in weighed]
    for place, (segment, worth) in enumerate(weighed):
        company = _in_company(text, weighed, believed, place) if worth >= _ALMOST else False
        if believed[place] or company:
            believed[place] = True
            yield Found(segment[0].start, segment[-1].end, Kind.NAME)


def _weighed(text: str) -> Iterator[tuple[list[Token], float]]:
    for match in _RUN.finditer(text):
        run = match.group()
        if " " not in run and classify(run.lower()) in _NOT_NAMES:
            continue  # most runs are the one word a sentence begins with
        tokens = _tokens(match)
        if any(token.kind not in _NOT_NAMES for token in tokens) or _after_title(tokens):
            for segment in _segments(text, tokens):
                yield segment, _worth(text, segment)


def _in_company(
    text: str, weighed: Sequence[tuple[list[Token], float]], believed: Sequence[bool], place: int
) -> bool:
    """Whether it is listed with a name that is believed: "Robert and Joana", "Ana, Bo and Cy"."""
    start, end = weighed[place][0][0].start, weighed[place][0][-1].end
    if (
        place
        and believed[place - 1]
        and _LISTED.fullmatch(text, weighed[place - 1][0][-1].end, start)
    ):
        return True
    following = place + 1 < len(weighed) and believed[place + 1]
    return following and bool(_LISTED.fullmatch(text, end, weighed[place + 1][0][0].start))


def _tokens(run: re.Match[str]) -> list[Token]:
    tokens = []
    for match in _TOKEN.finditer(run.group()):
        word, end = match.group(), run.start() + match.end()
        if word.endswith(_POSSESSIVE):
            word, end = word[:-2], end - 2
        kind = classify(sys.intern(word.lower().replace("’", "'")))
        if word in ("A", "I") and _INITIALS.search(
            run.group(), max(0, match.start() - 2), match.end() + 2
        ):
            kind = Word.UNKNOWN
        tokens.append(Token(run.start() + match.start(), end, word, kind))
    return tokens


def _after_title(tokens: Sequence[Token]) -> bool:
    return any(token.kind is Word.TITLE for token in tokens[:-1])


def _segments(text: str, tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The stretches of a run that could be one person's name."""
    if any(map(_marks_no_person, tokens, tokens[1:])):
        return
    segment: list[Token] = []
    for place, token in enumerate(tokens):
        owner = bool(segment) and text.startswith(_POSSESSIVE, segment[-1].end)
        if owner or _opens(text, tokens, place) or not _belongs(segment, tokens, place):
            if segment:
                yield segment
            segment = []
            if _opens(text, tokens, place) or not _belongs([], tokens, place):
                continue
        segment.append(token)
    if segment:
        yield segment


def _marks_no_person(before: Token, token: Token) -> bool:
    """Whether a later word of a run makes it a street, a firm or a colour."""
    if token.kind is Word.STREET:
        return before.kind is not Word.TITLE
    if token.word.lower() in _COLOURS:
        return before.kind in _ORDINARY_TOO
    return token.kind is Word.ORGANISATION


def _opens(text: str, tokens: Sequence[Token], place: int) -> bool:
    """Whether a word that may be a name opens a question or an order here: "Will Anna …"."""
    token = tokens[place]
    if token.word.lower() not in _AUXILIARIES or place or not _at_start(text, token.start):
        return False
    if len(tokens) > 1:
        return tokens[1].kind is Word.GIVEN
    return text[token.end : token.end + 1] != ","


def _belongs(segment: Sequence[Token], tokens: Sequence[Token], place: int) -> bool:
    """Whether the word at `place` goes on with, or begins, a name."""
    token = tokens[place]
    if token.kind not in _NOT_NAMES:
        return True
    initial = len(token.word) == 1 and token.word not in ("I", "A")
    if segment:
        return initial or _joins(tokens, place) or _ends_name(segment, tokens, place)
    if initial:
        return place + 1 < len(tokens)
    titled = place > 0 and tokens[place - 1].kind is Word.TITLE
    return titled and token.word.lower() not in _OFFICES and token.kind in _SURNAMES_AFTER_TITLES


def _joins(tokens: Sequence[Token], place: int) -> bool:
    """Whether the word at `place` leads on to a surname: "Serge Van Baelen"."""
    if tokens[place].word.lower() not in _PARTICLES or place + 1 == len(tokens):
        return False
    following = tokens[place + 1]
    return following.kind not in _NOT_NAMES or following.word.lower() in _PARTICLES


def _ends_name(segment: Sequence[Token], tokens: Sequence[Token], place: int) -> bool:
    """Whether an ordinary word is the surname after a given name: "Anna Shelf"."""
    token = tokens[place]
    alone = place == len(tokens) - 1 and len(segment) == 1 and segment[0].kind is Word.GIVEN
    long = len(token.word) >= _SHORTEST_SURNAME and not token.word.isupper()
    return alone and long and (token.kind is Word.PLAIN or is_rare_proper(token.word.lower()))


def _at_start(text: str, start: int) -> bool:
    """Whether a sentence or a line begins here."""
    before = text[max(0, start - 8) : start]
    return not before.strip() or bool(_BOUNDARY.search(before))


def _worth(text: str, segment: Sequence[Token]) -> float:
    """How much speaks for the segment being a name."""
    start, end = segment[0].start, segment[-1].end
    before, after = text[max(0, start - _WINDOW) : start], text[end : end + 28]
    worth = _worth_of_words(segment)
    worth += worth_before(before) + _worth_after(after) + _worth_of_place(text, start, end)
    if all(token.word.isupper() and len(token.word) > 1 for token in segment):
        short = (
            len(segment) == 1
            and end - start <= _ACRONYM
            and (segment[0].kind is not Word.GIVEN or end - start <= _CODE)
        )
        worth -= 1.7 if short else 0.8  # an acronym, or shouting
        worth -= 3.0 * all(token.kind in _ORDINARY_TOO for token in segment)
    if len(segment) > 1 and (
        segment[0].word.lower() in PLACE_HEADS or text.startswith(_STATES, start)
    ):
        worth -= 2.5
    if len(segment) == 1 and _is_coined(segment[0].word):
        worth -= 1.2
    if len(segment) == 1 and segment[0].kind in (
        Word.UNKNOWN,
        Word.SURNAME,
        Word.GIVEN_TOO,
        Word.SURNAME_TOO,
    ):
        worth -= 0.4 * _at_start(text, start)
    if worth >= _ALMOST and is_namesake(text, start, end):
        worth -= _NAMESAKE
    return worth


def _worth_of_place(text: str, start: int, end: int) -> float:
    """What the place in the line says: a speaker's label, a call by name, the head of a letter."""
    line_start = text.rfind("\n", max(0, start - 8), start) + 1 or max(0, start - 8)
    heads = not text[line_start:start].strip(" \t>?*")
    if heads and _DIALOGUE.match(text, end):
        return 1.4
    if (
        heads
        and " " in text[start:end]
        and text[end : end + 1] == "\n"
        and not text[:start].strip(" >?*\n")
    ):
        return 0.9
    if heads and " " in text[start:end] and not (text[:start].strip() or text[end:].strip()):
        return 0.6  # the answer to "your name, please?"
    called = text[max(0, start - 2) : start] == ", " and text[end : end + 1] in ("!", "?")
    return 1.0 if called else 0.0


def _is_coined(word: str) -> bool:
    """Whether capitals stand inside the word, as in the names of firms and programs."""
    return not word.isupper() and any(
        sign.isupper() for sign in word[3:] if "-" not in word and "'" not in word
    )


def _worth_of_words(segment: Sequence[Token]) -> float:
    kinds = [token.kind for token in segment if len(token.word) > 1] or [Word.UNKNOWN]
    worth = max(_WORTH.get(kind, 0.0) for kind in kinds)
    if len(segment) == 1:
        return worth
    if len(kinds) == 1:
        return worth + (0.2 if kinds[0] in (Word.GIVEN_TOO, Word.SURNAME_TOO) else 1.0)  # initials
    if kinds[0] in _FIRST and kinds[-1] in _LAST:
        return worth + 1.2
    if kinds[-1] in (Word.SURNAME, Word.GIVEN) or kinds == [Word.UNKNOWN, Word.UNKNOWN]:
        return worth + 0.4
    return worth - 0.4 * (len(segment) > 3)  # noqa: PLR2004 - long runs are titles of works


def worth_before(before: str) -> float:
    """How much what stands before a word speaks for its being a name."""
    if _SIGN_OFF.search(before):
        return 2.5
    line = before.rsplit("\n", 1)[-1]
    words = [word.strip(_PUNCTUATION).lower() for word in line.split()[-4:]]
    if not words:
        return 0.0
    if words[-1] in TITLES:
        return 3.0
    broken = line.rstrip()[-1:] in (".", "!", "?", ";", ",", ")")
    worth = _lookup(cues.BEFORE, words, from_end=True)
    if not broken or words[-1] in _BEFORE_A_BREAK or worth >= _CERTAIN:
        return worth
    return min(worth, 0.3)


def _worth_after(after: str) -> float:
    if after.startswith(_POSSESSIVE):
        return 1.7 if after[2:].strip().split(" ")[0].lower() in _OWNED else 0.7
    if after[:1] in (".", "?", "!", "\n", ";", ""):
        return 0.0
    words = [word.strip(_PUNCTUATION).lower() for word in after.split()[:3]]
    if after[:1] == ",":
        polite = (
            bool(words)
            and words[0] == ""
            and words[1:2] in (["can"], ["could"], ["please"], ["i"], ["thank"], ["thanks"], ["do"])
        )
        return 1.4 if polite else 0.1
    return _lookup(cues.AFTER, words, from_end=False) if words else 0.0


def _lookup(table: dict[str, float], words: Sequence[str], *, from_end: bool) -> float:
    for length in range(len(words), 0, -1):
        phrase = " ".join(words[-length:] if from_end else words[:length])
        if phrase in table:
            return table[phrase]
    return 0.0
