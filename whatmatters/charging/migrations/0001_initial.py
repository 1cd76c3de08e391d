import django.db.models.deletion
import whatmatters.rules.charging.arrangement
import whatmatters.rules.charging.correcting
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '__first__'),
        ('people', '0005_decider_covers'),
        ('places', '0002_kept_postcodes'),
    ]

    operations = [
        migrations.CreateModel(
            name='ChargingArrangement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('starts', models.DateField()),
                ('basis', models.CharField(choices=[(whatmatters.rules.charging.arrangement.Basis['PLANNED_HOURS'], whatmatters.rules.charging.arrangement.Basis['PLANNED_HOURS']), (whatmatters.rules.charging.arrangement.Basis['DELIVERED_MINUTES'], whatmatters.rules.charging.arrangement.Basis['DELIVERED_MINUTES']), (whatmatters.rules.charging.arrangement.Basis['BUNDLE_SHARE'], whatmatters.rules.charging.arrangement.Basis['BUNDLE_SHARE']), (whatmatters.rules.charging.arrangement.Basis['FLAT_BAND'], whatmatters.rules.charging.arrangement.Basis['FLAT_BAND']), (whatmatters.rules.charging.arrangement.Basis['PLAN_PRICE_SHARE'], whatmatters.rules.charging.arrangement.Basis['PLAN_PRICE_SHARE']), (whatmatters.rules.charging.arrangement.Basis['NONE'], whatmatters.rules.charging.arrangement.Basis['NONE'])], max_length=24)),
                ('hourly_rate', models.DecimalField(decimal_places=4, max_digits=8, null=True)),
                ('share', models.DecimalField(decimal_places=4, max_digits=6, null=True)),
                ('bundle_hours', models.DecimalField(decimal_places=2, max_digits=8, null=True)),
                ('bundle_weeks', models.PositiveSmallIntegerField(null=True)),
                ('bands', models.CharField(blank=True, max_length=400)),
                ('local_cap', models.DecimalField(decimal_places=2, max_digits=10, null=True)),
                ('guarantee', models.DecimalField(decimal_places=2, max_digits=10, null=True)),
                ('guarantee_until', models.DateField(null=True)),
                ('free_from', models.DateField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
            ],
            options={
                'indexes': [models.Index(fields=['person', 'starts'], name='arrangement_by_start')],
                'constraints': [models.CheckConstraint(condition=models.Q(('basis__in', ['planned_hours', 'delivered_minutes', 'bundle_share', 'flat_band', 'plan_price_share', 'none'])), name='arrangement_basis')],
            },
        ),
        migrations.CreateModel(
            name='FinancialAssessment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('starts', models.DateField()),
                ('declined', models.BooleanField(default=False)),
                ('income', models.DecimalField(decimal_places=2, max_digits=10)),
                ('capital', models.DecimalField(decimal_places=2, max_digits=10)),
                ('housing_costs', models.DecimalField(decimal_places=2, max_digits=10)),
                ('disability_costs', models.DecimalField(decimal_places=2, max_digits=10)),
                ('minimum_income', models.DecimalField(decimal_places=2, max_digits=10, null=True)),
                ('basic_entitlement', models.DecimalField(decimal_places=2, max_digits=10, null=True)),
                ('allowances', models.CharField(blank=True, max_length=200)),
                ('words', models.TextField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
            ],
            options={
                'indexes': [models.Index(fields=['person', 'starts'], name='assessment_by_start')],
                'constraints': [models.CheckConstraint(condition=models.Q(('capital__gte', 0), ('disability_costs__gte', 0), ('housing_costs__gte', 0), ('income__gte', 0)), name='assessment_not_negative')],
            },
        ),
        migrations.CreateModel(
            name='ChargeLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('week_start', models.DateField()),
                ('correction', models.PositiveSmallIntegerField()),
                ('kind', models.CharField(choices=[(whatmatters.rules.charging.correcting.LineKind['CHARGE'], whatmatters.rules.charging.correcting.LineKind['CHARGE']), (whatmatters.rules.charging.correcting.LineKind['MORE'], whatmatters.rules.charging.correcting.LineKind['MORE']), (whatmatters.rules.charging.correcting.LineKind['REFUND'], whatmatters.rules.charging.correcting.LineKind['REFUND'])], max_length=24)),
                ('pence', models.BigIntegerField()),
                ('inputs', models.TextField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('arrangement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='charging.chargingarrangement')),
                ('assessment', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='charging.financialassessment')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'week_start', 'correction'), name='charge_line_once'), models.CheckConstraint(condition=models.Q(('kind__in', ['charge', 'more', 'refund'])), name='charge_line_kind'), models.CheckConstraint(condition=models.Q(models.Q(('correction', 0), ('kind', 'charge'), ('pence__gte', 0)), models.Q(('correction__gt', 0), ('kind', 'more'), ('pence__gt', 0)), models.Q(('correction__gt', 0), ('kind', 'refund'), ('pence__lt', 0)), _connector='OR'), name='charge_line_sign')],
            },
        ),
    ]
