import django.db.models.deletion
import whatmatters.rules.outcomes
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '__first__'),
        ('commissioning', '0001_initial'),
        ('places', '0002_kept_postcodes'),
    ]

    operations = [
        migrations.CreateModel(
            name='EndSooner',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('on', models.DateField()),
                ('reason', models.CharField(choices=[(whatmatters.rules.outcomes.EndReason['REVIEWED'], whatmatters.rules.outcomes.EndReason['REVIEWED']), (whatmatters.rules.outcomes.EndReason['EXCEPTION'], whatmatters.rules.outcomes.EndReason['EXCEPTION']), (whatmatters.rules.outcomes.EndReason['DIED'], whatmatters.rules.outcomes.EndReason['DIED']), (whatmatters.rules.outcomes.EndReason['MOVED'], whatmatters.rules.outcomes.EndReason['MOVED']), (whatmatters.rules.outcomes.EndReason['DIRECT_PAYMENT'], whatmatters.rules.outcomes.EndReason['DIRECT_PAYMENT']), (whatmatters.rules.outcomes.EndReason['REPLACED'], whatmatters.rules.outcomes.EndReason['REPLACED']), (whatmatters.rules.outcomes.EndReason['NO_LONGER_NEEDED'], whatmatters.rules.outcomes.EndReason['NO_LONGER_NEEDED'])], max_length=24)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('end', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sooner', to='commissioning.agreementend')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('reason__in', ['reviewed', 'exception', 'died', 'moved', 'direct_payment', 'replaced', 'no_longer_needed'])), name='agreement_end_sooner_reason'), models.UniqueConstraint(fields=('end', 'on'), name='agreement_end_sooner_once')],
            },
        ),
    ]
