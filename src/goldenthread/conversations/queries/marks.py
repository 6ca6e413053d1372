"""Which stretches of a message are drawn as marks, and in which colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from goldenthread.conversations.queries.wording import COURSE, FEELING, SIGNALS, WHOLE
from goldenthread.engine.gauge import Stance

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_OF_THE_WHOLE = frozenset(Stance)


def drawn(
    evidence: Sequence[Sequence[object]], texts: Mapping[int, str]
) -> dict[int, list[tuple[int, int, str]]]:
    """Start, end and kind (`good`, `bad` or `due`) of each mark, by the `seq` of its message.

    What is said of a message as a whole (its stance, its feeling, what only the whole of it
    tells) is no stretch of words and is not drawn.

    Args:
        evidence: As a reading keeps it: message, start, end, sign, letter, seen and more.
        texts: The messages' texts by `seq`.

    Example:
        >>> evidence = [[1, 0, 4, "c_late", "D", False], [1, 0, 9, "other", "", True]]
        >>> drawn(evidence, {1: "Late again."})
        {1: [(0, 4, 'bad')]}
    """
    marks: dict[int, list[tuple[int, int, str]]] = {}
    for seq, start, end, sign, letter, seen, *_ in evidence:
        if not isinstance(seq, int) or seq not in texts:
            continue
        place = int(str(start)), int(str(end))
        if _is_drawn(str(sign), place, len(texts[seq])):
            mark = (*place, _kind(str(sign), seen=bool(seen), has_letter=bool(letter)))
            if mark not in marks.setdefault(seq, []):
                marks[seq].append(mark)
    return marks


def _is_drawn(sign: str, place: tuple[int, int], length: int) -> bool:
    if sign in _OF_THE_WHOLE or sign.startswith(FEELING):
        return False
    return place != (0, length) or not (sign.startswith(WHOLE) or sign in COURSE)


def _kind(sign: str, *, seen: bool, has_letter: bool) -> str:
    if seen:
        return "good"
    return "bad" if has_letter or sign in SIGNALS else "due"
