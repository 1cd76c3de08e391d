from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('letters', '0003_answer_language'),
        ('people', '0006_help_offers'),
        ('places', '0002_kept_postcodes'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='message',
            name='message_kind',
        ),
        migrations.RemoveConstraint(
            model_name='message',
            name='complaint_has_clock',
        ),
        migrations.AlterField(
            model_name='message',
            name='kind',
            field=models.CharField(choices=[('message', 'message'), ('complaint', 'complaint'), ('carer_support', 'carer_support')], max_length=24),
        ),
        migrations.AddConstraint(
            model_name='message',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['message', 'complaint', 'carer_support'])), name='message_kind'),
        ),
        migrations.AddConstraint(
            model_name='message',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'complaint'), _negated=True), models.Q(('acknowledge_by__isnull', False), ('answer_by__isnull', False)), _connector='OR'), name='complaint_has_clock'),
        ),
    ]
