from django.apps import AppConfig


class TrustConfig(AppConfig):
    name = "whatmatters.trust"
    label = "trust"

    def ready(self) -> None:
        from whatmatters.trust.queries.relationships import register

        register()
