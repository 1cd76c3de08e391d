from django.apps import AppConfig


class ShiftsConfig(AppConfig):
    name = "whatmatters.shifts"
    label = "shifts"
