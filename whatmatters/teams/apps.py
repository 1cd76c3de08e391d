from django.apps import AppConfig


class TeamsConfig(AppConfig):
    name = "whatmatters.teams"
    label = "teams"
