"""Numbers a state, a bank or a firm knows somebody by, dates of birth, and words to sign in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from goldenthread.engine.personal import checks
from goldenthread.engine.personal.lexicon import Word, classify
from goldenthread.engine.personal.sieve import sieve
from goldenthread.engine.personal.types import Found, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_NEAR = 48


class Shape(NamedTuple):
    """What one kind of identity number looks like.

    Attributes:
        pattern: Its written form.
        check: Its check digit, of the bare number; None where it has none.
        words: Words one of which must stand close before it; None where the form is enough.
        kind: What it is called when found.
    """

    pattern: re.Pattern[str]
    check: Callable[[str], bool] | None = None
    words: re.Pattern[str] | None = None
    kind: Kind = Kind.NATIONAL_ID


def _shape(
    pattern: str,
    check: Callable[[str], bool] | None = None,
    words: str | None = None,
    kind: Kind = Kind.NATIONAL_ID,
) -> Shape:
    near = None if words is None else re.compile(rf"\b(?:{words})", re.IGNORECASE)
    return Shape(re.compile(rf"(?<![\w\-.])(?:{pattern})(?![\w\-]|\.\d)"), check, near, kind)


_US = r"ssn|social|tax|itin|tin\b"
SHAPES = (
    _shape(r"(?!000|666)\d{3}-(?!00)\d\d-(?!0000)\d{4}"),
    _shape(r"\d{3}[ .]?\d\d[ .]?\d{4}", words=_US),
    _shape(r"\d\d-\d{7}", words=r"ein\b|tax|employer"),
    _shape(r"(?i:[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?\d\d[ -]?\d\d[ -]?\d\d[ -]?[A-D])"),
    _shape(
        r"(?i:[A-Z]{2}[ -]?\d\d[ -]?\d\d[ -]?\d\d[ -]?[A-D])",
        words=r"ni\b|nino|national"
        r" insurance",
    ),
    _shape(r"\d{3}[ -]?\d{3}[ -]?\d{4}", checks.nhs, r"nhs|patient|hospital number"),
    _shape(r"\d{2}[ ]?\d{3}[ ]?\d{3}[ ]?\d{3}", checks.german_tax_id, r"steuer|tax|tin\b|idnr"),
    _shape(r"[12] ?\d\d ?(?:0[1-9]|[1-9]\d) ?(?:\d\d|2[ABab]) ?\d{3} ?\d{3} ?\d\d", checks.insee),
    _shape(r"(?:\d{8}|[XYZxyz]-?\d{7})[ -]?[A-Za-z]", checks.dni),
    _shape(r"(?i:[A-Z]{6}\d\d[A-EHLMPRST]\d\d[A-Z]\d{3}[A-Z])"),
    _shape(
        r"\d{4}[ .]?\d{2}[ .]?\d{3}|\d{3}[ .]\d{3}[ .]\d{3}", checks.bsn, r"bsn|burgerservice|sofi"
    ),
    _shape(r"\d{3}\.\d{3}\.\d{3}-\d\d", checks.cpf),
    _shape(r"\d{11}", checks.cpf, r"cpf"),
    _shape(r"[2-9]\d{3}[ -]\d{4}[ -]\d{4}", checks.verhoeff),
    _shape(r"[2-9]\d{11}", checks.verhoeff, r"aadha?ar|uid|uidai"),
    _shape(r"(?i:[A-Z]{3}[ABCFGHLJPT][A-Z]\d{4}[A-Z])"),
    _shape(
        r"\d{3}[ -]?\d{3}[ -]?\d{3}", checks.luhn, r"sin\b|social insurance|assurance sociale|nas\b"
    ),
    _shape(r"\d{3}[ -]?\d{3}[ -]?\d{3}", checks.tfn, r"tfn|tax file"),
    _shape(r"[2-6]\d{3}[ -]?\d{5}[ -]?\d(?:[ /-]\d)?", words=r"medicare"),
    _shape(r"\d{11}", checks.pesel, r"pesel"),
    _shape(r"(?:19|20)?\d{6}[-+]\d{4}", words=r"person(?:al)?\s?n|cpr|ssn|identity|id\b"),
    _shape(r"(?i:\d{6}[-+A]\d{3}[0-9A-FHJ-NPR-Y])"),
    _shape(r"\d{17}[\dXx]", checks.chinese_id),
    _shape(r"\d{6}-[1-4]\d{6}"),
    _shape(r"756\.\d{4}\.\d{4}\.\d\d"),
    _shape(r"(?i:[STFG]\d{7}[A-Z])"),
    _shape(r"(?i:[A-Z]{4}\d{6}[HM][A-Z]{5}[A-Z\d]\d)"),
    _shape(r"\d{13}", checks.luhn, r"(?:rsa|sa|south african)? ?id\b|identity"),
    _shape(r"\d\d-\d\d-\d\d", words=r"sort ?code", kind=Kind.ACCOUNT),
)

_SIEVE = sieve(*(shape.pattern.pattern for shape in SHAPES))
_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}\d\d(?:[ \-]?[A-Za-z0-9]){11,30}")
_IBAN_LENGTHS = """
AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28
EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26
IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30
NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23
TN24 TR26 UA29 VA22 VG24 XK20
"""
_IBAN_LENGTH = {row[:2]: int(row[2:]) for row in _IBAN_LENGTHS.split()}
_SHORTEST_IBAN = 15
_IBAN_BEFORE = re.compile(r"\biban\b", re.IGNORECASE)

_BETWEEN = (
    r"(?:\s*(?:is\b|was\b|are\b|number|no\b\.?|num\b|nr\b\.?|code|id\b|[:#=.\-]|\())*\s*[\"'`]?"
)
_ACCOUNT = re.compile(
    r"\b(?:passport|driv(?:er|ing)\W{0,2}s?\W{1,2}licen[cs]e|licen[cs]e (?:number|no)|dl"
    r" (?:number|no)|"
    r"(?:bank |savings |checking |current |my |your |the )?(?:account|acct|a/c)|routing|aba"
    r"|swift|bic|medical record|mrn|"
    r"membership|member|insurance|policy holder|health card|student|employee|voter|"
    r"national id(?:entity)?|identity card|id card|government id|citizen(?:ship)?)"
    rf"(?: card)?{_BETWEEN}(?P<value>(?=[A-Za-z\-]{{0,14}}\d)[A-Za-z0-9](?:[A-Za-z0-9]"
    rf"|[\-*](?=[A-Za-z0-9])|\x20(?=\d)){{3,28}}+)(?![\w@])",
    re.IGNORECASE,
)
_SHORT_SECRET = re.compile(
    rf"\b(?:cvv2?|cvc2?|csc|pin(?: code)?|otp|one[ -]time (?:code|password|passcode)|security"
    rf" code|passcode|verification code){_BETWEEN}(?P<value>\d{{3,8}})(?!\w)",
    re.IGNORECASE,
)
_PASSWORD = re.compile(
    r"\b(?:pass\s?word|passwd|pwd|pass\s?phrase|api[ _\-]?key|access[ _\-]?token|secret["
    r" _\-]?key|bearer)"
    r"(?:\s+(?:is|was|to)\s*[:=]?|\s*[:=]|(?<=[Bb]earer))\s*[\"'`]?(?P<value>[^\s\"'`,;]{4,200})",
    re.IGNORECASE,
)
_USERNAME = re.compile(
    r"\b(?:user\s?name|user\s?id|login(?: name| id)?|log-?in|screen\s?name|handle|skype"
    r"|nick\s?name)"
    r"(?:\s+(?:is|was)\s*[:=]?|\s*[:=])\s*[\"'`]?(?P<value>@?[\w.\-]{3,64})",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w@/.\]])@[A-Za-z_]\w{2,30}(?![\w@]|\.\w)")
# Accounts that firms answer from, by the words they put into them.
_FIRM = re.compile(
    r"(?i:help|care|support|service|airways|airlines?|official|bank|store|shop|mobile|energy"
    r"|hotels?|news|team|desk|rail|trains|broadband)"
    r"|(?:Air|HQ|UK|US|USA|Inc|App)$|^@(?:united|[A-Z]{2,6})$"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:[a-z]{1,6}|\.)?"
_YEAR = r"(?:\d{4}(?!\d)|'?\d\d(?![\d,]))"
_DATE = (
    rf"(?:\d{{1,4}}[\-/.\x20]\d{{1,2}}[\-/.\x20]\d{{2,4}}|\d{{1,2}}(?:st|nd|rd|th)?(?: of)?["
    rf" \-]{_MONTH}[, \-]{{1,2}}{_YEAR}"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? {_YEAR}|\d{{8}}|\d{{1,2}}(?:st|nd|rd|th)? (?:of"
    rf" )?{_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?)"
)
_BORN = re.compile(
    rf"\b(?:born|birth\s?date|date of birth|d\.?o\.?b\.?|birthday|birth)(?:\s*(?:\?|it'?s|it is"
    rf"|on|in|is|was|[:=.,\-(]))*\s*(?P<value>{_DATE})(?!\w)",
    re.IGNORECASE,
)
_NO_VALUES = """
reset wrong incorrect not correct invalid expired and for the that this change changed
unknown required case still always being working locked blocked same too also issue page
failed access different get login log use your what safe very good something into sent
weak strong
"""
_NO_VALUE = frozenset(_NO_VALUES.split())


def identity_numbers(text: str) -> Iterator[Found]:
    """National identity numbers and IBANs; `text` is known to hold a digit."""
    for place in _SIEVE(text):
        shape = SHAPES[place]
        for match in shape.pattern.finditer(text):
            if _holds(shape, text, match):
                yield Found(*match.span(), shape.kind)
    for match in _IBAN.finditer(text):
        length = _iban_length(match.group(), text[max(0, match.start() - _NEAR) : match.start()])
        if length:
            yield Found(match.start(), match.start() + length, Kind.IBAN)


def _holds(shape: Shape, text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - _NEAR) : match.start()]
    if shape.words is not None and not shape.words.search(before):
        return False
    return shape.check is None or shape.check(checks.bare(match.group()))


def _iban_length(value: str, before: str) -> int:
    """How many signs of `value` are the IBAN; 0 when none is."""
    length = _length_for_country(value)
    compact = value[:length].replace(" ", "").replace("-", "").upper()
    if len(compact) == _IBAN_LENGTH.get(compact[:2], 0) and checks.mod97(compact):
        return length
    word = value.split(" ", 1)[0].replace("-", "").upper()
    if len(word) >= _SHORTEST_IBAN and checks.mod97(word):
        return len(value.split(" ", 1)[0])
    return length if _IBAN_BEFORE.search(before) else 0


def _length_for_country(value: str) -> int:
    """How many signs of `value` hold as many letters and digits as the country's IBANs."""
    wanted = _IBAN_LENGTH.get(value[:2].upper(), len(value))
    count = 0
    for length, sign in enumerate(value, 1):
        count += sign.isalnum()
        if count == wanted:
            return length
    return len(value)


def numbers_in_context(text: str) -> Iterator[Found]:
    """Account, passport and licence numbers, short secrets, and dates of birth, by their words."""
    for pattern, kind in (
        (_ACCOUNT, Kind.ACCOUNT),
        (_SHORT_SECRET, Kind.PASSWORD),
        (_BORN, Kind.BIRTH_DATE),
    ):
        for match in pattern.finditer(text):
            yield Found(*match.span("value"), kind)


def handles(text: str) -> Iterator[Found]:
    """The @handles of persons, as far as they can be told from those firms answer from."""
    if "@" in text:
        for match in _HANDLE.finditer(text):
            if (
                not _FIRM.search(match.group())
                and classify(match.group()[1:].lower()) is not Word.PROPER
            ):
                yield Found(*match.span(), Kind.USERNAME)


def sign_ins(text: str) -> Iterator[Found]:
    """User names and passwords told in words."""
    for pattern, kind in ((_PASSWORD, Kind.PASSWORD), (_USERNAME, Kind.USERNAME)):
        for match in pattern.finditer(text):
            start, end = match.span("value")
            value = match["value"].rstrip(".!?)")
            if value.lower() not in _NO_VALUE and _is_secret(value):
                yield Found(start, end - len(match["value"]) + len(value), kind)


def _is_secret(value: str) -> bool:
    """Whether it cannot be an ordinary word of the sentence."""
    return len(value) > 3 and (not value.isalpha() or not value.islower() or len(value) > 7)  # noqa: PLR2004 - shortest of passwords
