from django.apps import AppConfig


class CommissioningConfig(AppConfig):
    name = "whatmatters.commissioning"
    label = "commissioning"
