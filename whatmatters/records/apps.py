from django.apps import AppConfig
from django.db.models.signals import post_migrate


class RecordsConfig(AppConfig):
    name = "whatmatters.records"
    label = "records"

    def ready(self) -> None:
        from whatmatters.records.append_only import after_migrate

        post_migrate.connect(after_migrate, sender=self, dispatch_uid="append_only")
