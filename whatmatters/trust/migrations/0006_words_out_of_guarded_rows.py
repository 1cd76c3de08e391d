"""Guarded rows hold no words any more: the rows beside them do."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("trust", "0005_words_carried")]
    operations = [
        migrations.RemoveConstraint(model_name="consent", name="consent_helper_named"),
        migrations.RemoveField(model_name="consent", name="helped_by"),
        migrations.RemoveField(model_name="opening", name="reason"),
        migrations.RemoveField(model_name="openingreview", name="words"),
        migrations.RemoveField(model_name="addressguard", name="address"),
        migrations.RemoveField(model_name="addressguard", name="reason"),
        migrations.RemoveField(model_name="addressquoted", name="reason"),
    ]
