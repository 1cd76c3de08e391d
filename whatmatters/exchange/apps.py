from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "whatmatters.exchange"
    label = "exchange"
