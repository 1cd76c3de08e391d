"""People who were registered before are found by the same keys as those who come."""

from typing import Any

from django.db import migrations

from whatmatters.rules.names import name_keys


def write(apps: Any, schema_editor: Any) -> None:
    """Keys of everybody, a few hundred people at a time."""
    person, name_key = apps.get_model("people", "Person"), apps.get_model("people", "NameKey")
    using = schema_editor.connection.alias
    people = person.objects.using(using).order_by("pk").only("council_id", "full_name", "known_as")
    made = (
        name_key(council_id=row.council_id, person_id=row.pk, key=key)
        for row in people.iterator(chunk_size=500)
        for key in sorted(name_keys(row.full_name, row.known_as))
    )
    name_key.objects.using(using).bulk_create(made, batch_size=300)


class Migration(migrations.Migration):
    dependencies = [("people", "0003_name_keys")]
    operations = [migrations.RunPython(write, migrations.RunPython.noop)]
