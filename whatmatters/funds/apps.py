from django.apps import AppConfig


class FundsConfig(AppConfig):
    name = "whatmatters.funds"
    label = "funds"

    def ready(self) -> None:
        from whatmatters.funds.queries.relationships import register

        register()
