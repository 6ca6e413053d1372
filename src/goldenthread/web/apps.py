"""Django registration of the page shell."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Templates, components and middleware only; no tables."""

    name = "goldenthread.web"
    label = "web"
