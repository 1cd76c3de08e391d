from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "whatmatters.access"
    label = "access"

    def ready(self) -> None:
        from whatmatters.access.web import language, menu, second_factor  # noqa: F401

        language.keep_choices()
        menu.register_pages()
