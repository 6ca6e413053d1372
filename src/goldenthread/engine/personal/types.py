"""What is found when personal data is looked for."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """The classes of personal data that are told apart; the value is the placeholder's word."""

    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
    CARD = "card"
    IBAN = "iban"
    IP = "ip"
    URL_SECRET = "url_secret"  # noqa: S105 - the name of a class, not a secret
    NATIONAL_ID = "national_id"
    ACCOUNT = "account"
    ADDRESS = "address"
    BIRTH_DATE = "birth_date"
    USERNAME = "username"
    PASSWORD = "password"  # noqa: S105 - the name of a class, not a secret


class Found(NamedTuple):
    """One stretch of personal data, half-open, in characters of the original text."""

    start: int
    end: int
    kind: Kind
