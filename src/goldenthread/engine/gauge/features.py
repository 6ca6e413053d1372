"""A text as hashed pieces: words, pairs, triples, and stretches of 3 to 5 letters.

One compiled pass over the code points of a whole batch; training and reading use the same
pass, so that a weight always means the piece it was learned from. Case is folded, numbers are
one sign (`0`), accounts (`@name`) and links are one sign each, letters said more than twice in
a row are said twice. What that folding loses and matters is kept as a piece of its own: words
in capitals, stretched words, runs of `!` and `?`, where a sentence begins, how long the text is.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple, ParamSpec, TypeVar

import numpy as np
from numba import njit
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

VERSION = 1
"""Raised when texts are taken apart in another way: weights of another version do not fit."""
BITS = 18
LONGEST = 20_000
"""Characters of one text that are read; what follows adds time and no meaning."""

_KNOWN = 0x3000  # code points with an entry in the tables; beyond lie other scripts and signs
_SPACE, _LETTER, _DIGIT, _SIGN = 0, 1, 2, 3
_EMOJI = 0x1F000
_AT, _APOSTROPHE, _ZERO, _COLON, _UNDERSCORE = ord("@"), ord("'"), ord("0"), ord(":"), ord("_")
_H, _T, _P = ord("h"), ord("t"), ord("p")
_STOPS = (ord("."), ord("!"), ord("?"))
_LONGEST_WORD = 48
_SHORTEST_GRAM, _LONGEST_GRAM = 3, 5
_PIECES_PER_CHARACTER = 8
_ROOM = 64

_SEED = np.uint64(0xCBF29CE484222325)
_PRIME = np.uint64(0x100000001B3)
_MIX = np.uint64(0xFF51AFD7ED558CCD)
_SHIFT = np.uint64(33)
_DOWN = np.uint64(64 - BITS)
_EDGE = np.uint64(2)  # a word's edge inside its letter pieces
_PAIR, _TRIPLE, _GRAM = np.uint64(11), np.uint64(13), np.uint64(17)
_BEGIN, _ACCOUNT, _LINK = np.uint64(3), np.uint64(5), np.uint64(7)
_CAPITALS, _STRETCHED, _LENGTH = np.uint64(23), np.uint64(29), np.uint64(31)


Codes = NDArray[np.uint32]
Offsets = NDArray[np.int64]
Kinds = NDArray[np.uint8]
Tables = tuple[Codes, Kinds]
Room = tuple[Offsets, Codes, Offsets]
Model = tuple[NDArray[np.int8], NDArray[np.uint8]]
_Taken = ParamSpec("_Taken")
_Made = TypeVar("_Made")


class Encoded(NamedTuple):
    """A batch of texts as one array of code points and where each begins; one entry more."""

    codes: Codes
    begins: Offsets


def encode(texts: Sequence[str]) -> Encoded:
    """`texts` as code points, ready for the compiled passes; characters keep their offsets.

    >>> encode(["ab", ""]).begins.tolist()
    [0, 2, 2]
    """
    joined = "".join(texts).encode("utf-32-le", "surrogatepass")
    begins = np.fromiter(accumulate(map(len, texts), initial=0), np.int64, len(texts) + 1)
    return Encoded(np.frombuffer(joined, np.uint32), begins)


def _kind(character: str) -> int:
    category = unicodedata.category(character)
    if category[0] in "LM":
        return _LETTER
    if category[0] == "N":
        return _DIGIT
    return _SPACE if category[0] in "ZC" else _SIGN


@cache
def tables() -> Tables:
    """Per code point below 0x3000: its folded form, and whether space, letter, digit or sign."""
    fold = np.arange(_KNOWN, dtype=np.uint32)
    kind = np.zeros(_KNOWN, dtype=np.uint8)
    for code in range(_KNOWN):
        character = chr(code)
        kind[code] = _kind(character)
        fold[code] = ord(character.lower()[0])
        if kind[code] == _DIGIT:
            fold[code] = _ZERO
    for curly in "‘’`":
        fold[ord(curly)] = _APOSTROPHE
    return fold, kind


def compiled(function: Callable[_Taken, _Made]) -> Callable[_Taken, _Made]:
    """The function as machine code, kept on disk between runs."""
    return njit(cache=True, nogil=True)(function)


@compiled
def _put(found: Offsets, n: int, mixed: np.uint64, begin: int, end: int) -> int:
    mixed = (mixed ^ (mixed >> _SHIFT)) * _MIX
    found[n, 0] = np.int64(mixed >> _DOWN)
    found[n, 1] = begin
    found[n, 2] = end
    return n + 1


@compiled
def _kind_of(code: int, kind: Kinds) -> int:
    if code < _KNOWN:
        return int(kind[code])
    return _SIGN if code >= _EMOJI else _LETTER


@compiled
def _is_word(codes: Codes, i: int, stop: int, kind: Kinds) -> bool:
    if i >= stop:
        return False
    what = _kind_of(codes[i], kind)
    return what in (_LETTER, _DIGIT)


@compiled
def _word_end(codes: Codes, i: int, stop: int, tables: Tables) -> int:
    fold, kind = tables
    while _is_word(codes, i, stop, kind) or (
        i < stop
        and codes[i] < _KNOWN
        and fold[codes[i]] == _APOSTROPHE
        and _is_word(codes, i + 1, stop, kind)
    ):
        i += 1
    return i


@compiled
def _run_end(codes: Codes, i: int, stop: int) -> int:
    first = codes[i]
    while i < stop and codes[i] == first:
        i += 1
    return i


@compiled
def _link_end(codes: Codes, i: int, stop: int, kind: Kinds) -> int:
    while i < stop and _kind_of(codes[i], kind) != _SPACE:
        i += 1
    return i


@compiled
def _fold_word(
    codes: Codes, span: tuple[int, int], tables: Tables, letters: Codes, places: Offsets
) -> int:
    """Write the folded word between two edges; give how many signs that is."""
    fold, _ = tables
    m = 1
    letters[0] = _EDGE
    places[0] = span[0]
    for i in range(span[0], span[1]):
        code = fold[codes[i]] if codes[i] < _KNOWN else codes[i]
        same = m > 1 and letters[m - 1] == code
        if same and (code == _ZERO or (m > 2 and letters[m - 2] == code)):  # noqa: PLR2004 - twice
            continue
        if m > _LONGEST_WORD:
            break
        letters[m] = code
        places[m] = i
        m += 1
    letters[m] = _EDGE
    places[m] = span[1]
    places[m + 1] = span[1]
    return m + 1


@compiled
def _hash_word(letters: Codes, m: int) -> np.uint64:
    mixed = _SEED
    for i in range(1, m - 1):
        mixed = (mixed ^ np.uint64(letters[i])) * _PRIME
    return mixed


@compiled
def _put_grams(found: Offsets, n: int, letters: Codes, places: Offsets, m: int) -> int:
    for i in range(m - _SHORTEST_GRAM + 1):
        mixed = _SEED * _GRAM
        for size in range(1, min(_LONGEST_GRAM, m - i) + 1):
            mixed = (mixed ^ np.uint64(letters[i + size - 1])) * _PRIME
            if size >= _SHORTEST_GRAM and not (size == m and m < _LONGEST_GRAM):
                n = _put(found, n, mixed, places[i], places[i + size])
    return n


@compiled
def _put_flags(found: Offsets, n: int, codes: Codes, span: tuple[int, int], tables: Tables) -> int:
    """A sign for a word in capitals, and one for a word with a letter drawn out."""
    fold, kind = tables
    raised = 0
    drawn = 1
    longest = 1
    for i in range(span[0], span[1]):
        code = codes[i]
        if code < _KNOWN and fold[code] != code and kind[code] == _LETTER:
            raised += 1
        drawn = drawn + 1 if i > span[0] and codes[i - 1] == code else 1
        longest = max(longest, drawn)
    if raised > 1 and raised == span[1] - span[0]:
        n = _put(found, n, _SEED * _CAPITALS, span[0], span[1])
    if longest > 2:  # noqa: PLR2004 - more than twice
        n = _put(found, n, _SEED * _STRETCHED, span[0], span[1])
    return n


@compiled
def _is_link(letters: Codes, m: int) -> bool:
    return (
        m > _LONGEST_GRAM
        and letters[1] == _H
        and letters[2] == _T
        and letters[3] == _T
        and letters[4] == _P
    )


@compiled
def _token(
    codes: Codes, span: tuple[int, int], tables: Tables, room: Room, n: int
) -> tuple[int, np.uint64, int]:
    """Read the word or sign a stretch begins with: its end, its hash, how many pieces so far."""
    found, letters, places = room
    i, stop = span
    _, kind = tables
    if _is_word(codes, i, stop, kind):
        end = _word_end(codes, i, stop, tables)
        m = _fold_word(codes, (i, end), tables, letters, places)
        if _is_link(letters, m) and end < stop and codes[end] == _COLON:
            return _link_end(codes, end, stop, kind), _SEED * _LINK, n
        n = _put_grams(found, n, letters, places, m)
        n = _put_flags(found, n, codes, (i, end), tables)
        return end, _hash_word(letters, m), n
    if codes[i] == _AT and _is_word(codes, i + 1, stop, kind):
        end = _word_end(codes, i + 1, stop, tables)
        while end < stop and codes[end] == _UNDERSCORE:
            end = _word_end(codes, end + 1, stop, tables)
        return end, _SEED * _ACCOUNT, n
    end = _run_end(codes, i, stop)
    run = min(end - i, 3)
    mixed = (_SEED ^ np.uint64(codes[i])) * _PRIME * np.uint64(2 * run + 1)
    return end, mixed, n


@compiled
def _is_stop(code: int) -> bool:
    return code in _STOPS


@compiled
def pieces(codes: Codes, span: tuple[int, int], tables: Tables, room: Room) -> int:
    """Fill `found` with (bucket, first character, one past the last); give how many.

    Args:
        codes: Code points of a batch.
        span: Where the text begins and ends in them.
        tables: As `tables()` gives them.
        room: `(found, letters, places)` as `room()` gives them.
    """
    found = room[0]
    i, stop = span[0], min(span[1], span[0] + LONGEST)
    _, kind = tables
    n = 0
    words = 0
    last, last_begin = _BEGIN, i
    earlier, earlier_begin = _BEGIN, i
    while i < stop:
        if _kind_of(codes[i], kind) == _SPACE:
            i += 1
            continue
        end, mixed, n = _token(codes, (i, stop), tables, room, n)
        n = _put(found, n, mixed, i, end)
        n = _put(found, n, (last * _PAIR) ^ (mixed * _PRIME), last_begin, end)
        triple = (earlier * _TRIPLE) ^ (last * _PAIR * _PRIME) ^ (mixed * _MIX)
        n = _put(found, n, triple, earlier_begin, end)
        earlier, earlier_begin = last, last_begin
        last, last_begin = mixed, i
        if _is_stop(codes[i]):
            last, last_begin = _BEGIN, end
        words += 1
        i = end
    size = np.uint64(np.log2(words + 1.0))
    return _put(found, n, (_SEED ^ size) * _LENGTH, span[0], span[0])


def room(encoded: Encoded) -> Room:
    """Working space for `pieces`, enough for the longest text of the batch."""
    longest = int(np.diff(encoded.begins).max(initial=0))
    size = min(longest, LONGEST) * _PIECES_PER_CHARACTER + _ROOM
    letters = np.empty(_LONGEST_WORD + _ROOM, np.uint32)
    return np.empty((size, 3), np.int64), letters, np.empty(_LONGEST_WORD + _ROOM, np.int64)


@compiled
def _is_first(seen: Offsets, t: int, row: int) -> bool:
    """Whether text `t` meets `row` for the first time; what other texts met does not count."""
    mine = (np.int64(t) << BITS) | np.int64(row)
    last = len(seen) - 1
    slot = row & last
    while seen[slot] >> BITS == t:
        if seen[slot] == mine:
            return False
        slot = (slot + 1) & last
    seen[slot] = mine
    return True


@compiled
def sums(
    codes: Codes, begins: Offsets, tables: Tables, room: Room, model: Model
) -> NDArray[np.float32]:
    """For each text the sums of its pieces' rows over its length in rarity."""
    table, rarity = model
    found = room[0]
    width = table.shape[1]
    seen = np.full(1 << int(np.log2(len(found)) + 2), -1, np.int64)
    summed = np.zeros((len(begins) - 1, width), np.float32)
    total = np.empty(width, np.int32)
    for t in range(len(begins) - 1):
        total[:] = 0
        length = np.int64(0)
        for i in range(pieces(codes, (begins[t], begins[t + 1]), tables, room)):
            row = found[i, 0]
            if not _is_first(seen, t, row):
                continue
            rare = np.int64(rarity[row])
            length += rare * rare
            for j in range(width):
                total[j] += table[row, j]
        if length > 0:
            summed[t] = total / np.sqrt(np.float32(length))
    return summed


@compiled
def laid(
    codes: Codes, tables: Tables, room: Room, model: Model, weights: NDArray[np.float64]
) -> NDArray[np.float64]:
    """What each character carries of the weighted heads."""
    table, rarity = model
    found = room[0]
    n = pieces(codes, (0, len(codes)), tables, room)
    order = np.argsort(found[:n, 0])
    steps = np.zeros(len(codes) + 1, np.float64)
    length = 0.0
    at = 0
    while at < n:
        row = found[order[at], 0]
        beyond = at
        while beyond < n and found[order[beyond], 0] == row:
            beyond += 1
        length += np.float64(rarity[row]) ** 2
        worth = (weights * table[row]).sum() / (beyond - at)
        for k in range(at, beyond):
            begin, end = found[order[k], 1], found[order[k], 2]
            if end > begin:
                steps[begin] += worth / (end - begin)
                steps[end] -= worth / (end - begin)
        at = beyond
    carried: NDArray[np.float64] = np.cumsum(steps)[:-1] / np.sqrt(max(length, 1.0))
    return carried


@compiled
def listed(
    encoded: Encoded, tables: Tables, room: Room, into: tuple[Offsets, NDArray[np.int32]]
) -> int:
    """Write where each row ends and which pieces it holds; give how many in all."""
    codes, begins = encoded
    pointers, out = into
    k = 0
    for t in range(len(begins) - 1):
        n = pieces(codes, (begins[t], begins[t + 1]), tables, room)
        for i in range(n):
            out[k + i] = room[0][i, 0]
        k += n
        pointers[t + 1] = k
    return k
