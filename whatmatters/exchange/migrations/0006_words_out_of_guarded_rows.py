"""Guarded rows hold no words any more: the rows beside them do."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("exchange", "0005_words_carried")]
    operations = [
        migrations.RemoveField(model_name="takingout", name="reason"),
    ]
