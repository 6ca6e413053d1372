"""Cards and telephone numbers among all the other numbers people write.

One pass finds the runs of digits; each run is then judged by its shape, by its check digit and by
the words beside it. Amounts, dates, times, quantities and order numbers are left alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import phonenumbers

from goldenthread.engine.personal.checks import luhn
from goldenthread.engine.personal.types import Found, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_RUN = re.compile(
    r"(?<![\w@#])[+(]{0,3}\d(?:[\d()\-./+\u00a0\u202f\u2009\u2010-\u2015\u2212]|\x20{1,2}(?=[\d(+\-/]))*+"
    r"(?:[,;]?\x20?(?:x|ext[.:]?|extn\.?|extension|durchwahl|poste)\x20?\d{1,6}(?!\w))?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_EXTENSION = re.compile(r"[,;]?\x20?(?:x|ext|durchwahl|poste)", re.IGNORECASE)
_LEFT, _RIGHT = 64, 24
_LONG_RUN = 64

_CARD_BEFORE = re.compile(
    r"\b(?:cards?|cc|visa|master\s?card|amex|american express|maestro|discover|debit|credit|pan)\b",
    re.IGNORECASE,
)
_PHONE_BEFORE = re.compile(
    r"\b(?:call(?:s|ed|ing)?|(?:tele)?phones?|tel|ph|mobile|mob|cell(?:phone)?|handy|number"
    r"|numbers|no|reach(?:able)?|contact"
    r"|texts?|texted|sms|messages?|whats\s?app|viber|signal|telegram|fax|dial(?:led)?|ring|rang"
    r"|registered|answer(?:ing|ed)?"
    r"|line|hotline|landline|desk|office|work|home|extension|direct|switchboard|me (?:on|at)|us"
    r" (?:on|at)"
    r"|telefon\w*|rufnummer|t\u00e9l\w*|tfno?|m[o\u00f3]vil|celular|telefone)\b|(?<![\w'’])[mtpf][:.]",
    re.IGNORECASE,
)
_PHONE_AFTER = re.compile(
    r"^[\s,\-\u2013(]{0,3}(?:is my (?:new |work |home |direct )?"
    r"(?:number|phone|cell|mobile|whats\s?app|line)|(?:office|fax|mobile|cell|home"
    r"|work|desk|phone|tel|landline|direct|whats\s?app)\b)",
    re.IGNORECASE,
)
_OTHER_BEFORE = re.compile(
    r"\b(?:orders?|invoices?|ref(?:erence)?|tickets?|cases?|tracking|confirmation|bookings?"
    r"|items?|sku|model|serial|sn|s/n|imei|meter|barcode"
    r"|version|po|rma|transactions?|product|part|article|isbn|ean|upc|claims?|policy|reservation"
    r"|flight|job|id|quote|parcel|shipment|order)"
    r"(?:\s*(?:number|no|num|nr|id|code|is|was|#|:|\.)){0,4}[\s#:.]*$",
    re.IGNORECASE,
)
_CODE_BEFORE = re.compile(  # letters tied to a number make a code of it, except these
    r"\b(?!(?:tel|ph|(?:tele)?phone|mob|mobile|cell|fax|ext|sms|call|text|home|work|office|desk|line"
    r"|number|no|on|at|[mtpfhow])-)[a-z]{1,8}-$",
    re.IGNORECASE,
)
_MONEY_BEFORE = re.compile(
    r"(?:[$\u00a3\u20ac\u00a5\u20b9]|\b(?:usd|eur|gbp|inr|rs|chf|aud|cad))\.?\s?$", re.IGNORECASE
)
_QUANTITY_AFTER = re.compile(
    r"^\s?(?:%|[$\u00a3\u20ac\u00a5\u20b9\u00b0]|(?:usd|eur|gbp|euros?|dollars?|pounds?|kg|km|cm"
    r"|mm|gb|mb|kb|tb|ml|mins?|minutes?|hours?|hrs?|days?|weeks?"
    r"|months?|years?|times|people|customers|items|points|miles|units|pieces|a\.?m|p\.?m)\b)",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}"
    r"|\d{2}))(?:\x20\d{1,2}(?:\.\d\d)?)?"
    r"|(?:19|20)\d\d\x20?[-\u2013/]\x20?(?:(?:19|20)\d\d|\d\d)|\d{1,3}(?:[.,]\d{3})+|\d+[.,]\d+"
    r"|\d+/\d+|\d+-\d+"
)
_LOOSE_PAIR = re.compile(r"(?!\d{5}-\d{4}$)\d{3,6}-\d{4,8}|\d{2,5}-\d{6,8}|\d{3,5}/\d{5,8}")
_CARD_SHAPES = {
    (4, 4, 4, 4),
    (4, 6, 5),
    (4, 6, 4),
    (4, 4, 4, 4, 3),
    (4, 4, 4, 1),
    (4, 4, 4),
    (6, 13),
    (8, 8),
}
_REGIONS = ("GB", "DE", "FR", "AU", "NL", "IE", "ES", "BE", "CH", "AT", "SE", "ZA", "IN", "NZ")


class Run(NamedTuple):
    """A run of digits and what stands around it."""

    start: int
    value: str
    groups: tuple[str, ...]
    left: str
    right: str

    @property
    def digits(self) -> str:
        """The digits alone, without an extension."""
        return "".join(self.groups)

    @property
    def end(self) -> int:
        """One past its last sign."""
        return self.start + len(self.value)


def numbers(text: str) -> Iterator[Found]:
    """Every payment card and telephone number of `text`."""
    for match in _RUN.finditer(text):
        if match.end() - match.start() < 6:  # noqa: PLR2004 - shorter than any telephone number
            continue
        for run in _runs(text, match.start(), match.group()):
            cards = list(_cards(run))
            if cards:
                yield from cards
            elif _is_phone(run):
                yield Found(run.start, run.end, Kind.PHONE)


def _runs(text: str, start: int, value: str) -> Iterator[Run]:
    """The run without loose ends; a very long one in pieces, so that time stays linear."""
    for offset in range(0, len(value), _LONG_RUN):
        piece = value[offset : offset + _LONG_RUN]
        lead = len(piece) - len(
            piece.lstrip(")-./ \u00a0\u202f\u2009\u2010\u2011\u2012\u2013\u2014\u2015\u2212")
        )
        piece = piece[lead:].rstrip(
            "(+-./ \u00a0\u202f\u2009\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
        )
        if piece.endswith(")") and "(" not in piece:
            piece = piece.rstrip(")")
        if piece.startswith("(") and ")" not in piece:
            lead, piece = lead + 1, piece[1:]
        main = _EXTENSION.split(piece, maxsplit=1)[0]
        at = start + offset + lead
        yield Run(
            at,
            piece,
            tuple(_DIGITS.findall(main)),
            text[max(0, at - _LEFT) : at],
            text[at + len(piece) : at + len(piece) + _RIGHT],
        )


def _cards(run: Run) -> Iterator[Found]:
    """Cards in a run: the right shape and check digit, or twelve digits and more after "card"."""
    spans = [(match.start(), match.end()) for match in _DIGITS.finditer(run.value)]
    place = 0
    while place < len(spans):
        taken = _card_from(run, spans, place)
        if taken:
            yield Found(
                run.start + spans[place][0], run.start + spans[place + taken - 1][1], Kind.CARD
            )
        place += max(taken, 1)


def _card_from(run: Run, spans: list[tuple[int, int]], place: int) -> int:
    """How many groups from `place` on make a card number; 0 for none."""
    for taken in (1, 4, 3, 5, 2):
        groups = spans[place : place + taken]
        if len(groups) == taken and _is_card(run, groups):
            return taken
    return 0


def _is_card(run: Run, groups: list[tuple[int, int]]) -> bool:
    lengths = tuple(end - start for start, end in groups)
    total = sum(lengths)
    if not 12 <= total <= 19 or (len(groups) > 1 and lengths not in _CARD_SHAPES):  # noqa: PLR2004 - lengths of card numbers
        return False
    digits = "".join(run.value[start:end] for start, end in groups)
    spoken = bool(_CARD_BEFORE.search(run.left))
    if not luhn(digits):
        return spoken and not _OTHER_BEFORE.search(run.left)
    return spoken or (total > 12 and digits[0] in "23456" and not _OTHER_BEFORE.search(run.left))  # noqa: PLR2004 - only a spoken-of card is that short


def _is_phone(run: Run) -> bool:
    """Whether the run reads as a telephone number."""
    count = len(run.digits)
    if not 6 <= count <= 17 or _is_other(run):  # noqa: PLR2004 - E.164 with a national prefix
        return False
    if run.value[0] == "+" or run.value[:2] == "(+":
        return count >= 7  # noqa: PLR2004 - the shortest international numbers
    spoken = _is_spoken_of(run)
    if _OTHER_BEFORE.search(run.left) or _CODE_BEFORE.search(run.left):
        return False
    return spoken if count < 7 else spoken or _looks_dialled(run)  # noqa: PLR2004 - shorter ones need the word


def _is_spoken_of(run: Run) -> bool:
    return bool(_PHONE_BEFORE.search(run.left) or _PHONE_AFTER.search(run.right))


def _is_other(run: Run) -> bool:
    """Whether it is an amount, a date, a quantity or a range."""
    if _MONEY_BEFORE.search(run.left) or _QUANTITY_AFTER.search(run.right):
        return True
    if _LOOSE_PAIR.fullmatch(run.value):
        return False
    return bool(_DATE.fullmatch(run.value))


def _looks_dialled(run: Run) -> bool:
    """Whether the shape alone says telephone: brackets, an extension, groups, a dialling prefix."""
    value, groups, digits = run.value, run.groups, run.digits
    if len(value) > 1 and _EXTENSION.search(value):
        return True
    if "(" in value and ")" in value:
        return len(groups) > 1
    if digits.startswith("00") and _is_valid(f"+{digits[2:]}", _REGIONS[:1]):
        return True
    if len(groups) < 3:  # noqa: PLR2004 - at most an area and a number
        return digits.startswith("0") and 9 <= len(digits) <= 12 and _is_valid(digits)  # noqa: PLR2004 - lengths of national numbers
    return 8 <= len(digits) <= 15 and len(groups) > 2 and _is_grouped(groups, value)  # noqa: PLR2004 - lengths of full numbers


def _is_grouped(groups: tuple[str, ...], value: str) -> bool:
    """Whether every group after the first is two to five digits long, split by one separator."""
    if "/" in value and value.count("/") > 1:
        return False
    return all(2 <= len(group) <= 5 for group in groups[1:]) and len(groups[0]) <= 5  # noqa: PLR2004 - groups people dial by


def _is_valid(digits: str, regions: Sequence[str] = _REGIONS) -> bool:
    """Whether a number, with its prefix, is one of a numbering plan."""
    for region in regions:
        try:
            number = phonenumbers.parse(digits, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            return True
    return False
