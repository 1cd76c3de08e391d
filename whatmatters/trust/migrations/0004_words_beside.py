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
        ("trust", "0003_address_guards"),
        ("places", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="ConsentHelper",
            fields=[
                *written(),
                (
                    "consent",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="said",
                        to="trust.Consent",
                    ),
                ),
                ("helped_by", models.CharField(max_length=200)),
            ],
            options={"abstract": False},
        ),
        migrations.CreateModel(
            name="OpeningReason",
            fields=[
                *written(),
                (
                    "opening",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="said",
                        to="trust.Opening",
                    ),
                ),
                ("reason", models.TextField()),
            ],
            options={"abstract": False},
        ),
        migrations.CreateModel(
            name="OpeningReviewWords",
            fields=[
                *written(),
                (
                    "review",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="said",
                        to="trust.OpeningReview",
                    ),
                ),
                ("words", models.TextField()),
            ],
            options={"abstract": False},
        ),
        migrations.CreateModel(
            name="AddressGuardWords",
            fields=[
                *written(),
                (
                    "guard",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="said",
                        to="trust.AddressGuard",
                    ),
                ),
                ("address", models.TextField(blank=True)),
                ("reason", models.TextField()),
            ],
            options={"abstract": False},
        ),
        migrations.CreateModel(
            name="AddressQuotedReason",
            fields=[
                *written(),
                (
                    "quoted",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="said",
                        to="trust.AddressQuoted",
                    ),
                ),
                ("reason", models.TextField()),
            ],
            options={"abstract": False},
        ),
    ]
