"""Routes of the house: one line a room."""

from django.urls import include, path

urlpatterns = [
    path("", include("goldenthread.insights.urls")),
    path("account/", include("goldenthread.web.urls")),
    path("charter/", include("goldenthread.charter.urls")),
    path("conversations/", include("goldenthread.conversations.urls")),
    path("people/", include("goldenthread.people.urls")),
]
handler400 = "goldenthread.web.views.bad_request"
handler403 = "goldenthread.web.views.forbidden"
handler404 = "goldenthread.web.views.not_found"
handler500 = "goldenthread.web.views.server_error"
