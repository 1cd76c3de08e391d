from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    name = "whatmatters.delivery"
    label = "delivery"

    def ready(self) -> None:
        from whatmatters.delivery.queries.relationships import register

        register()
