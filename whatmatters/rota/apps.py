from django.apps import AppConfig


class RotaConfig(AppConfig):
    name = "whatmatters.rota"
    label = "rota"
