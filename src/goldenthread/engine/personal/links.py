"""E-mail addresses, the secret parts of web addresses, and machine addresses."""

from __future__ import annotations

import ipaddress
import re
from itertools import pairwise
from typing import TYPE_CHECKING

from goldenthread.engine.personal.types import Found, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOCAL_LIMIT = 64
_LOCAL_SIGNS = frozenset("!#$%&'*+-/=?^_`{|}~.")
_EDGE = "'.`*{}|/=?!&$#"
_DOMAIN = re.compile(
    r"(?:[^\W_](?:[\w\-]{0,62}[^\W_])?\.){1,8}(?:xn--[\w\-]{2,59}|[^\W\d_]{2,24})"
    r"|\[[\d.:a-fA-F]{7,45}\]"
)
_DOT = r"(?:\s?[(\[{<]\s?(?:dot|punkt|\.)\s?[)\]}>]\s?|\s+dot\s+)"
_AT = r"(?:\s?[(\[{<_]\s?(?:at|a|@)\s?[)\]}>_]\s?)"
_JOINED = rf"(?:{_DOT}|\s(?:underscore|dash|plus)\s)"
_LOCAL = rf"(?<![\w.+\-])[\w.+\-]{{1,64}}(?:{_JOINED}[\w+\-]{{1,63}}){{0,3}}"
_LABEL = r"[^\W_][\w\-]{0,62}"
_TOP = r"\.(?:com|net|org|edu|gov|info|biz|(?-i:[a-z]{2}))"
_MAILBOXES = (
    r"(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|live|msn|icloud|aol|gmx|web|proton(?:mail)?"
    r"|mail|zoho|yandex|fastmail|btinternet|sky|comcast|verizon|t-online|orange|libero|wanadoo)"
)
# Written so that no program reads it: (at), " at … dot …", spaces round the sign.
_SPELLED = re.compile(
    rf"{_LOCAL}(?:{_AT}{_LABEL}(?:(?:{_DOT}|\.){_LABEL}){{0,3}}(?:{_DOT}|\.)[^\W\d_]{{2,24}}"
    rf"|(?:\sat\s|\s?@\s?){_LABEL}(?:\.{_LABEL}){{0,3}}(?:{_DOT}{_LABEL}){{1,4}}"
    rf"|\sat\s{_MAILBOXES}{_TOP}(?:\.[a-z]{{2}})?"
    rf"|(?:\s@\s?|@\s){_LABEL}(?:\.{_LABEL}){{0,3}}{_TOP})(?!\w)",
    re.IGNORECASE,
)
_SPELLED_HINT = re.compile(
    rf"\sdot\s|[(\[{{<]\s?(?:dot|punkt|\.)|[(\[{{<_]\s?(?:at|a|@)\s?[)\]}}>_]|\s@|@\s"
    rf"|\sat\s{_MAILBOXES}\.",
    re.IGNORECASE,
)
_URL = re.compile(
    r"[a-z][a-z0-9+.\-]{1,15}://[^\s<>\"]++|(?<![\w@.\-])www\.[^\s<>\"]++"
    r"|(?<![\w@.\-])(?:[a-z0-9\-]{1,63}\.){1,5}[a-z]{2,10}(?::\d{2,5})?[/?][^\s<>\"]++",
    re.IGNORECASE,
)
_USERINFO = re.compile(r"://([^/\s?#]{1,256})@")
_MAIL_IN_URL = re.compile(r"[\w.+\-]{1,64}%40[\w.\-]{3,253}", re.IGNORECASE)
# A step of the path that opens something by itself: /reset/…, /invite/…
_OPENS = re.compile(
    r"/(?:[\w\-]{0,20}(?:reset|verif|confirm|invit|activat|unsubscri|magic|token|passw|secret|auth"
    r"|signin|sign-in|log-?in|share|unlock|recover|session|key|signed|join|claim|redeem)[\w\-]{0,20}"
    r"|[stcr])(?=/([^/?#\s]{5,512}))|/(?:web)?hooks?/([^?#\s]{5,512})"
    r"|//hooks\.[^/\s]{1,253}/([^?#\s]{5,512})",
    re.IGNORECASE,
)
_QUERY = re.compile(
    r"(?<=[?&;#])(?P<name>[\w.\-\[\]]{0,40}(?:token|secret|signature|passw(?:or)?d|apikey|sess(?:ion|id)"
    r"|credential|verif|reset|confirm|invit|magic|passcode|ticket|oobcode|samlresponse|assertion"
    r"|e-?mail|policy)[\w.\-\[\]]{0,20}"
    r"|[\w\-]{0,20}key(?:[_\-]?(?:pair[_\-]?)?id)?|client[_\-]?id|sig|sign|hash|hmac|mac|otp|otc|pin|pwd|pw|pass|auth|authorization"
    r"|bearer|jwt|sid|sso|guid|uuid|code|state|nonce|user(?:[_\-]?(?:name|id))?|login|phone|mobile"
    r"|tel|uid|access|csrf|hmac|checksum|name|(?:first|last|full)[_\-]?name|dob|ssn|t|k|s|h|c|p)"
    r"=(?P<value>[^&#\s;]{1,2048})",
    re.IGNORECASE,
)
_SEGMENT = re.compile(r"(?<=[/=;])[\w\-.~%+]{8,2048}(?=[/?#&;]|$)")
_FEWEST_DIGITS, _FEWEST_LETTERS, _MOST_JOINTS = 2, 6, 2
_LONG = 16  # signs
_CHANGES, _CHANGES_OF_MIXED = 5, 3
_CODE = 6  # signs; t= and k= hold numbers of pages too
_HEX_OR_UUID = re.compile(r"[0-9a-fA-F\-]{24,}")
_V4 = re.compile(r"(?<![\w.])(?<![A-Za-z]-)(?:\d{1,3}\.){3}\d{1,3}(?!\w|-[A-Za-z]|\.\d)")
_V6 = re.compile(
    r"(?<![\w:.])(?:[0-9a-fA-F]{0,4}:){2,8}(?:[0-9a-fA-F]{0,4}|(?:\d{1,3}\.){3}\d{1,3})(?!\w|:[\w:]|\.\d)"
)
_VERSION_BEFORE = re.compile(
    r"\b(?:version|ver\.?|v|release|build|firmware|update)\s{0,2}$", re.IGNORECASE
)
_VERSION_NEAR = re.compile(
    r"\b(?:versions?|release|build|firmware|software|driver|upgrade|update|patch)", re.IGNORECASE
)
_NEAR, _LOW = 48, 32  # what a number of a version hardly reaches


def emails(text: str) -> Iterator[Found]:
    """Every e-mail address, spelled-out ones ("anna at example dot com") too."""
    at = text.find("@")
    while at >= 0:
        found = _email_at(text, at)
        if found is not None:
            yield found
        at = text.find("@", at + 1)
    if _SPELLED_HINT.search(text):
        for match in _SPELLED.finditer(text):
            yield Found(*match.span(), Kind.EMAIL)


def _email_at(text: str, at: int) -> Found | None:
    start = at
    floor = max(0, at - _LOCAL_LIMIT)
    while start > floor and (text[start - 1].isalnum() or text[start - 1] in _LOCAL_SIGNS):
        start -= 1
    while start < at and text[start] in _EDGE:
        start += 1
    domain = _DOMAIN.match(text, at + 1)
    if start == at or domain is None:
        return None
    return Found(start, domain.end(), Kind.EMAIL)


def url_secrets(text: str) -> Iterator[Found]:
    """The parts of web addresses that open something or name somebody; the rest may stay."""
    for url in _URL.finditer(text):
        for start, end in _secret_parts(url.group().rstrip(".,;:!?)]}'")):
            yield Found(url.start() + start, url.start() + end, Kind.URL_SECRET)


def _secret_parts(address: str) -> Iterator[tuple[int, int]]:
    yield from (match.span(1) for match in _USERINFO.finditer(address))
    yield from (match.span() for match in _MAIL_IN_URL.finditer(address))
    yield from (match.span() for match in _SEGMENT.finditer(address) if _opaque(match.group()))
    for match in _OPENS.finditer(address):
        place = match.lastindex or 0
        if _is_code(match[place]):
            yield match.span(place)
    for match in _QUERY.finditer(address):
        if len(match["name"]) > 1 or (len(match["value"]) >= _CODE and _is_code(match["value"])):
            yield match.span("value")


def _is_jumbled(segment: str) -> bool:
    """Whether letters and digits change places often, as in no word and no number."""
    plain = segment.replace("-", "").replace("_", "")
    if not plain.isalnum() or len(segment) - len(plain) > _MOST_JOINTS:
        return False
    changes = sum(one.isdecimal() != two.isdecimal() for one, two in pairwise(plain))
    mixed = plain not in (plain.lower(), plain.upper())
    return changes >= (_CHANGES_OF_MIXED if mixed else _CHANGES)


def _is_code(step: str) -> bool:
    """Whether a step of a path is no word: digits or capitals among its letters."""
    return any(map(str.isdecimal, step)) or (step != step.lower() and step[1:] != step[1:].lower())


def _opaque(segment: str) -> bool:
    """Whether a path segment is a key and not words: long, with digits among its letters."""
    if _HEX_OR_UUID.fullmatch(segment):
        return True
    if len(segment) < _LONG:
        return _is_jumbled(segment)
    digits = sum(sign.isdecimal() for sign in segment)
    joints = segment.count("-") + segment.count("_") + segment.count(".")
    letters = len(segment) - digits - joints
    mixed = segment.lower() != segment and segment.upper() != segment
    if joints > _MOST_JOINTS or letters < _FEWEST_LETTERS:
        return False
    if digits < _FEWEST_DIGITS:  # words run together have few capitals, a key has many
        return mixed and 3 * sum(map(str.isupper, segment)) >= letters
    return mixed or digits * 6 >= len(segment)


def addresses_of_machines(text: str) -> Iterator[Found]:
    """IPv4 and IPv6 addresses; version numbers and times of day are none; `text` has a digit."""
    if text.count(".") >= 3:  # noqa: PLR2004 - the dots of an IPv4 address
        for match in _V4.finditer(text):
            before = text[max(0, match.start() - _NEAR) : match.start()]
            if _is_address(match.group()) and not _is_version(match.group(), before):
                yield Found(*match.span(), Kind.IP)
    if text.count(":") >= 2:  # noqa: PLR2004 - the least an IPv6 address has
        for match in _V6.finditer(text):
            value = match.group() if _is_address(match.group()) else match.group()[:-1]
            telling = any(sign.isdecimal() for sign in value) or value.count(":") > 2  # noqa: PLR2004 - "a::b" is no address
            if telling and _is_address(value):
                yield Found(match.start(), match.start() + len(value), Kind.IP)


def _is_version(value: str, before: str) -> bool:
    """Whether four numbers are those of a program: right after the word, or low and near it."""
    if _VERSION_BEFORE.search(before):
        return True
    low = all(int(part) < _LOW for part in value.split("."))
    return low and bool(_VERSION_NEAR.search(before))


def _is_address(value: str) -> bool:
    try:
        ipaddress.ip_address(value)
    except ValueError:
        return all(part.isdecimal() and int(part) < 256 for part in value.split("."))  # noqa: PLR2004 - leading zeros are refused above, written all the same
    return True
