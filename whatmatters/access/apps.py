from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "whatmatters.access"
    label = "access"
