from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "whatmatters.home"
    label = "home"
