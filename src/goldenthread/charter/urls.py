"""Routes of the room."""

from django.urls import path

from goldenthread.charter import views

app_name = "charter"
urlpatterns = [
    path("", views.board, name="board"),
    path("<slug:slug>/", views.promise, name="promise"),
]
