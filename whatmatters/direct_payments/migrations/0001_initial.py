import django.db.models.deletion
import whatmatters.rules.direct_payments
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0007_account_kind'),
        ('access', '__first__'),
        ('commissioning', '0001_initial'),
        ('outcomes', '0005_words_out_of_guarded_rows'),
        ('people', '0006_help_offers'),
        ('places', '0002_kept_postcodes'),
    ]

    operations = [
        migrations.CreateModel(
            name='DirectPayment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('starts', models.DateField()),
                ('ends', models.DateField(null=True)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('contract', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='commissioning.contract')),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='direct_payments', to='people.person')),
                ('route', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='outcomes.routechoice')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('ends__isnull', True), ('ends__gte', models.F('starts')), _connector='OR'), fields=('person', 'starts'), name='direct_payment_once')],
            },
        ),
        migrations.CreateModel(
            name='Look',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('on', models.DateField()),
                ('balance', models.BigIntegerField()),
                ('owed', models.BigIntegerField()),
                ('final', models.BooleanField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('direct_payment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='looks', to='direct_payments.directpayment')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('owed__gte', 0)), name='look_owes_nothing_less')],
            },
        ),
        migrations.CreateModel(
            name='RecordLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('kind', models.CharField(choices=[(whatmatters.rules.direct_payments.RecordKind['SPENT'], whatmatters.rules.direct_payments.RecordKind['SPENT']), (whatmatters.rules.direct_payments.RecordKind['OWED'], whatmatters.rules.direct_payments.RecordKind['OWED'])], max_length=24)),
                ('on', models.DateField()),
                ('pence', models.BigIntegerField()),
                ('what', models.TextField()),
                ('owed_for', models.CharField(choices=[(whatmatters.rules.direct_payments.OwedFor['HOLIDAY_PAY'], whatmatters.rules.direct_payments.OwedFor['HOLIDAY_PAY']), (whatmatters.rules.direct_payments.OwedFor['REDUNDANCY'], whatmatters.rules.direct_payments.OwedFor['REDUNDANCY']), (whatmatters.rules.direct_payments.OwedFor['TAX'], whatmatters.rules.direct_payments.OwedFor['TAX']), (whatmatters.rules.direct_payments.OwedFor['OTHER'], whatmatters.rules.direct_payments.OwedFor['OTHER'])], max_length=24, null=True)),
                ('struck_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('direct_payment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='direct_payments.directpayment')),
                ('outcome', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='outcomes.outcome')),
                ('struck_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('pence__gt', 0)), name='record_line_of_money'), models.CheckConstraint(condition=models.Q(('kind__in', ['spent', 'owed'])), name='record_line_kind'), models.CheckConstraint(condition=models.Q(('owed_for__in', ['holiday_pay', 'redundancy', 'tax', 'other'])), name='record_line_owed_for'), models.CheckConstraint(condition=models.Q(models.Q(('kind', whatmatters.rules.direct_payments.RecordKind['OWED']), ('owed_for__isnull', False)), models.Q(('kind', whatmatters.rules.direct_payments.RecordKind['SPENT']), ('owed_for__isnull', True)), _connector='OR'), name='record_line_owed_for_something'), models.CheckConstraint(condition=models.Q(models.Q(('struck_at__isnull', True), ('struck_by__isnull', True)), models.Q(('struck_at__isnull', False), ('struck_by__isnull', False)), _connector='OR'), name='record_line_struck_by_somebody')],
            },
        ),
    ]
