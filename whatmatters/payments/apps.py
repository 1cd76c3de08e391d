from django.apps import AppConfig


class PaymentsConfig(AppConfig):
    name = "whatmatters.payments"
    label = "payments"
