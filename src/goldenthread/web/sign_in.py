"""Sign-in by allauth, in this house's words: accounts are made by an administrator."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.shortcuts import resolve_url
from typing_extensions import override

from goldenthread.web import organisation

if TYPE_CHECKING:
    from django.http import HttpRequest

_PAIR = "E-mail address and password do not fit together. Check both and try again."


class SignIn(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Nobody makes an account for themselves; every sentence says what to do."""

    error_messages: ClassVar[dict[str, object]] = DefaultAccountAdapter.error_messages | {
        "account_inactive": "This account is closed. Ask your administrator to open it again.",
        "email_password_mismatch": _PAIR,
        "invalid_login": _PAIR,
        "incorrect_password": "That is not your password. Type the one you signed in with.",
        "enter_current_password": "That is not your present password. Type it again.",
        "invalid_password_reset": "This link has been used or is too old. Ask for a new one.",
        "too_many_login_attempts": "Too many tries. Wait five minutes, then try again.",
        "rate_limited": "Too many tries. Wait a few minutes, then try again.",
    }

    @override
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """No: an administrator adds people."""
        return False

    @override
    def format_email_subject(self, subject: str) -> str:
        """Say whose mail it is before what it is about."""
        return f"{organisation.name() or organisation.PRODUCT}: {subject}"

    @override
    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to the start page, not to the form just filled in."""
        return resolve_url(settings.LOGIN_REDIRECT_URL)
