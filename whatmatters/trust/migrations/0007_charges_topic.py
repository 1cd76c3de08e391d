"""What somebody is charged is a topic of its own that she may share."""

import whatmatters.rules.sharing
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0006_names_shown'),
        ('people', '0005_decider_covers'),
        ('places', '0002_kept_postcodes'),
        ('trust', '0006_words_out_of_guarded_rows'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='consent',
            name='consent_topic',
        ),
        migrations.AlterField(
            model_name='consent',
            name='topic',
            field=models.CharField(choices=[(whatmatters.rules.sharing.Topic['PROFILE'], whatmatters.rules.sharing.Topic['PROFILE']), (whatmatters.rules.sharing.Topic['CONVERSATIONS'], whatmatters.rules.sharing.Topic['CONVERSATIONS']), (whatmatters.rules.sharing.Topic['OUTCOMES'], whatmatters.rules.sharing.Topic['OUTCOMES']), (whatmatters.rules.sharing.Topic['PLAN'], whatmatters.rules.sharing.Topic['PLAN']), (whatmatters.rules.sharing.Topic['TIMELINE'], whatmatters.rules.sharing.Topic['TIMELINE']), (whatmatters.rules.sharing.Topic['JUDGEMENTS'], whatmatters.rules.sharing.Topic['JUDGEMENTS']), (whatmatters.rules.sharing.Topic['MONEY'], whatmatters.rules.sharing.Topic['MONEY']), (whatmatters.rules.sharing.Topic['CHARGES'], whatmatters.rules.sharing.Topic['CHARGES'])], max_length=24),
        ),
        migrations.AddConstraint(
            model_name='consent',
            constraint=models.CheckConstraint(condition=models.Q(('topic__in', ['profile', 'conversations', 'outcomes', 'plan', 'timeline', 'judgements', 'money', 'charges'])), name='consent_topic'),
        ),
    ]
