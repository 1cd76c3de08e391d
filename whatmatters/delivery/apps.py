from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    name = "whatmatters.delivery"
    label = "delivery"
