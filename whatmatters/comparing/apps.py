from django.apps import AppConfig


class ComparingConfig(AppConfig):
    name = "whatmatters.comparing"
    label = "comparing"
