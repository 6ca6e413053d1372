"""What customers and staff wrote, word for word and harmless: `{% load words %}`."""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from goldenthread.engine.personal import Kind
from goldenthread.web.principles import named
from goldenthread.web.templatetags.reading import part

if TYPE_CHECKING:
    from collections.abc import Iterable

register = template.Library()
register.filter("principles", named)

_CLASS = re.compile(r"[a-z][a-z_-]*")
_LINE = re.compile(r"\r\n|\r|\n")
_MASKED = re.compile(rf"\[((?:{'|'.join(kind.replace('_', ' ') for kind in Kind)}) \d{{1,9}})\]")
# What a page may not hold: NUL and its like, half signs, and what would turn it around.
_UNWRITABLE = dict.fromkeys(
    (
        *(set(range(0x20)) - {9, 10, 13}),
        *range(0x7F, 0xA0),
        *range(0x202A, 0x202F),
        *range(0xD800, 0xE000),
    ),
    "\ufffd",
)


class _Mark(NamedTuple):
    start: int
    end: int
    kind: str

    @property
    def length(self) -> int:
        return self.end - self.start


@register.filter
def spoken(code: str) -> str:
    """A name of the machine's as people write it: `web_form` is a web form."""
    return code.replace("_", " ")


@register.simple_tag
def quote(text: str, spans: Iterable[object] = ()) -> SafeString:
    """The text, escaped, with a `<mark>` at each span and masked personal data set apart.

    Args:
        text: Exactly what the offsets were counted in.
        spans: Things with `start`, `end` and maybe `kind`, or tuples of them; offsets are
            characters. What lies outside the text is cut off; where two overlap, the shorter
            one shows. `kind` becomes the mark's class: `good`, `bad`, `due` or none.
    """
    marks = _marks(spans, len(text))
    edges = sorted({0, len(text), *(mark.start for mark in marks), *(m.end for m in marks)})
    pieces = [(start, end, _shown(marks, start, end)) for start, end in pairwise(edges)]
    written = []
    for mark, run in groupby(pieces, key=lambda piece: piece[2]):
        stretch = list(run)
        written.append(_write(text[stretch[0][0] : stretch[-1][1]], mark))
    return mark_safe("".join(written))  # noqa: S308 - every piece went through escape()


def _marks(spans: Iterable[object], length: int) -> list[_Mark]:
    marks = []
    for span in spans:
        start, end, kind = _read(span)
        start, end = max(0, start), min(length, end)
        if start < end:
            marks.append(_Mark(start, end, kind if _CLASS.fullmatch(kind) else ""))
    return marks


def _read(span: object) -> tuple[int, int, str]:
    if isinstance(span, (tuple, list)):
        start, end, *named = span
        return int(start), int(end), str(named[0] or "") if named else ""
    start, end, kind = (part(span, name) for name in ("start", "end", "kind"))
    return int(str(start)), int(str(end)), str(kind or "")


def _shown(marks: list[_Mark], start: int, end: int) -> _Mark | None:
    over = [mark for mark in marks if mark.start <= start and end <= mark.end]
    return min(over, key=lambda mark: mark.length, default=None)


def _write(piece: str, mark: _Mark | None) -> str:
    inside = _LINE.sub("<br>", escape(piece.translate(_UNWRITABLE)))
    inside = _MASKED.sub(r'<span class="tag noise">\1</span>', inside)
    if mark is None:
        return inside
    kind = f' class="{mark.kind}"' if mark.kind else ""
    return f"<mark{kind}>{inside}</mark>"
