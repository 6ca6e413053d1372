"""Numbers a state knows somebody by: their shapes, their check digits, the words that name them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from goldenthread.engine.personal import checks
from goldenthread.engine.personal.sieve import sieve
from goldenthread.engine.personal.types import Found, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_BEFORE, _AFTER = 56, 40
_OTHER = re.compile(  # what shops and carriers number
    r"\b(?:orders?|invoices?|tickets?|cases?|tracking|bookings?|items?|sku|model|serial|parts?"
    r"|products?|isbn|ean|upc|parcel|article|version|shipment|flight|rma|po)"
    r"(?:\s*(?:number|no|num|nr|id|code|is|was|#|:|\.)){0,4}[\s#:.]*$",
    re.IGNORECASE,
)
_CONTEXT = r"^\W{0,3}(?:(?:as|is|was|for|being)\W+)?(?:(?:my|the|her|his|our|your|a)\s)?"


class Shape(NamedTuple):
    """What one kind of identity number looks like.

    Attributes:
        pattern: Its written form.
        check: Its check digit, of the bare number; None where it has none.
        before: Words one of which must stand close before it; None where the form is enough.
        after: The same words, close after it.
        kind: What it is called when found.
    """

    pattern: re.Pattern[str]
    check: Callable[[str], bool] | None = None
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    kind: Kind = Kind.NATIONAL_ID


def _shape(
    pattern: str,
    check: Callable[[str], bool] | None = None,
    words: str | None = None,
    kind: Kind = Kind.NATIONAL_ID,
) -> Shape:
    bounded = re.compile(rf"(?<![\w\-.])(?:{pattern})(?![\w\-]|\.\d)")
    if words is None:
        return Shape(bounded, check, kind=kind)
    before = re.compile(rf"\b(?:{words})", re.IGNORECASE)
    after = re.compile(rf"{_CONTEXT}(?:{words})", re.IGNORECASE)
    return Shape(bounded, check, before, after, kind)


# What people call such a number without its proper name; enough where a check digit agrees.
_ANY = (
    r"national|identity|identification|(?:my|his|her|state|personal|citizen|tax(?:payer)?) id\b"
    r"|id (?:card|document)|personal (?:number|code|no)|social|tax(?:payer)? (?:number|no\b|code)"
    r"|fiscal|resident|government|insurance n"
)
_US = r"ssn|social|tax|itin|tin\b"
_DATE = r"(?:\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))"  # year, month, day
_BORN = r"(?:(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d)"  # day, month, year


def _named(words: str) -> str:
    return rf"{words}|{_ANY}"


SHAPES = (
    # United States: SSN and ITIN; employers' EIN
    _shape(r"(?!000|666)\d{3}-(?!00)\d\d-(?!0000)\d{4}"),
    _shape(r"\d{3}[ .\-]?\d\d[ .\-]?\d{4}", words=_US),
    _shape(r"\d\d-\d{7}", words=r"ein\b|tax|employer"),
    # United Kingdom: national insurance, NHS, driving licence
    _shape(r"(?i:[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?(?:\d[ -]?){6}[A-D])"),
    _shape(
        r"(?i:[A-Z]{2}[ -]?(?:\d[ -]?){6}[A-D])", words=r"ni\b|nino|national insurance|insurance n"
    ),
    _shape(r"\d{3}[ -]?\d{3}[ -]?\d{4}", checks.nhs, r"nhs|patient|hospital number"),
    _shape(
        r"[A-Z]{1,5}9{0,4}[ -]?\d[0156]\d[0-3]\d\d[ -]?[A-Z9]{2}\d[A-Z]{2}(?: ?\d\d)?",
        kind=Kind.ACCOUNT,
    ),
    # Germany: tax, pension insurance; Austria, Switzerland
    _shape(
        r"\d{2}[ /]?\d{3}[ /]?\d{3}[ /]?\d{3}", checks.german_tax_id, _named(r"steuer|tin\b|idnr")
    ),
    _shape(r"\d\d ?(?:\d ?){6}(?i:[A-Z]) ?\d{3}", checks.german_pension),
    _shape(rf"\d{{4}}[ \-/]?{_BORN}", checks.austrian, _named(r"sv-?n|sozialvers|svnr")),
    _shape(r"756[. ]?\d{4}[. ]?\d{4}[. ]?\d\d", checks.ahv),
    # France, Belgium, Netherlands
    _shape(r"[12] ?\d\d ?(?:0[1-9]|[1-9]\d) ?(?:\d\d|2[ABab]) ?\d{3} ?\d{3} ?\d\d", checks.insee),
    _shape(r"\d\d\.\d\d\.\d\d[-. ]\d{3}[-. ]\d\d", checks.belgian),
    _shape(rf"{_DATE}[ -]?\d{{3}}[ -]?\d\d", checks.belgian, _named(r"rijksreg|nrn|niss|insz")),
    _shape(
        r"\d{4}[ .]?\d{2}[ .]?\d{3}|\d{3}[ .\-]?\d{3}[ .\-]?\d{3}",
        checks.bsn,
        _named(r"bsn|burgerservice|sofi"),
    ),
    # Spain, Portugal, Italy
    _shape(r"(?:\d{8}|\d\d\.\d{3}\.\d{3}|[XYZxyz][ -]?\d{7})(?:-?[A-Za-z]| [A-Z])", checks.dni),
    _shape(r"[1235689]\d\d[ .]?\d{3}[ .]?\d{3}", checks.portuguese, _named(r"nif|contribuinte")),
    _shape(
        r"(?=[\w ]{6,12}\d)(?i:[A-Z]{3} ?[A-Z]{3} ?[\dLMNP-V]{2}[A-EHLMPRST][\dLMNP-V]{2}"
        r" ?[A-Z][\dLMNP-V]{3}[A-Z])"
    ),
    # Ireland
    _shape(r"(?i:\d{7} ?[A-W][ABHIWTX]?)", checks.irish, _named(r"pps|revenue")),
    # Sweden, Finland, Denmark, Norway
    _shape(rf"(?:19|20)?{_DATE}[-+]\d{{4}}", checks.swedish),
    _shape(rf"(?:19|20)?{_DATE}[-+ ]?\d{{4}}", words=_named(r"person|samordning|cpr|ssn")),
    _shape(rf"(?i:{_BORN}[-+A-FU-Y]\d{{3}}[0-9A-FHJ-NPR-Y])", checks.finnish),
    _shape(rf"{_BORN}[- ]?\d{{4}}", words=_named(r"person|cpr|ssn")),
    _shape(r"\d{6}[ -]?\d{5}", checks.norwegian, _named(r"f[øo]dsels|person|d-nummer")),
    # Poland, Czechia and Slovakia, Romania, Bulgaria, Croatia
    _shape(r"\d{11}", checks.pesel, _named(r"pesel")),
    _shape(r"\d\d[0-3578]\d[0-3]\d/\d{4}", checks.czech),
    _shape(r"[1-9]\d{12}", checks.romanian, _named(r"cnp")),
    _shape(r"\d{10}", checks.bulgarian, _named(r"egn|егн")),
    _shape(r"\d{11}", checks.german_tax_id, _named(r"oib")),
    # Turkey
    _shape(r"[1-9]\d{10}", checks.turkish, _named(r"t\.?c\.? ?(?:kimlik|no)|tckn|kimlik")),
    # Brazil, Chile, Mexico
    _shape(r"\d{3}\.\d{3}\.\d{3}-\d\d", checks.cpf),
    _shape(r"\d{9}-?\d\d", checks.cpf, _named(r"cpf")),
    _shape(r"\d{1,2}\.\d{3}\.\d{3}-[\dKkXx]"),
    _shape(r"(?i:[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z\d]\d)"),
    _shape(rf"[A-ZÑ]{{4}}{_DATE}[A-Z\d]{{3}}"),
    # Canada, Australia
    _shape(
        r"\d{3}[ .\-]?\d{3}[ .\-]?\d{3}",
        checks.luhn,
        r"sin\b|social insurance|assurance sociale|nas\b",
    ),
    _shape(r"\d{3}[ -]?\d{3}[ -]?\d{3}", checks.tfn, _named(r"tfn|tax file")),
    _shape(r"[2-6]\d{3}[ -]?\d{5}[ -]?\d(?:[ /-]\d)?", checks.medicare, r"medicare"),
    # India
    _shape(r"[2-9]\d{3}[ -]\d{4}[ -]\d{4}", checks.verhoeff),
    _shape(r"[2-9]\d{11}", checks.verhoeff, _named(r"aadha?ar|uid|uidai")),
    _shape(r"(?i:[A-Z]{3}[ABCFGHLJPT][A-Z]\d{4}[A-Z])"),
    # China, Hong Kong, Japan, Korea, Singapore
    _shape(r"\d{6} ?\d{8} ?\d{3}[\dXx]", checks.chinese_id),
    _shape(r"[A-Z]{1,2}\d{6} ?\([\dA]\)"),
    _shape(
        r"\d{4}[ -]?\d{4}[ -]?\d{4}", checks.japanese, _named(r"my ?number|individual|マイナンバー")
    ),
    _shape(rf"{_DATE}-[1-8]\d{{6}}"),
    _shape(r"(?i:[STFGM]\d{7}[A-Z])"),
    # South Africa
    _shape(rf"{_DATE} ?\d{{4}} ?[01]\d\d", checks.luhn, _named(r"(?:rsa|sa|south african)? ?id\b")),
    _shape(r"\d\d[- ]\d\d[- ]\d\d", words=r"sort ?code", kind=Kind.ACCOUNT),
)
_AT_ONCE = 4  # more in one sieve make its automaton outgrow its memory
_MAY_HOLD = sieve(r"(?:\d[ .\-/]?){6}|\pL{4} ?\d\d")
_SIEVES = tuple(
    (first, sieve(*(shape.pattern.pattern for shape in SHAPES[first : first + _AT_ONCE])))
    for first in range(0, len(SHAPES), _AT_ONCE)
)


def state_numbers(text: str) -> Iterator[Found]:
    """National identity numbers by their shapes; `text` is known to hold a digit."""
    if not _MAY_HOLD(text):
        return
    for shape in [SHAPES[first + place] for first, test in _SIEVES for place in test(text)]:
        for match in shape.pattern.finditer(text):
            if _holds(shape, text, match):
                yield Found(*match.span(), shape.kind)


def _holds(shape: Shape, text: str, match: re.Match[str]) -> bool:
    return _is_named(shape, text, match) and (
        shape.check is None or shape.check(checks.bare(match.group()))
    )


def _is_named(shape: Shape, text: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    before, after = text[max(0, start - _BEFORE) : start], text[end : end + _AFTER]
    if shape.before is None or shape.after is None:
        return not _OTHER.search(before)
    return bool(shape.before.search(before) or shape.after.search(after))
