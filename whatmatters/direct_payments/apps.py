from django.apps import AppConfig


class DirectPaymentsConfig(AppConfig):
    name = "whatmatters.direct_payments"
    label = "direct_payments"

    def ready(self) -> None:
        from whatmatters.direct_payments.queries.relationships import register

        register()
