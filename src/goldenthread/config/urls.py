"""Routes of the house: one line a room."""

from allauth.account import views as account
from django.urls import include, path

# Of the library's pages only those are routed that an installation without open sign-up needs.
_account = [
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("signup/", account.signup, name="account_signup"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/change/", account.password_change, name="account_change_password"),
    path("password/reset/", account.password_reset, name="account_reset_password"),
    path("password/reset/done/", account.password_reset_done, name="account_reset_password_done"),
    path(
        "password/reset/key/<str:uidb36>-<str:key>/",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "password/reset/key/done/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
]

urlpatterns = [
    path("", include("goldenthread.insights.urls")),
    path("account/", include(_account)),
    path("charter/", include("goldenthread.charter.urls")),
    path("conversations/", include("goldenthread.conversations.urls")),
    path("people/", include("goldenthread.people.urls")),
]
handler400 = "goldenthread.web.views.bad_request"
handler403 = "goldenthread.web.views.forbidden"
handler404 = "goldenthread.web.views.not_found"
handler500 = "goldenthread.web.views.server_error"
