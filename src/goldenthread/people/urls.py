"""Routes of the room."""

from django.urls import path

from goldenthread.people import views

app_name = "people"
urlpatterns = [path("", views.everyone, name="everyone")]
