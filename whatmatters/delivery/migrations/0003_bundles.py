import django.db.models.deletion
import whatmatters.rules.commissioning_models.bundled_hours.bank
import whatmatters.rules.people
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '__first__'),
        ('commissioning', '0001_initial'),
        ('delivery', '0002_package_mirror'),
        ('people', '0005_decider_covers'),
        ('places', '0002_kept_postcodes'),
    ]

    operations = [
        migrations.CreateModel(
            name='Bundle',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('starts', models.DateField()),
                ('ends', models.DateField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('contract', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='commissioning.contract')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bundles', to='people.person')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ends__isnull', True), ('ends__gte', models.F('starts')), _connector='OR'), name='bundle_ends_after_start')],
            },
        ),
        migrations.CreateModel(
            name='BankMovement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('place', models.PositiveIntegerField()),
                ('kind', models.CharField(choices=[(whatmatters.rules.commissioning_models.bundled_hours.bank.MovementKind['GIVEN'], whatmatters.rules.commissioning_models.bundled_hours.bank.MovementKind['GIVEN']), (whatmatters.rules.commissioning_models.bundled_hours.bank.MovementKind['DRAWN'], whatmatters.rules.commissioning_models.bundled_hours.bank.MovementKind['DRAWN']), (whatmatters.rules.commissioning_models.bundled_hours.bank.MovementKind['EXPIRED'], whatmatters.rules.commissioning_models.bundled_hours.bank.MovementKind['EXPIRED'])], max_length=24)),
                ('on', models.DateField()),
                ('minutes', models.PositiveIntegerField()),
                ('balance', models.IntegerField()),
                ('agreed', models.CharField(choices=[(whatmatters.rules.people.Authority['OWN'], whatmatters.rules.people.Authority['OWN']), (whatmatters.rules.people.Authority['SUPPORTED'], whatmatters.rules.people.Authority['SUPPORTED']), (whatmatters.rules.people.Authority['ATTORNEY'], whatmatters.rules.people.Authority['ATTORNEY']), (whatmatters.rules.people.Authority['DEPUTY'], whatmatters.rules.people.Authority['DEPUTY']), (whatmatters.rules.people.Authority['BEST_INTERESTS'], whatmatters.rules.people.Authority['BEST_INTERESTS']), (whatmatters.rules.people.Authority['URGENT_DUTY'], whatmatters.rules.people.Authority['URGENT_DUTY'])], max_length=24, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('bundle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='movements', to='delivery.bundle')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('bundle', 'place'), name='bank_place_once'), models.CheckConstraint(condition=models.Q(('minutes__gt', 0)), name='bank_moves_something'), models.CheckConstraint(condition=models.Q(('balance__gte', 0)), name='bank_never_below_0'), models.CheckConstraint(condition=models.Q(('kind__in', ['given', 'drawn', 'expired'])), name='bank_movement_kind'), models.CheckConstraint(condition=models.Q(('agreed__in', ['own', 'supported', 'attorney', 'deputy', 'best_interests', 'urgent_duty'])), name='bank_movement_agreed')],
            },
        ),
        migrations.CreateModel(
            name='BankPurpose',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('purpose', models.TextField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('movement', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='purpose', to='delivery.bankmovement')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='BundleDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('date', models.DateField()),
                ('revision', models.PositiveIntegerField()),
                ('minutes', models.PositiveIntegerField()),
                ('bundle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='days', to='delivery.bundle')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
            ],
            options={
                'indexes': [models.Index(fields=['council', 'date'], name='bundle_day_by_date')],
                'constraints': [models.UniqueConstraint(fields=('bundle', 'date', 'revision'), name='bundle_day_revision_once')],
            },
        ),
        migrations.CreateModel(
            name='OverAgreed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('review_starts', models.DateField()),
                ('minutes', models.PositiveIntegerField()),
                ('bundle', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='over', to='delivery.bundle')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('minutes__gt', 0)), name='over_agreed_something')],
            },
        ),
    ]
