"""Words that stand in guarded rows are carried to the rows beside them."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("trust", "0004_words_beside")]
    operations = [
        migrations.RunSQL(
            "INSERT INTO trust_consenthelper (consent_id, helped_by, council_id, by_id, at) "
            "SELECT id, helped_by, council_id, by_id, at FROM trust_consent WHERE helped_by <> ''",
            migrations.RunSQL.noop,
        ),
        migrations.RunSQL(
            "INSERT INTO trust_openingreason (opening_id, reason, council_id, by_id, at) "
            "SELECT id, reason, council_id, by_id, at FROM trust_opening",
            migrations.RunSQL.noop,
        ),
        migrations.RunSQL(
            "INSERT INTO trust_openingreviewwords (review_id, words, council_id, by_id, at) "
            "SELECT id, words, council_id, by_id, at FROM trust_openingreview",
            migrations.RunSQL.noop,
        ),
        migrations.RunSQL(
            "INSERT INTO trust_addressguardwords (guard_id, address, reason, council_id, by_id, at) "
            "SELECT id, address, reason, council_id, by_id, at FROM trust_addressguard",
            migrations.RunSQL.noop,
        ),
        migrations.RunSQL(
            "INSERT INTO trust_addressquotedreason (quoted_id, reason, council_id, by_id, at) "
            "SELECT id, reason, council_id, by_id, at FROM trust_addressquoted",
            migrations.RunSQL.noop,
        ),
    ]
