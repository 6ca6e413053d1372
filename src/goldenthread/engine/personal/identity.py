"""Numbers a state, a bank or a firm knows somebody by, dates of birth, and words to sign in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from goldenthread.engine.personal import checks
from goldenthread.engine.personal.cues import DOCUMENT_WORDS, IDENTITY_WORDS
from goldenthread.engine.personal.lexicon import Word, classify
from goldenthread.engine.personal.national import state_numbers
from goldenthread.engine.personal.sieve import Numbers
from goldenthread.engine.personal.types import Found, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NEAR = 48
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
# The same with more words between, for what is hardly said of anything else.
_SAID = (
    r"(?:\s*(?:\b(?:is|was|are|number|numbers|no|num|nr|code|id|card|nummer|to|as|it['’]?s|it is"
    r"|of|reads?|says?|here|with|under|mine)\b\.?"
    r"|\b(?:for|on|in|at) (?:(?:my|the|your|this|our|his|her|a) )?[^\W\d]{1,15}\b|['’]s\b"
    r"|[:#=.,;\-–(])){0,6}\s*[\"'`(]?"
)
_CODE = (
    r"(?P<value>(?=[A-Za-z\-]{0,14}\d)[A-Za-z0-9](?:[A-Za-z0-9]|[\-*](?=[A-Za-z0-9])"
    r"|\x20(?=\d)){3,28}+)(?![\w@])"
)
_DOCUMENT = re.compile(rf"\b{DOCUMENT_WORDS}\b(?: card)?{_SAID}{_CODE}", re.IGNORECASE)
_IDENTITY = re.compile(
    rf"\b{IDENTITY_WORDS}\b{_SAID}"
    r"(?P<value>(?-i:[A-Z]{1,6}[ .\-]?)?[a-z]{0,6}\d[a-z0-9]{0,20}"
    r"(?:[ .\-/]{1,2}[a-z]{0,2}\d[a-z0-9]{0,20}|[.\-/][a-z0-9]{1,4}){0,8})(?![\w@])",
    re.IGNORECASE,
)
_FEWEST_DIGITS, _MOST_DIGITS = 5, 20
_YEARS = re.compile(r"(?:19|20)\d\d ?[/\-] ?(?:(?:19|20)\d\d|\d\d)")
_LAST_FOUR = re.compile(
    r"\blast (?:four|4)(?: digits?)?(?: of)?(?: (?:my|the|his|her))? (?:ssn|social(?: security)?"
    rf"(?: number)?|sin){_SAID}(?P<value>\d{{4}})(?!\w)",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"\b(?:(?:bank |savings |checking |current |my |your |the )?(?:account|acct|a/c)|routing|aba"
    r"|swift|bic|membership|member|insurance|policy holder|student|employee)"
    rf"(?: card)?{_BETWEEN}{_CODE}",
    re.IGNORECASE,
)
_SHORT_SECRET = re.compile(
    rf"\b(?:cvv2?|cvc2?|csc|pin(?: code)?|otp|one[ -]time (?:code|password|passcode)|security"
    rf" code|passcode|verification code){_BETWEEN}(?P<value>\d{{3,8}})(?!\w)",
    re.IGNORECASE,
)
_PASSWORD = re.compile(
    r"\b(?:pass\s?word|passwd|pwd|pw|pass|pass\s?(?:phrase|code)|api[ _\-]?key|access[ _\-]?token"
    r"|secret(?:[ _\-]?key)?|bearer)"
    r"(?:\s+(?:is|was|to|as)\s*[:=]?|\s*[:=]|(?<=[Bb]earer))\s*[\"'`]?"
    r"(?P<value>[^\s\"'`,;]{4,200})",
    re.IGNORECASE,
)
_USERNAME = re.compile(
    r"\b(?:user\s?name|user\s?id|login(?: name| id)?|log-?in|screen\s?name|handle|skype"
    r"|nick\s?name)"
    r"(?:\s+(?:is|was)\s*[:=]?|\s*[:=])\s*[\"'`]?(?P<value>@?[\w.\-]{3,64})",
    re.IGNORECASE,
)
# Said without a verb; then only what cannot be a word is taken for it.
_BARE_PASSWORD = re.compile(
    r"\b(?:pass\s?word|passwd|pwd|pw|pass\s?phrase|pass\s?code)\s+[\"'`(]?"
    r"(?P<value>[^\s\"'`,;]{6,200})",
    re.IGNORECASE,
)
_BARE_USERNAME = re.compile(
    r"\b(?:user\s?(?:name|id)?|login(?: name| id)?|log(?:ged|ging)?[ -]?(?:in|on) (?:as|with|under)"
    r"|sign(?:ed|ing)?[ -]?in (?:as|with|under)|registered as|screen\s?name|handle|skype|nick"
    r"\s?name|gamer\s?tag|instagram|discord|telegram)\s+[\"'`(]?(?P<value>@?[\w.\-]{3,64})",
    re.IGNORECASE,
)
_TOKEN = re.compile(
    r"\b(?:[spr]k_(?:live|test)_\w{8,}|gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w\-]{16,}"
    r"|(?:AKIA|ASIA)[A-Z0-9]{16}|xox[abprs]-[\w\-]{8,}|AIza[\w\-]{30,}"
    r"|eyJ[\w\-]{5,}\.[\w\-]{5,}(?:\.[\w\-]*)?)"
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
    rf"(?:\d{{1,4}}[\-/.\x20]\d{{1,2}}[\-/.\x20]\d{{2,4}}|\d{{1,2}}(?:st|nd|rd|th|\.)?(?: of)?["
    rf" \-]{_MONTH}[, \-]{{1,2}}{_YEAR}"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? {_YEAR}|\d{{8}}|\d{{1,2}}(?:st|nd|rd|th)? (?:of"
    rf" )?{_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?)"
)
_BORN = re.compile(
    rf"\b(?:born|birth\s?date|date of birth|d\.?o\.?b\.?|birthday|bday|birth)(?:\s*(?:\?|it['’]?s"
    rf"|it is|on|in|is|was|as|to|the|[:=.,\-(]))*\s*(?P<value>{_DATE})(?!\w)",
    re.IGNORECASE,
)
_NO_VALUES = """
reset wrong incorrect not correct invalid expired and for the that this change changed
unknown required case still always being working locked blocked same too also issue page
failed access different get login log use your what safe very good something into sent
weak strong
"""
_NO_VALUE = frozenset(_NO_VALUES.split())


def identity_numbers(text: str, hinted: Sequence[int]) -> Iterator[Found]:
    """National identity numbers and IBANs; `text` is known to hold a digit.

    Args:
        text: Any text with a digit.
        hinted: What `number_hints` says may be in it.
    """
    shaped = list(state_numbers(text))
    yield from shaped
    if Numbers.IDENTITY in hinted:
        for found in _named_numbers(text):
            if not any(found.start < one.end and one.start < found.end for one in shaped):
                yield found
    for match in _IBAN.finditer(text):
        length = _iban_length(match.group(), text[max(0, match.start() - _NEAR) : match.start()])
        if length:
            yield Found(match.start(), match.start() + length, Kind.IBAN)


def _named_numbers(text: str) -> Iterator[Found]:
    """Numbers of any shape after the word for what a state knows somebody by."""
    for match in _IDENTITY.finditer(text):
        few = sum(map(str.isdecimal, match["value"])) <= _MOST_DIGITS
        if few and _numbers_a_document(match["value"]):
            yield Found(*match.span("value"), Kind.NATIONAL_ID)
    for match in _LAST_FOUR.finditer(text):
        yield Found(*match.span("value"), Kind.NATIONAL_ID)


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


def numbers_in_context(text: str, hinted: Sequence[int]) -> Iterator[Found]:
    """Account, passport and licence numbers, short secrets, and dates of birth, by their words."""
    for hint, pattern, kind in (
        (Numbers.DOCUMENT, _DOCUMENT, Kind.ACCOUNT),
        (Numbers.NUMBERED, _ACCOUNT, Kind.ACCOUNT),
        (Numbers.NUMBERED, _SHORT_SECRET, Kind.PASSWORD),
        (Numbers.NUMBERED, _BORN, Kind.BIRTH_DATE),
    ):
        if hint in hinted:
            for match in pattern.finditer(text):
                if pattern is not _DOCUMENT or _numbers_a_document(match["value"]):
                    yield Found(*match.span("value"), kind)


def _numbers_a_document(value: str) -> bool:
    """Whether it is long enough for a passport or a licence; a year or an age is not."""
    if _YEARS.fullmatch(value):
        return False
    digits = sum(map(str.isdecimal, value))
    return digits >= _FEWEST_DIGITS or (len(value) > _FEWEST_DIGITS and value.isupper())


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
    for match in _TOKEN.finditer(text):
        yield Found(*match.span(), Kind.PASSWORD)
    for pattern, kind, fits in (
        (_PASSWORD, Kind.PASSWORD, _is_secret),
        (_USERNAME, Kind.USERNAME, _is_secret),
        (_BARE_PASSWORD, Kind.PASSWORD, _is_mixed),
        (_BARE_USERNAME, Kind.USERNAME, _is_coined),
    ):
        for match in pattern.finditer(text):
            start, end = match.span("value")
            value = match["value"].rstrip(".!?)")
            if value.lower() not in _NO_VALUE and fits(value):
                yield Found(start, end - len(match["value"]) + len(value), kind)


def _is_secret(value: str) -> bool:
    """Whether it cannot be an ordinary word of the sentence."""
    if value.isalpha() and value.islower():
        return len(value) > 7  # noqa: PLR2004 - shorter ones are words
    return len(value) > 3  # noqa: PLR2004 - shortest of passwords


def _is_mixed(value: str) -> bool:
    """Whether letters stand beside digits, or signs and capitals inside, as in a password."""
    inside = value[1:]
    letters = any(map(str.isalpha, value))
    signs = any(not sign.isalnum() and sign not in "'’-/.()" for sign in inside)
    return letters and (any(map(str.isdecimal, value)) or signs)


def _is_coined(value: str) -> bool:
    """Whether digits, a full stop or a line under join its letters, as in a user name."""
    letters = sum(map(str.isalpha, value))
    digits = any(map(str.isdecimal, value))
    return letters > 1 and (digits or "_" in value or "." in value.strip("."))
