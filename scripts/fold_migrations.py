"""Put the constraints, indexes and foreign keys of a new table into what makes it.

    python scripts/fold_migrations.py people 0009_something

`makemigrations` makes the tables first and adds these after, one by one; each addition renders
every model again (and SQLite makes the table again), which was a third of making a new place.
For a migration that nobody has applied, before it is committed: the tables are the same.
"""

import os
import sys
from graphlib import TopologicalSorter
from pathlib import Path

from django.db.migrations import AddConstraint, AddField, AddIndex, CreateModel
from django.db.migrations.operations.base import Operation

MADE_OF = (CreateModel, AddField, AddConstraint, AddIndex)


def folded(app: str, operations: list[Operation]) -> list[Operation]:
    """The same tables in fewer steps; what is neither made nor added here keeps its place."""
    found: list[Operation] = []
    part: list[Operation] = []
    for operation in operations:
        if isinstance(operation, MADE_OF):
            part.append(operation)
        else:
            found += [*_part(app, part), operation]
            part = []
    return found + _part(app, part)


def _part(app: str, operations: list[Operation]) -> list[Operation]:
    made = {o.name_lower: _copy(o) for o in operations if isinstance(o, CreateModel)}
    rest = []
    for operation in operations:
        if isinstance(operation, CreateModel):
            continue
        model = made.get(operation.model_name_lower)
        if model is None or (isinstance(operation, AddField) and operation.field.many_to_many):
            rest.append(operation)
        elif isinstance(operation, AddField):
            model.fields.append((operation.name, operation.field))
        elif isinstance(operation, AddConstraint):
            model.options.setdefault("constraints", []).append(operation.constraint)
        else:
            model.options.setdefault("indexes", []).append(operation.index)
    order = TopologicalSorter({name: _leads_to(app, model, made) for name, model in made.items()})
    return [*(made[name] for name in order.static_order()), *rest]


def _copy(model: CreateModel) -> CreateModel:
    options = {
        key: list(value) if key in ("constraints", "indexes") else value
        for key, value in model.options.items()
    }
    return CreateModel(model.name, list(model.fields), options, model.bases, model.managers)


def _leads_to(app: str, model: CreateModel, made: dict[str, CreateModel]) -> set[str]:
    """Which tables of the same part have to be there first."""
    found = set()
    for _, field in model.fields:
        if field.remote_field is not None:
            where, _, name = str(field.remote_field.model).lower().rpartition(".")
            if where in ("", app) and name in made and name != model.name_lower:
                found.add(name)
    return found


def main(app: str, name: str) -> None:
    """Write the file anew. KeyError for no such migration; CycleError for tables in a circle."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "whatmatters.config.settings")
    import django
    from django.db.migrations.loader import MigrationLoader
    from django.db.migrations.writer import MigrationWriter

    django.setup()
    migration = MigrationLoader(None).disk_migrations[app, name]
    migration.operations = folded(app, migration.operations)
    writer = MigrationWriter(migration, include_header=False)
    Path(writer.path).write_text(writer.as_string(), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
