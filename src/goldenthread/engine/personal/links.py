"""E-mail addresses, the secret parts of web addresses, and machine addresses."""

from __future__ import annotations

import ipaddress
import re
from typing import TYPE_CHECKING

from goldenthread.engine.personal.types import Found, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOCAL_LIMIT = 64
_LOCAL_SIGNS = frozenset("!#$%&'*+-/=?^_`{|}~.")
_EDGE = "'.`*{}|/=?!&$#"
_DOMAIN = re.compile(
    r"(?:[^\W_](?:[\w\-]{0,62}[^\W_])?\.){1,8}[^\W\d_]{2,24}|\[[\d.:a-fA-F]{7,45}\]"
)
_SPELLED = re.compile(
    r"(?<![\w.+\-])[\w.+\-]{1,64}\s?(?:\(at\)|\[at\]|\sat\s)\s?[\w\-]{1,63}"
    r"(?:\s?(?:\(dot\)|\[dot\]|\sdot\s)\s?[\w\-]{2,63}){1,3}(?!\w)",
    re.IGNORECASE,
)
_URL = re.compile(r"(?:https?|ftp|wss?)://[^\s<>\"]++|(?<![\w@.])www\.[^\s<>\"]++", re.IGNORECASE)
_USERINFO = re.compile(r"://([^/@\s?#]{1,256})@")
_QUERY = re.compile(
    r"(?<=[?&;#])(?:[\w.\-\[\]]{0,40}(?:token|secret|signature|passw(?:or)?d|apikey"
    r"|session)[\w.\-]{0,20}"
    r"|(?:api|access|private|auth|client|amz)?[_\-]?key|sig|hash|hmac|otp|pwd|pass|auth|jwt|sid"
    r"|sessid"
    r"|jsessionid|phpsessid|code|state|nonce|email|e-mail|user(?:name|id)?|login|phone|uid)"
    r"=([^&#\s;]{1,2048})",
    re.IGNORECASE,
)
_SEGMENT = re.compile(r"(?<=[/=;])[\w\-.~%+]{16,2048}(?=[/?#&;]|$)")
_FEWEST_DIGITS, _FEWEST_LETTERS, _MOST_JOINTS = 2, 6, 2
_HEX_OR_UUID = re.compile(r"[0-9a-fA-F\-]{24,}")
_V4 = re.compile(r"(?<![\w.\-])(?:\d{1,3}\.){3}\d{1,3}(?![\w\-]|\.\d)")
_V6 = re.compile(
    r"(?<![\w:.])(?:[0-9a-fA-F]{0,4}:){2,8}(?:[0-9a-fA-F]{0,4}|(?:\d{1,3}\.){3}\d{1,3})(?![\w:])"
)
_VERSION_BEFORE = re.compile(
    r"(?:version|ver\.?|v|release|build|firmware|update)\s{0,2}$", re.IGNORECASE
)


def emails(text: str) -> Iterator[Found]:
    """Every e-mail address, spelled-out ones ("anna at example dot com") too."""
    at = text.find("@")
    while at >= 0:
        found = _email_at(text, at)
        if found is not None:
            yield found
        at = text.find("@", at + 1)
    lowered = text.lower()
    if " dot " in lowered or "(dot)" in lowered or "[dot]" in lowered:
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
    if "://" not in text and "www." not in text.lower():
        return
    for url in _URL.finditer(text):
        base, address = url.start(), url.group().rstrip(".,;:!?)]}'")
        for pattern in (_USERINFO, _QUERY):
            for match in pattern.finditer(address):
                yield Found(base + match.start(1), base + match.end(1), Kind.URL_SECRET)
        for match in _SEGMENT.finditer(address):
            if _opaque(match.group()):
                yield Found(base + match.start(), base + match.end(), Kind.URL_SECRET)


def _opaque(segment: str) -> bool:
    """Whether a path segment is a key and not words: long, with digits among its letters."""
    if _HEX_OR_UUID.fullmatch(segment):
        return True
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
            before = text[max(0, match.start() - 12) : match.start()]
            if _is_address(match.group()) and not _VERSION_BEFORE.search(before):
                yield Found(*match.span(), Kind.IP)
    if text.count(":") >= 2:  # noqa: PLR2004 - the least an IPv6 address has
        for match in _V6.finditer(text):
            value = match.group()
            if any(sign.isdecimal() for sign in value) and _is_address(value):
                yield Found(*match.span(), Kind.IP)


def _is_address(value: str) -> bool:
    try:
        ipaddress.ip_address(value)
    except ValueError:
        return all(part.isdecimal() and int(part) < 256 for part in value.split("."))  # noqa: PLR2004 - leading zeros are refused above, written all the same
    return True
