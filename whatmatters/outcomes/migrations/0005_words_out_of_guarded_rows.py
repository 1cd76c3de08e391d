"""Guarded rows hold no words any more: the rows beside them do."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("outcomes", "0004_words_carried")]
    operations = [
        migrations.RemoveField(model_name="unchangedanswer", name="words"),
    ]
