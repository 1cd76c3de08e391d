from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate


class RecordsConfig(AppConfig):
    name = "whatmatters.records"
    label = "records"

    def ready(self) -> None:
        from whatmatters.records import append_only, council_wall, one_person, standing

        post_migrate.connect(append_only.after_migrate, sender=self, dispatch_uid="append_only")
        post_migrate.connect(one_person.after_migrate, sender=self, dispatch_uid="one_person")
        post_migrate.connect(council_wall.after_migrate, sender=self, dispatch_uid="council_wall")
        connection_created.connect(standing.after_connect, dispatch_uid="standing")
