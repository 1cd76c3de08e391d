"""Rows beside guarded ones, for the words about them: what is not guarded can be blanked."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def written() -> list[tuple[str, models.Field]]:
    """What every written row says: its council, who wrote it and when."""
    kept = {"on_delete": django.db.models.deletion.PROTECT, "related_name": "+"}
    return [
        (
            "id",
            models.BigAutoField(
                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
            ),
        ),
        ("at", models.DateTimeField()),
        ("by", models.ForeignKey(to=settings.AUTH_USER_MODEL, **kept)),
        ("council", models.ForeignKey(to="places.council", **kept)),
    ]


class Migration(migrations.Migration):
    dependencies = [
        ("outcomes", "0002_unchanged_answers"),
        ("places", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="UnchangedWords",
            fields=[
                *written(),
                (
                    "answer",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="said",
                        to="outcomes.UnchangedAnswer",
                    ),
                ),
                ("words", models.TextField()),
            ],
            options={"abstract": False},
        ),
    ]
