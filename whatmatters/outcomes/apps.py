from django.apps import AppConfig


class OutcomesConfig(AppConfig):
    name = "whatmatters.outcomes"
    label = "outcomes"

    def ready(self) -> None:
        from whatmatters.outcomes.queries.relationships import register

        register()
