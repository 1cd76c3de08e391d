from django.apps import AppConfig


class ChargingConfig(AppConfig):
    name = "whatmatters.charging"
    label = "charging"
