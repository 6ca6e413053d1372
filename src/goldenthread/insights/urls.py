"""Routes of the room."""

from django.urls import path

from goldenthread.insights import views

app_name = "insights"
urlpatterns = [
    path("", views.home, name="home"),
    path("brief/", views.brief, name="brief"),
    path("brief/<str:week>/", views.brief, name="brief_of"),
]
