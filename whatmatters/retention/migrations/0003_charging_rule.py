
import whatmatters.rules.retention
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0005_decider_covers'),
        ('places', '0002_kept_postcodes'),
        ('retention', '0002_taking_out_rule'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='blanked',
            name='blanked_rule',
        ),
        migrations.AlterField(
            model_name='blanked',
            name='rule',
            field=models.CharField(choices=[(whatmatters.rules.retention.RetentionKey['CASE_RECORD'], whatmatters.rules.retention.RetentionKey['CASE_RECORD']), (whatmatters.rules.retention.RetentionKey['NO_SERVICE'], whatmatters.rules.retention.RetentionKey['NO_SERVICE']), (whatmatters.rules.retention.RetentionKey['COMPLAINTS'], whatmatters.rules.retention.RetentionKey['COMPLAINTS']), (whatmatters.rules.retention.RetentionKey['FINANCE'], whatmatters.rules.retention.RetentionKey['FINANCE']), (whatmatters.rules.retention.RetentionKey['CHARGING'], whatmatters.rules.retention.RetentionKey['CHARGING']), (whatmatters.rules.retention.RetentionKey['TAKING_OUT'], whatmatters.rules.retention.RetentionKey['TAKING_OUT'])], max_length=24),
        ),
        migrations.AddConstraint(
            model_name='blanked',
            constraint=models.CheckConstraint(condition=models.Q(('rule__in', ['case_record', 'no_service', 'complaints', 'finance', 'charging', 'taking_out'])), name='blanked_rule'),
        ),
    ]
