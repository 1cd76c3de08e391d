from django.apps import AppConfig


class OutcomesConfig(AppConfig):
    name = "whatmatters.outcomes"
    label = "outcomes"
