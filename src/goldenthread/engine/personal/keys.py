"""The customer key: how two conversations of one customer are linked without keeping who it was."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING

import phonenumbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from goldenthread.engine.types import Identifier, Participant

_OWN_TO_SYSTEM = frozenset({"user_id", "handle", "external_id", "other"})


def customer_keys(
    participant: Participant, secret: bytes, system: str, *, region: str = "US"
) -> tuple[str, ...]:
    """The keys of one participant, one for each way to know them again, without repeats.

    A key is HMAC-SHA256 of the normalised identifier under `secret`, apart for each type of
    identifier, so that an e-mail address never meets a user id of the same letters. E-mail
    addresses and telephone numbers join systems; everything else is known within `system` only.

    Args:
        participant: Whose identifiers are read; a name is none.
        secret: The organisation's key; must not be empty.
        system: The source system, as in `Source.system`.
        region: Country whose dialling rules numbers without a prefix follow.

    Returns:
        Hexadecimal keys in the order of the identifiers; () when there is no identifier.

    Raises:
        ValueError: `secret` is empty.

    Source: RFC 2104, FIPS 180-4.

    >>> from goldenthread.engine.types import Identifier, Participant, Role
    >>> def anna(mail):
    ...     return Participant(0, Role.CUSTOMER, identifiers=(Identifier("email", mail),))
    >>> keys = {customer_keys(anna(m), b"k", "desk") for m in ("Anna@B.org", " anna@b.org ")}
    >>> len(keys)
    1
    """
    if not secret:
        message = "The customer key needs a secret."
        raise ValueError(message)
    stated = _stated(participant, system, region)
    return tuple(dict.fromkeys(_key(secret, *parts) for parts in stated))


def _stated(participant: Participant, system: str, region: str) -> Iterator[tuple[str, ...]]:
    for identifier in participant.identifiers:
        yield from _normalised(identifier, system, region)
    if participant.native_id and participant.native_id.strip():
        yield ("user_id", system, participant.native_id.strip())


def _normalised(identifier: Identifier, system: str, region: str) -> Iterator[tuple[str, ...]]:
    value = (identifier.normalized or identifier.value).strip()
    if not value:
        return
    if identifier.type == "email":
        yield ("email", value.casefold())
    elif identifier.type == "phone":
        yield ("phone", _e164(value, region))
    elif identifier.type in _OWN_TO_SYSTEM:
        yield (identifier.type, system, value)


def _e164(value: str, region: str) -> str:
    """The number in its international form; its digits where it cannot be read as a number."""
    try:
        number = phonenumbers.parse(value, region)
    except phonenumbers.NumberParseException:
        return "".join(sign for sign in value if sign.isdecimal()) or value.casefold()
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _key(secret: bytes, *parts: str) -> str:
    """Parts are told apart by their lengths, so that no two sets of parts run together."""
    stated = b"".join(len(raw).to_bytes(4, "big") + raw for raw in map(_encoded, parts))
    return hmac.new(secret, b"goldenthread.customer/1" + stated, "sha256").hexdigest()


def _encoded(part: str) -> bytes:
    return part.encode("utf-8", "surrogatepass")
