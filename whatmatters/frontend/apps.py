from django.apps import AppConfig


class FrontendConfig(AppConfig):
    name = "whatmatters.frontend"
    label = "frontend"
