"""Words that stand in guarded rows are carried to the rows beside them."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("exchange", "0004_words_beside")]
    operations = [
        migrations.RunSQL(
            "INSERT INTO exchange_takingoutreason (asked_id, reason, council_id, by_id, at) "
            "SELECT id, reason, council_id, by_id, at FROM exchange_takingout",
            migrations.RunSQL.noop,
        ),
    ]
