from django.apps import AppConfig


class EpisodesConfig(AppConfig):
    name = "whatmatters.episodes"
    label = "episodes"

    def ready(self) -> None:
        from whatmatters.episodes.queries.relationships import register

        register()
