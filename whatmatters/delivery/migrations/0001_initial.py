import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '__first__'),
        ('commissioning', '0001_initial'),
        ('people', '0001_initial'),
        ('places', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='LegacyPackage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('starts', models.DateField()),
                ('ends', models.DateField(null=True)),
                ('calls_per_day', models.PositiveSmallIntegerField()),
                ('minutes_per_call', models.PositiveSmallIntegerField()),
                ('tasks', models.TextField()),
                ('rate', models.DecimalField(decimal_places=4, max_digits=8)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('contract', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='commissioning.contract')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='legacy_packages', to='people.person')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ends__isnull', True), ('ends__gte', models.F('starts')), _connector='OR'), name='package_ends_after_start'), models.CheckConstraint(condition=models.Q(('rate__gte', 0)), name='package_rate_positive')],
            },
        ),
        migrations.CreateModel(
            name='PackageVisit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('date', models.DateField()),
                ('call', models.PositiveSmallIntegerField()),
                ('planned', models.PositiveIntegerField()),
                ('delivered', models.PositiveIntegerField(null=True)),
                ('cancelled_hours_before', models.DecimalField(decimal_places=2, max_digits=6, null=True)),
                ('recorded_at', models.DateTimeField()),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('package', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='visits', to='delivery.legacypackage')),
            ],
            options={
                'indexes': [models.Index(fields=['council', 'date'], name='package_visit_by_date')],
                'constraints': [models.UniqueConstraint(fields=('package', 'date', 'call'), name='package_visit_once')],
            },
        ),
        migrations.CreateModel(
            name='HospitalStay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('admitted', models.DateField()),
                ('discharged', models.DateField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='hospital_stays', to='people.person')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'admitted'), name='hospital_stay_once'), models.CheckConstraint(condition=models.Q(('discharged__isnull', True), ('discharged__gte', models.F('admitted')), _connector='OR'), name='hospital_stay_ends_after_start')],
            },
        ),
    ]
