import django.db.models.deletion
import whatmatters.rules.bank_details
import whatmatters.rules.payment_files.order
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0006_names_shown'),
        ('access', '__first__'),
        ('payments', '0003_contest_of_dissatisfaction'),
        ('places', '0002_kept_postcodes'),
    ]

    operations = [
        migrations.CreateModel(
            name='BankProposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('number', models.PositiveIntegerField()),
                ('sort_code', models.CharField(max_length=6)),
                ('account_number', models.CharField(max_length=8)),
                ('account_name', models.CharField(max_length=70)),
                ('service_user', models.CharField(blank=True, max_length=6)),
                ('number_from', models.CharField(choices=[(whatmatters.rules.bank_details.NumberFrom['ON_RECORD'], whatmatters.rules.bank_details.NumberFrom['ON_RECORD']), (whatmatters.rules.bank_details.NumberFrom['FOUND'], whatmatters.rules.bank_details.NumberFrom['FOUND'])], max_length=24)),
                ('called_on', models.DateField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('council', 'organisation', 'number'), name='bank_proposal_once'), models.CheckConstraint(condition=models.Q(('number_from__in', ['on_record', 'found'])), name='bank_number_from')],
            },
        ),
        migrations.CreateModel(
            name='BankCall',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('rung', models.CharField(max_length=200)),
                ('telephone', models.CharField(max_length=40)),
                ('found', models.TextField(blank=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('proposal', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='call', to='payments.bankproposal')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='BankAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('asked_by_id', models.BigIntegerField()),
                ('confirmed', models.BooleanField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('proposal', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='answer', to='payments.bankproposal')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('confirmed', False), models.Q(('by_id', models.F('asked_by_id')), _negated=True), _connector='OR'), name='bank_details_take_two')],
            },
        ),
        migrations.CreateModel(
            name='PaymentFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('form', models.CharField(choices=[(whatmatters.rules.payment_files.order.FileFormat['BANK_CSV'], whatmatters.rules.payment_files.order.FileFormat['BANK_CSV']), (whatmatters.rules.payment_files.order.FileFormat['STANDARD_18'], whatmatters.rules.payment_files.order.FileFormat['STANDARD_18']), (whatmatters.rules.payment_files.order.FileFormat['PAIN_001'], whatmatters.rules.payment_files.order.FileFormat['PAIN_001'])], max_length=24)),
                ('attempt', models.PositiveIntegerField()),
                ('number', models.PositiveIntegerField()),
                ('arrives', models.DateField()),
                ('count', models.PositiveIntegerField()),
                ('pence', models.BigIntegerField()),
                ('sha256', models.CharField(max_length=64)),
                ('content', models.BinaryField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('payer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files', to='payments.paymentrun')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('run', 'payer', 'attempt'), name='payment_file_once'), models.UniqueConstraint(fields=('council', 'number'), name='payment_file_number_once'), models.CheckConstraint(condition=models.Q(('pence__gt', 0)), name='payment_file_pays'), models.CheckConstraint(condition=models.Q(('form__in', ['bank_csv', 'standard_18', 'pain_001'])), name='payment_file_form')],
            },
        ),
        migrations.CreateModel(
            name='FileUnsent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('made_by_id', models.BigIntegerField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('file', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='unsent', to='payments.paymentfile')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('by_id', models.F('made_by_id')), _negated=True), name='file_unsent_takes_two')],
            },
        ),
    ]
