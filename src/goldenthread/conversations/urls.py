"""Routes of the room."""

from django.urls import path

from goldenthread.conversations import views

app_name = "conversations"
urlpatterns = [
    path("", views.listing, name="list"),
    path("<int:pk>/", views.one, name="one"),
    path("<int:pk>/judge/", views.judge, name="judge"),
    path("sample/", views.sample, name="sample"),
    path("import/", views.imports, name="imports"),
    path("import/<int:pk>/", views.one_import, name="import"),
    path("import/<int:pk>/stop/", views.stop_import, name="stop_import"),
    path("import/names/", views.names, name="names"),
]
