import django.db.models.deletion
import django.db.models.expressions
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '__first__'),
        ('places', '0002_kept_postcodes'),
        ('rota', '0004_live'),
        ('teams', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Availability',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('starts', models.DateField()),
                ('least', models.PositiveSmallIntegerField()),
                ('most', models.PositiveSmallIntegerField(null=True)),
                ('rather_not', models.PositiveSmallIntegerField(default=0)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('worker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='teams.worker')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('most__isnull', True), ('most__gte', models.F('least')), _connector='OR'), name='availability_most_not_below_least')],
            },
        ),
        migrations.CreateModel(
            name='Leave',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('first', models.DateField()),
                ('last', models.DateField()),
                ('away', models.BooleanField(default=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('worker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='teams.worker')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('last__gte', models.F('first'))), name='leave_lasts')],
            },
        ),
        migrations.CreateModel(
            name='NeededShift',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('number', models.PositiveSmallIntegerField()),
                ('holds_from', models.DateField()),
                ('days', models.PositiveSmallIntegerField()),
                ('starts', models.PositiveSmallIntegerField()),
                ('ends', models.PositiveSmallIntegerField()),
                ('break_minutes', models.PositiveSmallIntegerField(default=0)),
                ('workers', models.PositiveSmallIntegerField()),
                ('moving', models.BooleanField(default=False)),
                ('medicines', models.BooleanField(default=False)),
                ('in_welsh', models.BooleanField(default=False)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('team', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='teams.team')),
            ],
            options={
                'indexes': [models.Index(fields=['council', 'team'], name='needed_shift_by_team')],
                'constraints': [models.CheckConstraint(condition=models.Q(('days__gte', 1), ('days__lte', 127)), name='needed_shift_on_a_day'), models.CheckConstraint(condition=models.Q(('ends__gt', django.db.models.expressions.CombinedExpression(models.F('starts'), '+', models.F('break_minutes')))), name='needed_shift_lasts')],
            },
        ),
        migrations.CreateModel(
            name='AvailableHours',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('day', models.PositiveSmallIntegerField()),
                ('starts', models.PositiveSmallIntegerField()),
                ('ends', models.PositiveSmallIntegerField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('told', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='hours', to='rota.availability')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('told', 'day', 'starts'), name='available_hours_once'), models.CheckConstraint(condition=models.Q(('day__lte', 6), ('ends__gt', models.F('starts'))), name='available_hours_last')],
            },
        ),
    ]
