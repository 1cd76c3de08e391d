import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '__first__'),
        ('commissioning', '0003_terms_written_again'),
        ('places', '0002_kept_postcodes'),
    ]

    operations = [
        migrations.CreateModel(
            name='ResultCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('measured', models.PositiveIntegerField()),
                ('revision', models.PositiveIntegerField()),
                ('events', models.PositiveIntegerField()),
                ('people', models.PositiveIntegerField()),
                ('left_out', models.PositiveIntegerField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('contract', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='commissioning.contract')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('contract', 'measured', 'revision'), name='result_counted_once'), models.CheckConstraint(condition=models.Q(('people__gte', 1), ('events__lte', models.F('people'))), name='result_events_within_people')],
            },
        ),
        migrations.CreateModel(
            name='ResultAgreed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('population', models.CharField(max_length=200)),
                ('event', models.CharField(max_length=200)),
                ('weeks', models.PositiveIntegerField()),
                ('expected', models.PositiveIntegerField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('contract', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='commissioning.contract')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('expected__gte', 1), ('weeks__gte', 1)), name='result_agreed_of_somebody')],
            },
        ),
        migrations.CreateModel(
            name='ResultYes',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('count', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='results.resultcount')),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
