"""The tables of a database that holds nothing yet: as the models say, in one transaction.

Every migration since the first leads to the same tables (a test compares them on both databases),
by rendering each model some hundred times: half a minute and more that a new place need not wait.
"""

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Model

from whatmatters.records import append_only, council_wall, one_person


def is_empty(connection: BaseDatabaseWrapper) -> bool:
    """Whether no table at all is there; one of somebody else's makes it no new database."""
    return not connection.introspection.table_names()


def make_tables(connection: BaseDatabaseWrapper) -> None:
    """All tables with their guards, and every migration written down as done: all or nothing.

    `migrate` comes after it and finds nothing to do.
    """
    done = MigrationLoader(None).disk_migrations
    written_in = MigrationRecorder.Migration
    with connection.schema_editor() as editor:
        every: list[type[Model]] = [*apps.get_models(), written_in]
        for model in every:
            if model._meta.can_migrate(connection):
                editor.create_model(model)
        for guards in (append_only, one_person, council_wall):
            guards.install(connection)
        written_in.objects.using(connection.alias).bulk_create(
            written_in(app=app, name=name) for app, name in done
        )
