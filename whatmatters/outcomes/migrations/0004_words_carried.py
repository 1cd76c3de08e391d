"""Words that stand in guarded rows are carried to the rows beside them."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("outcomes", "0003_words_beside")]
    operations = [
        migrations.RunSQL(
            "INSERT INTO outcomes_unchangedwords (answer_id, words, council_id, by_id, at) "
            "SELECT id, words, council_id, by_id, at FROM outcomes_unchangedanswer",
            migrations.RunSQL.noop,
        ),
    ]
