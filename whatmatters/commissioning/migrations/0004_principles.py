import django.db.models.deletion
import whatmatters.rules.principles
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0008_roles_of_section_two'),
        ('access', '__first__'),
        ('commissioning', '0003_terms_written_again'),
        ('places', '0002_kept_postcodes'),
    ]

    operations = [
        migrations.CreateModel(
            name='ServiceView',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('number', models.PositiveIntegerField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('contract', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='commissioning.contract')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('contract', 'organisation', 'number'), name='service_view_once')],
            },
        ),
        migrations.CreateModel(
            name='ViewOfPrinciple',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('principle', models.CharField(choices=[(whatmatters.rules.principles.Principle['WELLBEING'], whatmatters.rules.principles.Principle['WELLBEING']), (whatmatters.rules.principles.Principle['VOICE'], whatmatters.rules.principles.Principle['VOICE']), (whatmatters.rules.principles.Principle['COLLABORATION'], whatmatters.rules.principles.Principle['COLLABORATION']), (whatmatters.rules.principles.Principle['PREVENTION'], whatmatters.rules.principles.Principle['PREVENTION']), (whatmatters.rules.principles.Principle['ADDED_VALUE'], whatmatters.rules.principles.Principle['ADDED_VALUE']), (whatmatters.rules.principles.Principle['SUSTAINABILITY'], whatmatters.rules.principles.Principle['SUSTAINABILITY'])], max_length=24)),
                ('level', models.CharField(choices=[(whatmatters.rules.principles.Level['AGAINST'], whatmatters.rules.principles.Level['AGAINST']), (whatmatters.rules.principles.Level['NOTHING'], whatmatters.rules.principles.Level['NOTHING']), (whatmatters.rules.principles.Level['SOMETHING'], whatmatters.rules.principles.Level['SOMETHING']), (whatmatters.rules.principles.Level['MUCH'], whatmatters.rules.principles.Level['MUCH'])], max_length=24)),
                ('evidence', models.TextField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('view', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='principles', to='commissioning.serviceview')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('view', 'principle'), name='view_of_principle_once'), models.CheckConstraint(condition=models.Q(('principle__in', ['wellbeing', 'voice', 'collaboration', 'prevention', 'added_value', 'sustainability'])), name='view_principle'), models.CheckConstraint(condition=models.Q(('level__in', ['against', 'nothing', 'something', 'much'])), name='view_level')],
            },
        ),
    ]
