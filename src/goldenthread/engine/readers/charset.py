"""Files as lines of text: which encoding they are in, and lines that never fill the memory."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from goldenthread.engine.readers.found import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LONGEST_LINE = 16_000_000
"""Characters of one line; a longer one is refused, because it is no row of anything."""

_SAMPLE = 65_536
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KINDS = (
    (b"PK\x03\x04", "a ZIP archive or an Excel workbook"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"PAR1", "a Parquet file"),
    (b"%PDF", "a PDF"),
    (b"SQLite format 3", "a database"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a recording or a picture"),
    (b"ID3", "a recording"),
)
_LATER = {
    "eml": "mail",
    "mbox": "mail",
    "msg": "mail",
    "vtt": "a transcript",
    "srt": "a transcript",
    "sbv": "a transcript",
    "xml": "XML",
    "html": "a web page",
    "htm": "a web page",
    "yml": "YAML",
    "yaml": "YAML",
    "py": "a program",
}
_INSTEAD = "is not read yet. Save it as CSV, JSON or JSON lines and import that."
_TOLERATED = 0.5
_MOSTLY, _HARDLY = 0.4, 0.05
_STRAY = 8
_CONTROLS = [bytes([code]) for code in range(32) if code not in b"\t\n\v\f\r\x1b"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line with its ending, its number from 1, and whether it was too long to keep whole."""

    number: int
    text: str
    too_long: bool = False


def encoding_of(path: Path) -> str:
    """The encoding of a text file: its byte order mark, UTF-8, UTF-16 without mark, or cp1252.

    UTF-8 with a few broken bytes stays UTF-8. Reads the file once, a piece at a time.

    Raises:
        Unreadable: It is empty, or no text.
    """
    with path.open("rb") as file:
        head = file.read(_SAMPLE)
    _refuse_other_kinds(path, head)
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    wide = _wide_without_mark(head)
    if wide is not None:
        return wide
    _refuse_binary(head)
    return "utf-8" if _mostly_utf8(path) else "cp1252"


def open_text(path: Path, encoding: str) -> TextIO:
    """Open for reading with line endings kept; bytes that are no text become U+FFFD."""
    return path.open(encoding=encoding, errors="replace", newline="")


def lines_of(file: TextIO) -> Iterator[Line]:
    """The lines of an open file; of one longer than `LONGEST_LINE` only the beginning."""
    number = 0
    while text := file.readline(LONGEST_LINE):
        number += 1
        too_long = len(text) >= LONGEST_LINE and not text.endswith("\n")
        if too_long:
            _skip_to_end_of_line(file)
        yield Line(number, text, too_long)


def _skip_to_end_of_line(file: TextIO) -> None:
    while rest := file.readline(LONGEST_LINE):
        if rest.endswith("\n"):
            return


def _refuse_other_kinds(path: Path, head: bytes) -> None:
    if not head.strip():
        message = "The file is empty."
        raise Unreadable(message)
    for magic, kind in _KINDS:
        if head.startswith(magic):
            message = f"This is {kind}, which {_INSTEAD}"
            raise Unreadable(message)
    kind = _LATER.get(path.suffix.lower().lstrip("."), "")
    if kind:
        message = f"This is {kind}, which {_INSTEAD}"
        raise Unreadable(message)


def _wide_without_mark(head: bytes) -> str | None:
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) / 2
    if odd > half * _MOSTLY and even < half * _HARDLY:
        return "utf-16-le"
    return "utf-16-be" if even > half * _MOSTLY and odd < half * _HARDLY else None


def _refuse_binary(head: bytes) -> None:
    controls = sum(map(head.count, _CONTROLS))
    # A stray control character in a text is repaired; many of them are no text.
    if controls > _STRAY and controls > len(head) * _HARDLY:
        message = "This is a binary file, not text."
        raise Unreadable(message)


def _mostly_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    broken = whole = 0
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            text = decoder.decode(piece)
            if not text.isascii():
                failed = text.count("\ufffd")
                broken += failed
                whole += len(text) - len(text.encode("ascii", "ignore")) - failed
    # Text of another encoding hardly ever holds a whole UTF-8 letter by chance.
    return broken <= whole * _TOLERATED
